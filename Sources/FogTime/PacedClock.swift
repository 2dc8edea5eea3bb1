package import Foundation
import Synchronization

/// Clock that runs at a multiple of another, and can be put forward.
///
/// For a simulated server at a prompt: time passes while somebody thinks, only faster, and never jumps by itself.
package final class PacedClock: SessionClock {
    private struct State {
        /// Time that was skipped.
        var skipped = Duration.zero
        var calls = 0
        /// Waits under way, which look at the time anew when they are cancelled.
        var naps: [Int: Task<Void, Never>] = [:]
    }

    private let elapsed: @Sendable () -> Duration
    private let nap: @Sendable (Duration) async throws -> Void
    private let speed: Double
    private let state = Mutex(State())

    package let startDate: Date

    /// Starts the clock.
    ///
    /// - Parameters:
    ///   - date: date that it shows at this moment.
    ///   - speed: seconds that pass on it in a second of the base; more than 0.
    ///   - base: clock that it follows.
    package init<Base: Clock<Duration>>(startDate date: Date, speed: Double, base: Base)
    where Base.Duration == Duration {
        let origin = base.now
        startDate = date
        self.speed = speed
        elapsed = { origin.duration(to: base.now) }
        nap = { try await base.sleep(for: $0) }
    }

    /// Time since the clock was started, what was skipped included.
    package var now: SessionInstant {
        SessionInstant(elapsed: elapsed() * speed + state.withLock { $0.skipped })
    }

    /// Smallest difference between two moments.
    package var minimumResolution: Duration { .milliseconds(1) }

    /// Waits until a moment, or until it was skipped.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    package func sleep(until deadline: SessionInstant, tolerance: Duration?) async throws {
        while true {
            try Task.checkCancellation()
            guard let (number, task) = begin(deadline) else { return }
            await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
            state.withLock { $0.naps[number] = nil }
        }
    }

    /// Puts the clock forward, and wakes those whose moment has come.
    ///
    /// - Parameter time: more than zero.
    package func skip(_ time: Duration) {
        let naps = state.withLock { state in
            state.skipped += time
            return Array(state.naps.values)
        }
        for nap in naps { nap.cancel() }
    }

    /// Begins to wait; nil where the moment has come.
    private func begin(_ deadline: SessionInstant) -> (Int, Task<Void, Never>)? {
        let elapsed = elapsed() * speed
        // One step with reading the time: else what is skipped between the two would be waited for.
        return state.withLock { state in
            let left = deadline.elapsed - elapsed - state.skipped
            guard left > .zero else { return nil }
            state.calls += 1
            let task = Task<Void, Never> { [nap, speed] in
                // Whoever cancels it wants the time to be looked at.
                _ = try? await nap(left / speed)
            }
            state.naps[state.calls] = task
            return (state.calls, task)
        }
    }
}
