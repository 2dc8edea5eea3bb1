import FogBroker
import Synchronization

/// How many operations a session has asked for.
final class OperationCount: Sendable {
    private let number = Mutex(0)

    /// Operations so far.
    var count: Int { number.withLock(\.self) }

    /// Counts what begins.
    func take(_ event: BrokerEvent) {
        if case .operationBegun = event.kind { number.withLock { $0 += 1 } }
    }
}
