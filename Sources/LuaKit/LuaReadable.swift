public import CLuaShim

/// A type that a bound function of fixed arity can take.
public protocol LuaReadable {
    /// Reads an argument in place; nil when it does not fit.
    static func read(_ frame: LuaFrame, _ index: Int32) -> Self?
    /// Name in messages, such as `integer`.
    static var luaName: String { get }
}

extension Int: LuaReadable {
    /// Reads an integer, as Lua's own functions do: floats without a fraction and numerals in strings fit.
    @inlinable
    public static func read(_ frame: LuaFrame, _ index: Int32) -> Int? {
        var fits: Int32 = 0
        let value = unsafe lua_tointegerx(frame.state, index, &fits)
        return fits != 0 ? Int(value) : nil
    }

    /// `integer`.
    @inlinable public static var luaName: String { "integer" }
}

extension Double: LuaReadable {
    /// Reads a number; numerals in strings fit.
    @inlinable
    public static func read(_ frame: LuaFrame, _ index: Int32) -> Double? {
        var fits: Int32 = 0
        let value = unsafe lua_tonumberx(frame.state, index, &fits)
        return fits != 0 ? value : nil
    }

    /// `number`.
    @inlinable public static var luaName: String { "number" }
}

extension Bool: LuaReadable {
    /// Reads a boolean and nothing else.
    @inlinable
    public static func read(_ frame: LuaFrame, _ index: Int32) -> Bool? {
        unsafe lua_type(frame.state, index) == LuaType.boolean.rawValue
            ? lua_toboolean(frame.state, index) != 0 : nil
    }

    /// `boolean`.
    @inlinable public static var luaName: String { "boolean" }
}

extension String: LuaReadable {
    /// Reads a string; bytes that are no UTF-8 become U+FFFD.
    @inlinable
    public static func read(_ frame: LuaFrame, _ index: Int32) -> String? {
        var count = 0
        guard let bytes = unsafe foglua_string(frame.state, index, &count) else { return nil }
        return unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// `string`.
    @inlinable public static var luaName: String { "string" }
}

extension Optional: LuaReadable where Wrapped: LuaReadable {
    /// Reads an argument that may be left out or nil.
    @inlinable
    public static func read(_ frame: LuaFrame, _ index: Int32) -> Wrapped?? {
        if unsafe lua_type(frame.state, index) <= 0 { return .some(nil) }
        return Wrapped.read(frame, index).map { .some($0) }
    }

    /// Name of the type, which may be absent.
    @inlinable public static var luaName: String { Wrapped.luaName }
}
