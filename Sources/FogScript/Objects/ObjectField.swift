import FogModel
import LuaKit
import ScriptAPI

/// A field of an object that is no row of the server.
struct ObjectField<Object>: Sendable {
    let name: String
    let type: LuaTypeSpec
    /// One line for people, without a full stop.
    let help: String
    let get: @Sendable (Object) -> LuaValue

    init(_ name: String, _ type: LuaTypeSpec, _ help: String, _ get: @escaping @Sendable (Object) -> LuaValue) {
        (self.name, self.type, self.help, self.get) = (name, type, help, get)
    }

    /// What help says of it.
    var spec: ParameterSpec { ParameterSpec(name, type, help) }
}

extension Field {
    /// What it holds in Lua; a name is never nil.
    var type: LuaTypeSpec {
        switch kind {
        case .integer: .integer
        case .reference, .time: LuaTypeSpec("integer", isOptional: true)
        case .text: LuaTypeSpec("string", isOptional: name != "name")
        case .flag: .boolean
        case .texts, .references: .list
        case .number: LuaTypeSpec("number", isOptional: true)
        }
    }

    /// What help says of it.
    var spec: ParameterSpec { ParameterSpec(name, type, help) }
}

extension LuaTypeSpec {
    static let string = LuaTypeSpec("string")
    static let integer = LuaTypeSpec("integer")
    static let boolean = LuaTypeSpec("boolean")
    static let list = LuaTypeSpec("list")
}
