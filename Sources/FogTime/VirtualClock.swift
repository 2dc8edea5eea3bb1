package import Foundation
import Synchronization

/// Clock that stands still until it is told to go to the next moment that anybody waits for.
///
/// Sleepers wake in the order of their deadlines, and in the order of their calls where those are equal, so that the
/// same calls give the same order on every run.
package final class VirtualClock: SessionClock {
    private struct Sleeper {
        var deadline: SessionInstant
        var number: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = SessionInstant.start
        var calls = 0
        var sleepers: [Sleeper] = []
        /// Calls that have a number but no continuation yet; false for those cancelled meanwhile.
        var arriving: [Int: Bool] = [:]
    }

    private let state = Mutex(State())

    package let startDate: Date

    /// Makes a clock that shows a date and stands still.
    package init(startDate date: Date) {
        startDate = date
    }

    /// Virtual time since the clock was made.
    package var now: SessionInstant { state.withLock { $0.now } }

    /// Smallest difference between two moments.
    package var minimumResolution: Duration { .nanoseconds(1) }

    /// Waits until the clock has been moved to a moment.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    package func sleep(until deadline: SessionInstant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let number = state.withLock { state in
            state.calls += 1
            state.arriving[state.calls] = true
            return state.calls
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(Sleeper(deadline: deadline, number: number, continuation: continuation))
            }
        } onCancel: {
            cancel(number)
        }
    }

    /// Moves to the earliest moment that anybody waits for, and wakes those who do.
    ///
    /// - Returns: false where nobody waits; the time stays as it was then.
    package func advance() -> Bool {
        let woken: [Sleeper] = state.withLock { state in
            guard let next = state.sleepers.first?.deadline else { return [] }
            state.now = max(state.now, next)
            let due = state.sleepers.prefix { $0.deadline <= state.now }
            state.sleepers.removeFirst(due.count)
            return Array(due)
        }
        for sleeper in woken { sleeper.continuation.resume() }
        return !woken.isEmpty
    }

    private func add(_ sleeper: Sleeper) {
        let outcome: Result<Void, any Error>? = state.withLock { state in
            if state.arriving.removeValue(forKey: sleeper.number) == false { return .failure(CancellationError()) }
            if sleeper.deadline <= state.now { return .success(()) }
            let before = state.sleepers.lastIndex { $0.deadline <= sleeper.deadline }
            state.sleepers.insert(sleeper, at: before.map { $0 + 1 } ?? 0)
            return nil
        }
        if let outcome { sleeper.continuation.resume(with: outcome) }
    }

    private func cancel(_ number: Int) {
        let sleeper: Sleeper? = state.withLock { state in
            guard let place = state.sleepers.firstIndex(where: { $0.number == number }) else {
                if state.arriving[number] != nil { state.arriving[number] = false }
                return nil
            }
            return state.sleepers.remove(at: place)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
