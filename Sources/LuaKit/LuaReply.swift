/// What a raw bound function answers.
public enum LuaReply {
    /// Returns these values to the script.
    case values([LuaValue])
    /// Parks the coroutine: the machine's step returns ``LuaStep/waiting(for:)`` with this token.
    case suspend(for: (any Sendable)?)

    /// Returns nothing.
    public static var nothing: LuaReply { .values([]) }
    /// Parks the coroutine without a token.
    public static var suspend: LuaReply { .suspend(for: nil) }

    /// Returns one value.
    public static func value(_ value: LuaValue) -> LuaReply { .values([value]) }
}
