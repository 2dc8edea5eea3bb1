import FogModel
import LuaKit
import ScriptAPI

/// A selector of hosts in its text form.
struct SelectorArgument: LuaConvertible {
    var selector: Selector
    var text: String

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        text = try String(lua: value)
        do {
            selector = try Selector(text)
        } catch {
            throw .value(error.description)
        }
    }
}

/// How hosts are listed.
struct SelectionOptions: LuaOptionTable {
    var allowEmpty: Bool?

    static let options: [LuaOption<SelectionOptions>] = [
        .init("allow_empty", \.allowEmpty, "let parts of the selector name or fit nothing (default false)")
    ]

    init() {}
}

/// One value or a list of them.
enum OneOrMany<Element: LuaConvertible>: LuaConvertible {
    case one(Element)
    case many([Element])

    static var luaType: LuaTypeSpec {
        var type = Element.luaType
        type.alternatives.append("list")
        return type
    }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if value.table != nil {
            self = .many(try [Element](lua: value))
        } else {
            self = .one(try Element(lua: value))
        }
    }

    /// Elements in order.
    var all: [Element] {
        switch self {
        case .one(let element): [element]
        case .many(let elements): elements
        }
    }
    /// Whether a list was given.
    var isList: Bool { if case .many = self { true } else { false } }
}
