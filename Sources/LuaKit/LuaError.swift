/// What went wrong in Lua, or what a bound function wants to raise there.
public struct LuaError: Error, Sendable, CustomStringConvertible {
    /// Kind of error.
    public enum Kind: String, Sendable, CaseIterable {
        /// An error that the script did not catch.
        case script
        /// Source is no Lua.
        case syntax
        /// Memory limit reached, or no memory left.
        case memory
        /// Limit of coroutines reached.
        case coroutines
        /// Time limit reached: ``LuaStop/deadline()``.
        case deadline
        /// Called off: ``LuaStop/cancel()``.
        case cancelled
        /// LuaKit was asked for what it cannot do: a value that cannot be copied, a coroutine that has ended.
        case usage

        /// Whether the machine was stopped, so that no coroutine of it goes on.
        public var isStop: Bool { [.memory, .coroutines, .deadline, .cancelled].contains(self) }
    }

    /// Kind of error.
    public var kind: Kind
    /// One line, with the place before it as Lua puts it there.
    public var message: String
    /// Frames of the coroutine that failed, one a line, as Lua writes them; empty where there are none.
    public var traceback: String
    /// Place in the script; nil where it cannot be told.
    public var location: LuaLocation?
    /// Raised value, when it was no string and can be copied.
    public var value: LuaValue?

    /// Makes an error; thrown by a bound function, its message is raised with the caller's place before it.
    public init(
        _ kind: Kind,
        _ message: String,
        traceback: String = "",
        location: LuaLocation? = nil,
        value: LuaValue? = nil
    ) {
        self.kind = kind
        self.message = message
        self.traceback = traceback
        self.location = location
        self.value = value
    }

    /// Makes an error that a bound function raises as this value, untouched.
    public init(raising value: LuaValue) {
        self.init(.script, "error value", value: value)
    }

    /// Kind and message.
    public var description: String { "\(kind.rawValue): \(message)" }
}
