import Foundation
import Synchronization

/// Executor with one thread of its own, which runs jobs in the order in which they came, one at a time.
///
/// Two busy scripts starve the shared pool of a small machine, and everything simulated needs one order: so the host of
/// a session runs on one of these, and the session's Lua on another.
package final class DedicatedThreadExecutor: TaskExecutor, SerialExecutor {
    /// What to do when there is no job; returns whether it may have made one.
    package typealias IdleAction = @Sendable () -> Bool

    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
        var isPoked = false
        var whenIdle: IdleAction?
        /// Whether a thread runs jobs at this moment: its own, or one that lends a hand.
        var isRunning = false
        /// Threads that will run what they make jobs of.
        var hands = 0

        var hasWork: Bool { !jobs.isEmpty || isPoked }

        /// Whether nobody sees by himself what has been queued.
        var needsWaking: Bool { !isRunning && hands == 0 }

        /// Begins to run jobs where there are any and nobody does.
        mutating func begin() -> Bool {
            guard hasWork, !isRunning else { return false }
            isRunning = true
            return true
        }
    }

    private let state = Mutex(State())
    private let wakeUp = NSCondition()

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - name: thread's name for debuggers.
    ///   - stackSize: bytes; Lua 5.4.4 words some errors recursively and needs 8 MiB or more.
    package init(name: String, stackSize: Int = 16 << 20) {
        let thread = Thread { [self] in run() }
        thread.name = name
        thread.stackSize = stackSize
        thread.start()
    }

    /// Queues a job.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        change { $0.jobs.append(job) }
    }

    /// Sets what is done each time that no job is left.
    ///
    /// - Parameter action: called where the jobs are run; nil does nothing.
    package func setIdleAction(_ action: IdleAction?) {
        change { state in
            state.whenIdle = action
            state.isPoked = true
        }
    }

    /// Has the idle action called again soon, from any thread.
    package func poke() {
        change { $0.isPoked = true }
    }

    /// Does something that makes jobs, and runs them on the calling thread where nobody else is about to: waking a thread
    /// takes several times as long as what most jobs do.
    ///
    /// - Parameter body: what makes jobs, as resuming a task that prefers this executor.
    package func lendHand(to body: () -> Void) {
        state.withLock { $0.hands += 1 }
        body()
        let hasBegun = state.withLock { state in
            state.hands -= 1
            return state.begin()
        }
        if hasBegun { work() }
    }

    /// Ends the thread once its jobs are done; jobs that come later are never run.
    package func stop() {
        change { $0.isStopped = true }
        wake()
    }

    private func change(_ update: (inout State) -> Void) {
        let needsWaking = state.withLock { state in
            update(&state)
            return state.needsWaking
        }
        if needsWaking { wake() }
    }

    private func wake() {
        // Whoever is about to sleep holds the lock from his last look on.
        wakeUp.lock()
        wakeUp.signal()
        wakeUp.unlock()
    }

    private func run() {
        while waitForWork() { work() }
    }

    /// Runs jobs until none is left and the idle action makes none.
    private func work() {
        while true {
            let jobs = state.withLock { state in
                defer { state.jobs.removeAll(keepingCapacity: true) }
                state.isPoked = false
                return state.jobs
            }
            for job in jobs {
                // SAFETY: each job is taken from the queue once, so it runs once.
                unsafe job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(),
                    taskExecutor: asUnownedTaskExecutor()
                )
            }
            guard jobs.isEmpty else { continue }
            if let action = state.withLock({ $0.whenIdle }), action() { continue }
            let isDone = state.withLock { state in
                state.isRunning = state.hasWork
                return !state.isRunning
            }
            if isDone { return }
        }
    }

    /// Sleeps until there is something to run and nobody runs it; false once the executor has been stopped.
    private func waitForWork() -> Bool {
        wakeUp.lock()
        defer { wakeUp.unlock() }
        while true {
            let (hasBegun, isStopped) = state.withLock { ($0.begin(), $0.isStopped) }
            if hasBegun || isStopped { return hasBegun }
            wakeUp.wait()
        }
    }
}
