public import LuaKit

/// A parameter or a result: its name and help, tied to its type.
public struct Parameter<Value>: Sendable {
    /// Name, type and help.
    public let spec: ParameterSpec
}

extension Parameter where Value: LuaConvertible {
    /// Declares a parameter.
    ///
    /// - Parameters:
    ///   - name: name in snake_case.
    ///   - help: one line for people, without a full stop.
    public init(_ name: String, _ help: String) {
        self.spec = ParameterSpec(name, Value.luaType, help)
    }
}

extension Parameter where Value: LuaReturnable {
    /// Declares a result.
    ///
    /// - Parameters:
    ///   - name: name in snake_case.
    ///   - help: one line for people, without a full stop.
    public init(result name: String, _ help: String) {
        self.spec = ParameterSpec(name, Value.luaType, help)
    }
}

/// Result of a function that returns nothing.
public struct Nothing: LuaReturnable, Sendable {
    /// No value.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("nil") }

    /// Makes the one value.
    public init() {}

    /// Makes nil.
    public func luaValue() -> LuaValue { .nil }
}
