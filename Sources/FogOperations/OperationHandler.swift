/// Answers operations: the broker itself, or a pipe to it.
package protocol OperationHandler: Sendable {
    /// Answers one operation.
    ///
    /// - Parameter call: what is asked, of which server, under which number.
    /// - Returns: the kind of answer that the operation's case names.
    /// - Throws: `FogError`; `CancellationError` where the waiting task was cancelled.
    func answer(_ call: FogCall) async throws -> Answer
}
