/// The way from a host to its session: a call in process, or a pipe to a worker.
package protocol SessionLink: Sendable {
    /// Hands commands to the session, in order; never waits.
    func send(_ commands: [SessionCommand])

    /// Waits for the next events.
    ///
    /// - Returns: events in order, at least one; nil once the session has ended.
    func receive() async -> [SessionEvent]?

    /// Stops the running script wherever it is, from any thread; the session then says `failed`.
    func kill()
}
