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
        if let (kind, words) = limit(of: error) {
            failure.kind = kind
            failure.message = (error.location.map { "\($0.source):\($0.line): " } ?? "") + words
        }
        return failure
    }

    /// Kind and words of the limit that an error comes from; nil for any other error.
    private func limit(of error: LuaError) -> (ScriptFailure.Kind, String)? {
        // A stop that nobody tried to catch arrives as the error that was raised with it.
        if let reached = use.failure { return (reached.kind, reached.message) }
        return switch error.kind {
        case .memory: (.memory, ScriptLimit.memory.words(reached: machine.limits.memory))
        case .coroutines: (.limit, ScriptLimit.coroutines.words(reached: machine.limits.coroutines))
        case .deadline: (.deadline, ScriptLimit.step.words(reached: limits[.step]))
        default: nil
        }
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
        if object.error.code == .cancelled, strands.isCancelled || strands.current?.isCancelled ?? false {
            failure.kind = .cancelled
        }
    }

    private func kind(of kind: LuaError.Kind) -> ScriptFailure.Kind {
        switch kind {
        case .script, .usage: .script
        case .syntax: .syntax
        case .memory: .memory
        case .coroutines: .limit
        case .deadline: .deadline
        case .cancelled: .cancelled
        }
    }

    /// How Lua names the script's chunk, which `main.lua` calls by a local variable.
    private static let chunkFrame = "in local 'chunk'"

    /// Frames of a traceback without our own.
    ///
    /// A native function that our own Lua has called goes with its caller; where no frame is left, nothing is.
    private static func visible(_ traceback: String) -> String {
        let frames = traceback.split(separator: "\n")
        let isOwn = frames.map { $0.contains(Loader.folder) }
        let kept = frames.indices.filter { place in
            let isCalledByOwn = frames[place].contains("[C]: in") && isOwn.dropFirst(place + 1).first ?? true
            return !isOwn[place] && !isCalledByOwn
        }
        if kept.count < 2 { return "" }
        return kept.map {
            frames[$0].hasSuffix(chunkFrame) ? frames[$0].dropLast(chunkFrame.count) + "in main chunk" : frames[$0]
        }
        .joined(separator: "\n")
    }
}
