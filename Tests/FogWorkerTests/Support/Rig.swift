import FogModel
import FogOperations
import FogSession
import FogTime
import FogWorker
import Foundation
import Testing

/// A worker in a process of its own, with a host that lets it sleep and refuses everything else.
final class Rig: Sendable {
    private struct Sleeper: OperationHandler {
        let clock: VirtualClock

        func answer(_ call: FogCall) async throws -> Answer {
            guard case .session(.sleep(let seconds)) = call.operation else {
                throw FogError(.refused, "nobody does that here")
            }
            try await clock.sleep(for: .seconds(seconds))
            return .done
        }
    }

    let link: WorkerSession
    let host: SessionHost
    private let executor = DedicatedThreadExecutor(name: "test")
    private let printed: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation

    init(
        _ arguments: [String] = ["foghorn-probe", "worker"],
        patience: WorkerPatience = WorkerPatience(),
        handler: (any OperationHandler)? = nil
    ) {
        link = WorkerSession(path: Self.probe, arguments: arguments, patience: patience)
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 0))
        let (printed, continuation) = AsyncStream.makeStream(of: String.self)
        self.printed = printed
        self.continuation = continuation
        host = SessionHost(
            link: link,
            handler: handler ?? Sleeper(clock: clock),
            executor: executor,
            clock: clock
        ) { output in
            continuation.yield(output.text)
        }
    }

    deinit {
        link.kill()
        executor.stop()
    }

    /// Runs a script to its end.
    func run(_ text: String, _ settings: SessionSettings = SessionSettings()) async throws -> ScriptValue {
        defer { continuation.finish() }
        return try await host.run(ScriptSource(name: "a.lua", text: text), settings)
    }

    /// What the script has printed, once it has ended.
    var lines: [String] {
        get async { await printed.reduce(into: []) { $0.append($1) } }
    }

    /// Executable beside the test bundle.
    static let probe = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("foghorn-probe").path
}

extension Rig {
    /// Runs a script that will fail; gives how.
    func failing(_ text: String, _ settings: SessionSettings = SessionSettings()) -> Task<ScriptFailure?, Never> {
        Task {
            do {
                _ = try await run(text, settings)
                return nil
            } catch {
                return error as? ScriptFailure
            }
        }
    }

    /// Waits until the script has printed a line, and gives the number of its process.
    func worker(whenPrinted line: String) async throws -> Int32 {
        _ = try #require(await printed.first { $0 == line })
        return try #require(link.workerNumber)
    }
}
