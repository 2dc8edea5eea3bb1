package import FogTime
import Synchronization

/// Keeps a run from asking its servers faster than it may: what comes too early waits its turn.
///
/// One second's worth may come at once.
package final class OperationPace: Sendable {
    private let interval: Duration
    /// Moment at which the next operation would come if all came evenly.
    private let due = Mutex(SessionInstant.start)

    /// Makes a pace.
    ///
    /// - Parameter rate: operations a second, 1 or more.
    package init(rate: Int) {
        interval = .seconds(1) / max(rate, 1)
    }

    /// Takes a turn.
    ///
    /// - Parameter now: moment of the operation; never before that of an earlier one.
    /// - Returns: how long it has to wait, zero or more.
    package func take(at now: SessionInstant) -> Duration {
        due.withLock { due in
            let turn = max(due, now)
            due = turn.advanced(by: interval)
            return max(.zero, now.duration(to: turn) - (.seconds(1) - interval))
        }
    }
}
