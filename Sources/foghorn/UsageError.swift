/// A command, parameter or setting that does not hold.
package struct UsageError: Error, Hashable, Sendable {
    /// One line: what is wrong, with the value.
    package var message: String
    /// What to do now; nil where the message says it all.
    package var hint: String?

    /// Makes an error.
    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    /// Message, and the hint on a line of its own.
    package var text: String { message + (hint.map { "\nhint: " + $0 } ?? "") }
}
