/// What is wrong with bytes that were to be a message, or with a value that was to be sent.
package struct FrameError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Kind of fault.
    package enum Code: String, Sendable, CaseIterable {
        /// Frame or message is longer than allowed.
        case tooLong
        /// Lists and maps lie deeper within each other than allowed.
        case tooDeep
        /// Message would take more memory than allowed.
        case tooLarge
        /// Bytes end in the middle.
        case truncated
        /// Bytes are no message.
        case malformed
        /// Bytes are a message of another kind, or hold a value that does not exist.
        case unknown
    }

    /// Kind of fault.
    package var code: Code
    /// What was found where, one line.
    package var message: String

    /// Makes an error.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Message.
    package var description: String { message }
}

extension FrameError {
    /// Error for lists and maps too deep within each other.
    static func tooDeep(_ limits: FrameLimits) -> FrameError {
        FrameError(.tooDeep, "values lie more than \(limits.depth) levels within each other")
    }
}
