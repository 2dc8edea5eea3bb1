package import FogSession
import FogTime
import Synchronization

/// A session on a thread of its own, reached from any task.
///
/// Two busy scripts starve the shared pool of a small machine, and Lua 5.4.4 words some errors recursively: so Lua gets a
/// thread with a large stack.
package final class ThreadedSession: SessionLink {
    private struct Mailbox {
        var commands: [SessionCommand] = []
        var isKilled = false
    }

    private let executor: DedicatedThreadExecutor
    private let ticker: Ticker
    private let stop: SessionStop
    private let mailbox = Mutex(Mailbox())
    private let events: AsyncStream<[SessionEvent]>
    private let continuation: AsyncStream<[SessionEvent]>.Continuation

    /// Starts the session's thread.
    package init() {
        let stop = SessionStop()
        self.stop = stop
        executor = DedicatedThreadExecutor(name: "foghorn Lua", stackSize: 16 << 20)
        ticker = Ticker(name: "foghorn watch", every: SessionStop.pace) { stop.look() }
        (events, continuation) = AsyncStream.makeStream(of: [SessionEvent].self)
        let session = Mutex(
            ScriptSession(
                stop: stop,
                exchange: { [continuation, weak self] events in
                    if !events.isEmpty { continuation.yield(events) }
                    return self?.takeCommands() ?? []
                }
            )
        )
        executor.setIdleAction { [weak self] in self?.work(session) ?? false }
    }

    deinit {
        close()
    }

    /// Hands commands to the session; never waits.
    package func send(_ commands: [SessionCommand]) {
        mailbox.withLock { $0.commands += commands }
        executor.poke()
    }

    /// Waits for the next events; nil once the session is closed.
    package func receive() async -> [SessionEvent]? {
        var iterator = events.makeAsyncIterator()
        return await iterator.next()
    }

    /// Stops the running script wherever it is.
    package func kill() {
        stop.kill()
        mailbox.withLock { $0.isKilled = true }
        executor.poke()
    }

    /// Ends the session and its threads; a script that runs is killed.
    package func close() {
        stop.kill()
        ticker.end()
        continuation.finish()
        executor.setIdleAction(nil)
        executor.stop()
    }

    /// Takes the commands that have come while something computes.
    private func takeCommands() -> [SessionCommand] {
        mailbox.withLock { mail in
            defer { mail.commands = [] }
            return mail.commands
        }
    }

    /// Does what the mailbox holds, on the session's thread.
    private func work(_ session: borrowing Mutex<ScriptSession>) -> Bool {
        let mail = mailbox.withLock { mail in
            defer { mail = Mailbox() }
            return mail
        }
        if mail.commands.isEmpty, !mail.isKilled { return false }
        ticker.start()
        let (events, isActive) = session.withLock { session in
            let events = session.receive(mail.commands) + (mail.isKilled ? session.endKilled() : [])
            return (events, session.isActive)
        }
        if !isActive { ticker.stop() }
        if !events.isEmpty { continuation.yield(events) }
        return true
    }
}
