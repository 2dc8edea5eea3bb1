import FogModel
import FogSession
import LuaKit

extension ScriptRun {
    /// Words an error that the script did not catch.
    func failure(of error: LuaError) -> ScriptFailure {
        var failure = ScriptFailure(kind(of: error.kind), error.message)
        failure.source = error.location?.source
        failure.line = error.location?.line
        failure.traceback = Self.visible(error.traceback)
        if let raised = error.value { describe(raised, in: &failure) }
        if let fault = workflowFault, failure.message.hasSuffix(fault) { failure.kind = .usage }
        if failure.kind == .deadline, case .execution(let settings) = purpose {
            failure.message += " (\(settings.stepLimit) s between two calls of fog.*)"
        }
        if failure.kind == .memory, error.kind == .memory { failure.message += " (\(machine.limits.memory >> 20) MiB)" }
        return failure
    }

    /// Words a job's error that nobody has joined.
    func failure(ofJob raised: LuaValue) -> ScriptFailure {
        var failure = ScriptFailure(.script, raised.string ?? "a job failed")
        describe(raised, in: &failure)
        return failure
    }

    private func describe(_ raised: LuaValue, in failure: inout ScriptFailure) {
        guard let object = raised.object(as: ErrorObject.self) else { return }
        failure.message = object.description
        failure.error = object.error
        failure.source = object.location?.source
        failure.line = object.location?.line
        if object.error.code == .cancelled, strands.isCancelled { failure.kind = .cancelled }
    }

    private func kind(of kind: LuaError.Kind) -> ScriptFailure.Kind {
        switch kind {
        case .script, .usage: .script
        case .syntax: .syntax
        case .memory: .memory
        case .deadline: .deadline
        case .cancelled: .cancelled
        }
    }

    /// How Lua names the script's chunk, which `main.lua` calls by a local variable.
    private static let chunkFrame = "in local 'chunk'"

    /// Frames of a traceback without our own.
    private static func visible(_ traceback: String) -> String {
        traceback.split(separator: "\n")
            .filter { !$0.contains(Loader.folder) && !$0.hasSuffix("[C]: in ?") }
            .map { $0.hasSuffix(chunkFrame) ? $0.dropLast(chunkFrame.count) + "in main chunk" : $0 }
            .joined(separator: "\n")
    }
}
