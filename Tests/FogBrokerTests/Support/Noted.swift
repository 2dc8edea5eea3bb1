import Logging
import Synchronization

/// A list that anybody may add to.
final class Noted<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    /// Everything noted so far, in order.
    var all: [Value] { values.withLock { $0 } }

    /// Adds a value; gives how many there are then.
    @discardableResult
    func note(_ value: Value) -> Int {
        values.withLock { values in
            values.append(value)
            return values.count
        }
    }
}

/// Writes log lines as text, metadata sorted by key.
struct NotingLogHandler: LogHandler {
    let lines: Noted<String>
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.trace

    init(lines: Noted<String>) {
        self.lines = lines
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let words = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.note(([event.level.rawValue, "\(event.message)"] + words).joined(separator: " "))
    }
}
