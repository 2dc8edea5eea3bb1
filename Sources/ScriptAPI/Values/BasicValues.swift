public import LuaKit

extension Bool: LuaConvertible, LuaReturnable {
    /// Lua's boolean.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("boolean") }

    /// Takes a boolean; nothing else counts as true or false.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        guard case .boolean(let flag) = value else { throw .type }
        self = flag
    }

    /// Makes a boolean.
    public func luaValue() -> LuaValue { .boolean(self) }
}

extension Int: LuaConvertible, LuaReturnable {
    /// Lua's integer.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("integer") }

    /// Takes an integer, or a float that is a whole number; a string of digits is no number here.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        switch value {
        case .integer(let number): self = number
        case .number(let number):
            guard let whole = Int(exactly: number) else { throw .value("number has no integer representation") }
            self = whole
        default: throw .type
        }
    }

    /// Makes an integer.
    public func luaValue() -> LuaValue { .integer(self) }
}

extension Double: LuaConvertible, LuaReturnable {
    /// Lua's number, integer or float.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("number") }

    /// Takes a number.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        switch value {
        case .integer(let number): self = Double(number)
        case .number(let number): self = number
        default: throw .type
        }
    }

    /// Makes a float.
    public func luaValue() -> LuaValue { .number(self) }
}

extension String: LuaConvertible, LuaReturnable {
    /// Lua's string.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    /// Takes a string; bytes that are no UTF-8 are replaced.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        guard case .string(let text) = value else { throw .type }
        self = text.string
    }

    /// Makes a string.
    public func luaValue() -> LuaValue { LuaValue(self) }
}

extension Optional: LuaTyped where Wrapped: LuaTyped {
    /// Wrapped type, or nil.
    public static var luaType: LuaTypeSpec {
        var type = Wrapped.luaType
        type.isOptional = true
        return type
    }
}

extension Optional: LuaConvertible where Wrapped: LuaConvertible {
    /// Takes a value; nil is none.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        self = value.isNil ? nil : try Wrapped(lua: value)
    }
}

extension Optional: LuaReturnable where Wrapped: LuaReturnable {
    /// Makes the wrapped value, or nil.
    public func luaValue() -> LuaValue { self?.luaValue() ?? .nil }
}
