/// Answers operations: the broker itself, or a pipe to it.
package protocol OperationHandler: Sendable {
    /// Answers one operation.
    ///
    /// - Parameters:
    ///   - operation: what is asked.
    ///   - number: place of the operation among all of its session, from 1; part of the marker of a created task.
    /// - Returns: the kind of answer that the operation's case names.
    /// - Throws: `FogError`; `CancellationError` where the waiting task was cancelled.
    func answer(_ operation: FogOperation, number: Int) async throws -> Answer
}
