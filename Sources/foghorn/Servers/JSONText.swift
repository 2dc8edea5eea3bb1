import Foundation

/// Writes values as JSON for people and programs.
enum JSONText {
    /// Text over several lines, names in alphabetical order.
    static func pretty(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(value) else {
            preconditionFailure("a value cannot be written as JSON (bug)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
