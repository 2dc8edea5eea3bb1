/// A token or a password: a text that does not print and cannot be encoded.
public struct Secret: Sendable {
    private let text: String

    /// Takes a text; blanks and line ends around it are left out, as a file ends with one.
    public init(_ text: String) {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0.isNewline }
        var kept = text.drop(while: isBlank)
        while let last = kept.last, isBlank(last) { kept.removeLast() }
        self.text = String(kept)
    }

    /// Gives the text, to be sent and for nothing else.
    public func reveal() -> String { text }

    /// Whether nothing is in it.
    public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Says that there is a secret.
    public var description: String { "(secret)" }
    /// Says that there is a secret.
    public var debugDescription: String { "(secret)" }
    /// Shows nothing of the text to debuggers and `dump`.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
