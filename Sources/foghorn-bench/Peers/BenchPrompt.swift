import FogModel
import FogOperations
import FogScript
import FogSession
import FogTime

/// The state of a prompt, which asks no server for anything.
final class BenchPrompt: Sendable {
    private struct Nobody: OperationHandler {
        func answer(_ call: FogCall) async throws -> Answer { throw FogError(.unavailable, "nobody answers") }
    }

    private let host: PromptHost

    /// Opens it.
    init() async throws {
        let executor = DedicatedThreadExecutor(name: "bench")
        let host = PromptHost(
            link: ThreadedSession(),
            handler: Nobody(),
            executor: executor,
            clock: nil,
            report: { _ in }
        )
        self.host = host
        Task { _ = await host.keep(SessionSettings()) }
        _ = try await completions(of: "fog.")
    }

    deinit { host.kill() }

    /// Asks what can follow a text.
    func completions(of text: String) async throws -> Completions {
        guard case .completions(let known) = try await host.ask(.complete(text)) else {
            throw BenchFailure(description: "no answer")
        }
        return known
    }
}
