import FogModel

extension FogServer {
    /// Reads what has become of a change that was sent.
    ///
    /// A failure of such a reading looks like that of any other, as if nothing had been changed; here it is `uncertain`.
    ///
    /// - Parameters:
    ///   - subject: what was changed, for people, as in `task 7`.
    ///   - read: reads it; it must change nothing.
    /// - Returns: what was read.
    /// - Throws: `FogError` with `uncertain`; `CancellationError`.
    func confirming<Value>(_ subject: String, _ read: () async throws -> Value) async throws -> Value {
        do {
            return try await read()
        } catch let error as FogError {
            throw unconfirmed(subject, error)
        }
    }

    /// Makes the error for a change that was sent and of which nothing can be read.
    func unconfirmed(_ subject: String, _ error: FogError) -> FogError {
        if error.code == .uncertain { return error }
        return FogError(
            .uncertain,
            "\(subject): the change was sent, and what has become of it cannot be read",
            status: error.status,
            hint: "look at it on the server before you try again",
            cause: error.message
        )
    }
}

extension FogError {
    /// Adds what was done before it failed, as in `task 7 was called off`.
    func after(_ done: String) -> FogError {
        var error = self
        error.hint = ["\(done) before that", hint].compactMap(\.self).joined(separator: "; ")
        return error
    }
}
