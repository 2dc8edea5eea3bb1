import Foundation
import Synchronization

/// Executor with one thread of its own, which runs jobs in the order in which they came.
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
        wakeUp.lock()
        state.withLock { $0.jobs.append(job) }
        wakeUp.signal()
        wakeUp.unlock()
    }

    /// Sets what is done each time that no job is left.
    ///
    /// - Parameter action: called on the executor's thread; nil does nothing.
    package func setIdleAction(_ action: IdleAction?) {
        wakeUp.lock()
        state.withLock { state in
            state.whenIdle = action
            state.isPoked = true
        }
        wakeUp.signal()
        wakeUp.unlock()
    }

    /// Has the idle action called again soon, from any thread.
    package func poke() {
        wakeUp.lock()
        state.withLock { $0.isPoked = true }
        wakeUp.signal()
        wakeUp.unlock()
    }

    /// Ends the thread once its jobs are done; jobs that come later are never run.
    package func stop() {
        wakeUp.lock()
        state.withLock { $0.isStopped = true }
        wakeUp.signal()
        wakeUp.unlock()
    }

    private func run() {
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
            guard waitForJob() else { return }
        }
    }

    /// Sleeps until something is queued, set or poked; false once the executor has been stopped.
    private func waitForJob() -> Bool {
        wakeUp.lock()
        defer { wakeUp.unlock() }
        if state.withLock({ !$0.jobs.isEmpty || $0.isPoked }) { return true }
        if state.withLock({ $0.isStopped }) { return false }
        wakeUp.wait()
        return true
    }
}
