import LuaKit
import Synchronization

/// Stops what a session runs, from any thread, and watches that it does not run for too long.
package final class SessionStop: Sendable {
    private struct State {
        var stop: LuaStop?
        var isKilled = false
        var limit = 0
        var isStepping = false
        /// Whether what computes gives way ten times a second, so that others can say something.
        var isAtPrompt = false
        /// Looks since the last tick.
        var looks = 0
        /// Whether the next giving way is for the sake of others only.
        var isBrief = false
        /// Ticks since the script was last seen to make progress, and those in which it was seen running.
        var unseen = 0
        var seen = 0
    }

    private let state = Mutex(State())

    /// Makes a stop for a session in which nothing runs.
    package init() {}

    /// Stops the running script wherever it is; one that is about to start ends at once, until ``forgive()``.
    package func kill() {
        state.withLock { state in
            state.isKilled = true
            state.stop?.cancel()
        }
    }

    /// Whether a kill has not been dealt with yet.
    var isKilled: Bool { state.withLock { $0.isKilled } }

    /// Lets the next script run again.
    func forgive() {
        state.withLock { $0.isKilled = false }
    }

    /// Seconds between two calls of ``look()``.
    package static let pace: Double = 0.1

    /// Notes that a tenth of a second has passed; called ten times a second while a script runs.
    package func look() {
        let isTick = state.withLock { state in
            state.looks += 1
            if state.looks < 10, state.isAtPrompt, state.isStepping {
                state.isBrief = true
                state.stop?.giveWay()
            }
            defer { if state.looks == 10 { state.looks = 0 } }
            return state.looks == 10
        }
        if isTick { tick() }
    }

    /// Notes that a second has passed; called once a second while a script runs.
    ///
    /// A second counts against the script only if the script was seen to run in it: on a machine that is too busy to run
    /// the script at all, none does.
    package func tick() {
        state.withLock { state in
            guard state.isStepping, let stop = state.stop else { return }
            state.unseen += 1
            state.isBrief = false
            if state.unseen >= state.limit * 2 {
                stop.deadline()
            } else {
                stop.giveWay()
            }
        }
    }

    func attach(_ stop: LuaStop, stepLimit: Int, isAtPrompt: Bool = false) {
        state.withLock { state in
            state = State(stop: stop, isKilled: state.isKilled, limit: stepLimit)
            state.isAtPrompt = isAtPrompt
            if state.isKilled { stop.cancel() }
        }
    }

    func detach() {
        state.withLock { $0 = State(isKilled: $0.isKilled) }
    }

    /// Notes that a strand begins to run.
    func beginStep() {
        state.withLock { state in
            state.isStepping = true
            state.unseen = 0
            state.seen = 0
        }
    }

    /// Notes that a strand goes on after it gave way; stops it where its time is up.
    func resumeStep() {
        state.withLock { state in
            state.isStepping = true
            if state.isBrief { return }
            state.unseen = 0
            state.seen += 1
            if state.seen >= state.limit { state.stop?.deadline() }
        }
    }

    /// Notes that a strand waits or has ended.
    func endStep() {
        state.withLock { $0.isStepping = false }
    }
}
