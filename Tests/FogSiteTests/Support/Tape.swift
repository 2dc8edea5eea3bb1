import FogBroker
import FogModel
import FogOperations
import FogScript
import FogSession
import FogSim
import Synchronization

/// Keeps what a run asks for and says, and calls it off where a test wants that.
final class Tape: OperationHandler {
    private struct Record {
        var printed: [String] = []
        var logged: [String] = []
        var artifacts: [String: String] = [:]
        var operations = 0
        var host: SessionHost?
    }

    private let broker: Broker
    private let onCall: @Sendable (Int, FogOperation) -> SimulatedSite.Step
    private let onOutput: @Sendable (SessionOutput) -> SimulatedSite.Step
    private let record = Mutex(Record())

    init(
        _ broker: Broker,
        _ onCall: @escaping @Sendable (Int, FogOperation) -> SimulatedSite.Step,
        _ onOutput: @escaping @Sendable (SessionOutput) -> SimulatedSite.Step
    ) {
        self.broker = broker
        self.onCall = onCall
        self.onOutput = onOutput
    }

    /// Takes the host that is to be called off.
    func attach(_ host: SessionHost) { record.withLock { $0.host = host } }

    func answer(_ call: FogCall) async throws -> Answer {
        let number = record.withLock { record in
            record.operations += 1
            return record.operations
        }
        obey(onCall(number, call.operation))
        return try await broker.answer(call)
    }

    func take(_ output: SessionOutput) {
        record.withLock { record in
            if output.channel == .print {
                record.printed.append(output.text)
            } else {
                record.logged.append(output.text)
            }
        }
        obey(onOutput(output))
    }

    func take(_ artifact: Artifact) {
        record.withLock { $0.artifacts[artifact.name] = artifact.text }
    }

    private func obey(_ step: SimulatedSite.Step) {
        let host = record.withLock { $0.host }
        switch step {
        case .goOn: break
        case .cancel: host?.cancel()
        case .kill: host?.kill()
        }
    }

    func outcome(
        _ failure: ScriptFailure?,
        _ sim: FogSim,
        _ broker: Broker,
        seconds: Double
    ) -> SimulatedSite.Outcome {
        record.withLock { record in
            record.host = nil
            return SimulatedSite.Outcome(
                printed: record.printed,
                logged: record.logged,
                artifacts: record.artifacts,
                failure: failure,
                sim: sim,
                hosts: broker.outcome,
                active: broker.activeTasks,
                operations: record.operations,
                seconds: seconds,
                permissions: [],
                requests: []
            )
        }
    }
}
