package import FogTime

/// The way from a host to its session: a call in process, or a pipe to a worker.
package protocol SessionLink: Sendable {
    /// Hands commands to the session, in order; never waits.
    func send(_ commands: [SessionCommand])

    /// Waits for the next events.
    ///
    /// - Returns: events in order, at least one; nil once the session has ended.
    func receive() async -> [SessionEvent]?

    /// Names the executor on which ``receive()`` is waited for from now on; nil is none that is known.
    ///
    /// A link with a thread of its own runs there what follows from an event, instead of waking another.
    func lendHand(to executor: DedicatedThreadExecutor?)

    /// Stops the running script wherever it is, from any thread; the session then says `failed`.
    func kill()
}

extension SessionLink {
    /// Leaves it to the executor.
    package func lendHand(to executor: DedicatedThreadExecutor?) {}
}
