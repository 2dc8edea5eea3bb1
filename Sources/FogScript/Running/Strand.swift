import LuaKit

/// One line of execution of a script: its main chunk, or what `flow` has started beside it.
final class Strand {
    /// What a strand does next, or waits for.
    enum State {
        /// Made; its coroutine is yet to be started.
        case new(LuaReference, [LuaValue])
        /// Goes on in its turn with what its wait came to.
        case ready(Result<[LuaValue], any Error>)
        /// Gave way to the watchdog and goes on in its turn.
        case preempted
        /// Runs at this moment.
        case running
        /// Waits for the answer to the operation with that number.
        case asking(Int)
        /// Waits until another strand wakes it.
        case parked
        /// Has come to its end.
        case ended
    }

    /// Number by which `flow` names it; the main strand is 1.
    let number: Int
    /// Job of the prompt that it belongs to; nil in a run.
    let job: Int?
    /// What it does next.
    var state: State
    /// Lua's side; nil until it is started.
    var coroutine: LuaCoroutine?
    /// Whether each further operation raises `cancelled`.
    var isCancelled = false
    /// Whether a wait has raised `cancelled` already, so that it can park again to clean up.
    var hasHeard = false
    /// Whether it cleans up: it is not called off with the run, and neither is what it starts.
    var isShielded = false
    /// Whether it was woken while it was not parked.
    var isWoken = false

    init(_ number: Int, _ function: LuaReference, _ arguments: [LuaValue], job: Int? = nil) {
        self.number = number
        self.job = job
        state = .new(function, arguments)
    }

    /// Whether it waits for an answer or another strand.
    var isWaiting: Bool {
        switch state {
        case .asking, .parked: true
        default: false
        }
    }
}
