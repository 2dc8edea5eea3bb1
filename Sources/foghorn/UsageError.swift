/// A command, parameter or setting that does not hold.
package struct UsageError: Error, Hashable, Sendable {
    /// One line: what is wrong, with the value.
    package var message: String
    /// Lines that show the place in what was written; nil where the message says enough.
    package var excerpt: String?
    /// What to do now; nil where the message says it all.
    package var hint: String?

    /// Makes an error.
    package init(_ message: String, excerpt: String? = nil, hint: String? = nil) {
        self.message = message
        self.excerpt = excerpt
        self.hint = hint
    }

    /// Message, and excerpt and hint on lines of their own.
    package var text: String { message + (excerpt.map { "\n" + $0 } ?? "") + (hint.map { "\nhint: " + $0 } ?? "") }
}
