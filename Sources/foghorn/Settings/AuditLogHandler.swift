import FogTime
import Foundation
import Logging

/// Writes one line for each entry: time by the session's clock, level, message, and the rest in the order of its names.
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
        let pairs = metadata.merging(event.metadata ?? [:]) { $1 }
            .sorted { $0.key < $1.key }
            .map { "\($0.key)=\(Self.quoted("\($0.value)"))" }
        let words = [time, "\(event.level)", "\(event.message)"] + pairs
        write(TerminalText.oneLine(words.joined(separator: " ")) + "\n")
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "=" }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\\\"") + "\""
    }
}
