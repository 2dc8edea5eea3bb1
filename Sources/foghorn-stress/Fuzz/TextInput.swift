import FogModel
import FogSession

/// Reads bytes as each kind of short text that people write.
enum TextInput {
    static func read(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = MACAddress(text)
        _ = TaskMarker(text)
        _ = WallTime(text)
        _ = try? CronTime(text)
        _ = try? LimitSetting(text)
        _ = DurationText.seconds(text).map(DurationText.text)
        _ = SizeText.bytes(text).map(SizeText.text)
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if lines.count == 2 {
            _ = Glob(lines[0]).matches(lines[1])
            _ = (try? TextPattern(lines[0]))?.fits(lines[1])
        }
        return selector(text) ?? grant(text, .allowing) ?? grant(text, .denying)
    }

    /// A selector that is read is written again and means the same.
    private static func selector(_ text: String) -> String? {
        guard let selector = try? Selector(text) else { return nil }
        let words = selector.description
        guard let again = try? Selector(words) else { return "selector \(words.debugDescription) cannot be read" }
        return again == selector ? nil : "selector \(words.debugDescription) means something else"
    }

    /// So is a grant.
    private static func grant(_ text: String, _ use: Grant.Use) -> String? {
        guard let grant = try? Grant(text, for: use) else { return nil }
        let words = grant.description
        guard let again = try? Grant(words, for: use) else { return "grant \(words.debugDescription) cannot be read" }
        return again == grant ? nil : "grant \(words.debugDescription) means something else"
    }
}
