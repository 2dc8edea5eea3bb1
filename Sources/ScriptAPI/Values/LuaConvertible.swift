public import LuaKit

/// Type that has a counterpart in Lua.
public protocol LuaTyped: SendableMetatype {
    /// What its values are in Lua.
    static var luaType: LuaTypeSpec { get }
}

/// Type that a bound function can take from Lua.
public protocol LuaConvertible: LuaTyped {
    /// Takes a value.
    ///
    /// - Parameter value: value from Lua; nil where none was given.
    /// - Throws: ``LuaMismatch`` for a value that does not fit.
    init(lua value: LuaValue) throws(LuaMismatch)
}

/// Why a value from Lua does not fit.
public enum LuaMismatch: Error, Hashable, Sendable {
    /// Value is of another type; worded from the declared type and the given one.
    case type
    /// What is wrong with it, in words that stand in brackets after the argument's name.
    case value(String)

    /// Words the mismatch.
    ///
    /// - Parameters:
    ///   - type: what was expected.
    ///   - kind: what was given, as in `table` or `no value`.
    /// - Returns: as in `string or integer expected, got table`.
    package func words(expected type: LuaTypeSpec, got kind: String) -> String {
        switch self {
        case .type: "\(type.words) expected, got \(kind)"
        case .value(let words): words
        }
    }
}

/// Type that a bound function can give to Lua.
public protocol LuaReturnable: LuaTyped {
    /// Makes the value for Lua.
    func luaValue() -> LuaValue
}
