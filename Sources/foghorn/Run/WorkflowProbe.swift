import FogModel
import FogOperations
import FogSession
import FogTime

/// Asks a script what it is, without a server.
enum WorkflowProbe {
    /// Asks.
    ///
    /// - Returns: nil for a plain script.
    /// - Throws: `ScriptFailure` for a script that cannot say.
    static func describe(
        _ source: ScriptSource,
        _ limits: ScriptLimits = ScriptLimits(),
        on link: any SessionLink
    ) async throws -> WorkflowDescription? {
        let executor = DedicatedThreadExecutor(name: "foghorn describe")
        defer { executor.stop() }
        let host = SessionHost(link: link, handler: NoServer(), executor: executor, clock: nil) { _ in }
        return try await host.describe(source, limits)
    }
}

/// Answers nothing: a script that is described can ask nothing.
private struct NoServer: OperationHandler {
    func answer(_ call: FogCall) async throws -> Answer {
        throw FogError(.denied, "a script that is only described can ask nothing of a server")
    }
}
