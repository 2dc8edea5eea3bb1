// SAFETY: the reference keeps the coroutine alive in Lua; LuaMachine looks at the pointer only while it is open itself.
/// A coroutine that the embedder resumes.
///
/// Belongs to the machine that started it.
///
/// Dropping it, or ``LuaMachine/abandon(_:)``, ends it without a word to the script: nothing unwinds, no handler runs.
@safe
public final class LuaCoroutine {
    /// What can be done with it.
    public enum Status: Sendable {
        /// Not started, or preempted: can be stepped.
        case ready
        /// Parked by a suspending function: can be resumed with its answer.
        case waiting
        /// Ended, failed, stopped or abandoned.
        case ended
    }

    /// What can be done with it.
    public internal(set) var status: Status = .ready
    let state: OpaquePointer
    let tables: LuaTableCopy
    private(set) var reference: LuaReference?
    /// Innermost coroutine of the script that waits.
    var waitingState: OpaquePointer?

    init(_ state: OpaquePointer, _ reference: LuaReference, tables: LuaTableCopy) {
        unsafe self.state = state
        self.reference = reference
        self.tables = tables
    }

    func end() {
        status = .ended
        reference = nil
        unsafe waitingState = nil
    }
}

/// How a step of a coroutine ended.
public enum LuaStep: Sendable {
    /// The function returned these values.
    case finished([LuaValue])
    /// A bound function suspended with this token; go on with one of the `resume` functions.
    case waiting(for: (any Sendable)?)
    /// Gave way to ``LuaStop/giveWay()``; go on with ``LuaMachine/step(_:)``.
    case preempted
    /// Ended by an error that the script did not catch, or by a stop.
    case failed(LuaError)
}
