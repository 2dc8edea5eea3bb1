// SAFETY: the pointers are valid during the call; LuaKit hands a frame only to closures that it runs itself, and keeps none.
/// A call of a bound function while it runs, for code that is inlined into callers.
///
/// Use ``LuaArguments`` otherwise.
@safe
public struct LuaFrame {
    /// Machine that runs.
    @usableFromInline let machine: OpaquePointer
    /// Coroutine that called; its stack holds the arguments.
    @usableFromInline let state: OpaquePointer

    @inlinable
    init(machine: OpaquePointer, state: OpaquePointer) {
        unsafe self.machine = machine
        unsafe self.state = state
    }
}
