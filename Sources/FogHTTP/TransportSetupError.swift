/// Why a transport cannot be made: a setting that the user has to change.
package struct TransportSetupError: Error, Hashable, Sendable {
    /// What is wrong, one line, names the setting.
    package var message: String
    /// What to do.
    package var hint: String

    /// Makes an error.
    package init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}
