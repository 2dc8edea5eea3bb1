/// Outcome of an operation that did not succeed, worded for the person who has to act.
public struct FogError: Error, Hashable, Codable, Sendable {
    /// Kind of failure, as scripts see it in `err.code`.
    public enum Code: String, Codable, Sendable, CaseIterable {
        /// No such row; or a name that fits none.
        case notFound = "not_found"
        /// A value that cannot be sent.
        case invalidArgument = "invalid_argument"
        /// A name or selector that fits several rows where one is wanted.
        case ambiguous
        /// Not granted, or the operator said no.
        case denied
        /// The host is busy, or the name is taken.
        case conflict
        /// The server refused the tokens or the account.
        case auth
        /// No answer from the server: unreachable, cut off, or switched off.
        case unavailable
        /// The given time has passed.
        case timeout
        /// The server answered with an error, or with something that is no answer.
        case server
        /// The server cannot do it: an image that is disabled, a host without image.
        case refused
        /// A host made no progress.
        case stalled
        /// Called off.
        case cancelled
        /// Answer lost after a change was sent, and the server does not show whether it happened.
        case uncertain
        /// A limit of the run was reached.
        case limit
        /// More hosts have failed than the run allows.
        case budget
        /// The window in which the run may start things is closed.
        case window
    }

    /// Kind of failure.
    public var code: Code
    /// One line: starts in lower case, no full stop, names the host and the value.
    public var message: String
    /// Name of the operation that failed, as in `createTask`; nil where there was none.
    public var operation: String?
    /// HTTP status of the answer; nil where there was none.
    public var status: Int?
    /// What to do now, one line; nil where the message says it all.
    public var hint: String?
    /// What lies beneath, in words; nil where nothing does.
    public var cause: String?

    /// Makes an error.
    public init(
        _ code: Code,
        _ message: String,
        operation: String? = nil,
        status: Int? = nil,
        hint: String? = nil,
        cause: String? = nil
    ) {
        self.code = code
        self.message = message
        self.operation = operation
        self.status = status
        self.hint = hint
        self.cause = cause
    }
}

extension FogError: CustomStringConvertible {
    /// Message, and the hint on the same line.
    public var description: String {
        hint.map { "\(message); \($0)" } ?? message
    }
}
