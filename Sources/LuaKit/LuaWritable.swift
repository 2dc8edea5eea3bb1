public import CLuaShim

/// A type that a bound function of fixed arity can return.
public protocol LuaWritable {
    /// Pushes the value, or writes it to the out buffer; answers how many values were pushed, or the shim's code.
    func write(_ frame: LuaFrame) -> Int32
}

extension Int: LuaWritable {
    /// Pushes an integer.
    @inlinable
    public func write(_ frame: LuaFrame) -> Int32 {
        unsafe lua_pushinteger(frame.state, Int64(self))
        return 1
    }
}

extension Double: LuaWritable {
    /// Pushes a float.
    @inlinable
    public func write(_ frame: LuaFrame) -> Int32 {
        unsafe lua_pushnumber(frame.state, self)
        return 1
    }
}

extension Bool: LuaWritable {
    /// Pushes a boolean.
    @inlinable
    public func write(_ frame: LuaFrame) -> Int32 {
        unsafe lua_pushboolean(frame.state, self ? 1 : 0)
        return 1
    }
}

extension String: LuaWritable {
    /// Writes a string.
    public func write(_ frame: LuaFrame) -> Int32 {
        let writer = unsafe ValueWriter(frame.machine)
        return writer.finish(writer.string(self))
    }
}

extension Optional: LuaWritable where Wrapped: LuaWritable {
    /// Pushes nil, or the value.
    @inlinable
    public func write(_ frame: LuaFrame) -> Int32 {
        if let value = self { return value.write(frame) }
        unsafe lua_pushnil(frame.state)
        return 1
    }
}

extension LuaValue: LuaWritable {
    /// Pushes a scalar, or writes anything else.
    public func write(_ frame: LuaFrame) -> Int32 {
        switch self {
        case .nil: unsafe lua_pushnil(frame.state)
        case .boolean(let value): return value.write(frame)
        case .integer(let value): return value.write(frame)
        case .number(let value): return value.write(frame)
        default:
            let writer = unsafe ValueWriter(frame.machine)
            return writer.finish(writer.value(self))
        }
        return 1
    }
}

/// Nothing: what a bound function of fixed arity returns when it returns no value.
public struct LuaNothing: LuaWritable, Sendable {
    /// Makes nothing.
    @inlinable
    public init() {}

    /// Pushes nothing.
    @inlinable
    public func write(_ frame: LuaFrame) -> Int32 { 0 }
}
