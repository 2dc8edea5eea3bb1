public import LuaKit

/// Instance of a Swift class that scripts handle as an object.
public protocol ScriptObject: AnyObject, Sendable, LuaReturnable {
    /// Name in messages, as in `Host`.
    static var typeName: String { get }
}

extension ScriptObject {
    /// Object's own type.
    public static var luaType: LuaTypeSpec { LuaTypeSpec(typeName) }

    /// Makes a value that stands for this instance.
    public func luaValue() -> LuaValue { .object(self) }
}
