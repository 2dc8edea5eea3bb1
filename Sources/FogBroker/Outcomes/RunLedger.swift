import FogModel
import FogOperations
import FogTime
import Synchronization

/// Keeps what a run has learnt and done, and tells of it.
final class RunLedger: Sendable {
    private let clock: any SessionClock
    private let sink: @Sendable (BrokerEvent) -> Void
    private let server: String?
    private let record: Mutex<RunRecord>

    init(server: String?, clock: any SessionClock, sink: @escaping @Sendable (BrokerEvent) -> Void) {
        self.clock = clock
        self.sink = sink
        self.server = server
        record = Mutex(RunRecord(server: server))
    }

    /// Tells that something happens now.
    func tell(_ kind: BrokerEvent.Kind) {
        let seconds = clock.now.elapsed / .seconds(1)
        sink(BrokerEvent(seconds: seconds, time: clock.secondsSince1970, server: server, kind: kind))
    }

    /// Reads the record.
    func read<Value: Sendable>(_ read: (RunRecord) -> Value) -> Value { record.withLock { read($0) } }

    /// Changes the record.
    func note(_ change: (inout RunRecord) -> Void) { record.withLock { change(&$0) } }

    /// Takes what a look at the server has brought.
    func note(_ reaction: WaitBook.Reaction) {
        note { record in
            if !reaction.ended.isEmpty { record.noteEnded(reaction.ended.contains) }
            for event in reaction.events {
                if case .verdict(let verdict) = event { record.note(verdict) }
            }
        }
        for event in reaction.events { tell(event) }
    }
}
