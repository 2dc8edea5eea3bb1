import FogTime
import Foundation
import Logging
import Terminal

/// Writes one JSON object a line: `time` by the session's clock, `level`, `message`, and the rest in the order of its names.
struct AuditLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    private let clock: any SessionClock
    private let write: @Sendable (String) -> Void

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - clock: gives the time of each line.
    ///   - write: takes a line with its line feed.
    init(clock: any SessionClock, write: @escaping @Sendable (String) -> Void) {
        self.clock = clock
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let time = Date(timeIntervalSince1970: clock.secondsSince1970).formatted(.iso8601)
        let rest = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let head: [(String, Logger.Metadata.Value)] = [
            ("time", "\(time)"), ("level", "\(event.level)"), ("message", "\(event.message)"),
        ]
        let members = (head + rest.map { ($0.key, $0.value) }).map { "\(Self.text($0)):\(Self.json($1))" }
        write("{" + members.joined(separator: ",") + "}\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): Self.text(text)
        case .stringConvertible(let value): Self.text("\(value)")
        case .array(let values): "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let values):
            "{" + values.sorted { $0.key < $1.key }.map { "\(text($0.key)):\(json($0.value))" }.joined(separator: ",")
                + "}"
        }
    }

    /// Writes a text so that it shows no terminal anything but itself.
    private static func text(_ text: String) -> String {
        let quoted = TerminalText.oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + quoted + "\""
    }
}
