import FogOperations
import FogScript
import FogSession

/// A script in a session of its own that goes round: it asks for the time once a turn.
final class ScriptLoop {
    /// Answers what else it asks; nil leaves it open.
    typealias Answering = (FogOperation) async throws -> SessionResult?

    private let session = ScriptSession()
    private let answering: Answering
    private var commands: [SessionCommand]

    /// Takes a script, which runs from the first turn on.
    init(_ text: String, answering: @escaping Answering) {
        self.answering = answering
        var limits = ScriptLimits()
        // Jobs that wait are left waiting, turn after turn.
        limits[.jobs] = 100_000
        commands = [.run(ScriptSource(name: "bench.lua", text: text), SessionSettings(limits: limits))]
    }

    /// Runs until the script asks for the time, which it gets at the next turn.
    ///
    /// - Returns: what was printed on the way.
    func turn() async throws -> [String] {
        var printed: [String] = []
        var next: [SessionCommand] = []
        while next.isEmpty {
            let events = session.receive(commands)
            commands = []
            for event in events {
                switch event {
                case .operation(let call):
                    if case .session(.now) = call.operation {
                        next.append(.answer(call.number, .success(.time(0))))
                    } else if let answer = try await answering(call.operation) {
                        commands.append(.answer(call.number, answer))
                    }
                case .output(let output): printed.append(output.text)
                case .failed(let failure): throw BenchFailure(description: failure.message)
                case .finished: throw BenchFailure(description: "the script has ended")
                case .described, .notDescribed, .artifact, .idle, .prompt: continue
                }
            }
            if commands.isEmpty, next.isEmpty { throw BenchFailure(description: "the script waits for nothing") }
        }
        commands += next
        return printed
    }
}
