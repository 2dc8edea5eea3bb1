import FogModel
import LuaKit
import ScriptAPI

/// Values that rows are to have to be listed, as a table by field.
struct RowFilter<Row: ScriptEntity>: LuaOptionTable {
    var values: [String: FieldValue] = [:]

    static var options: [LuaOption<RowFilter>] {
        Row.fields.filter { ![.texts, .references].contains($0.kind) }.map { field in
            valueOption(field.name, field.kind, field.help) { $0.values[$1] = $2 }
        }
    }

    init() {}
}

/// New values of a row, as a table by field.
struct RowChanges<Row: ScriptEntity & ChangeableEntity>: LuaOptionTable {
    var values: [String: FieldValue] = [:]

    static var options: [LuaOption<RowChanges>] {
        Row.fields.filter { Row.writable.contains($0.name) && !Row.fixed.contains($0.name) }.map { field in
            valueOption(field.name, field.kind, field.help) { $0.values[$1] = $2 }
        }
    }

    init() {}
}

/// What a new row is made of, as a table by field; a name has to be there where the class has names.
struct RowDraft<Row: ScriptEntity & ChangeableEntity>: LuaOptionTable {
    var values: [String: FieldValue] = [:]

    static var options: [LuaOption<RowDraft>] {
        let isNamed = Row.self is any NamedEntity.Type
        return Row.fields.filter { Row.writable.contains($0.name) }.map { field in
            let isRequired = isNamed && field.name == "name"
            return valueOption(field.name, field.kind, isRequired: isRequired, field.help) { $0.values[$1] = $2 }
        }
    }

    init() {}
}

/// Declares an option that is the value of a field; an empty text clears it.
///
/// The number of another row may be given by that row's object, as in `hostID = host`.
func valueOption<Options>(
    _ name: String,
    _ kind: FieldKind,
    isRequired: Bool = false,
    _ help: String,
    set: @escaping @Sendable (inout Options, String, FieldValue) -> Void
) -> LuaOption<Options> {
    switch kind {
    case .flag:
        LuaOption(name, Bool.luaType, isRequired: isRequired, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .flag(try Bool(lua: value)))
        }
    case .reference:
        LuaOption(name, Int.luaType, isRequired: isRequired, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .integer(try referenced(value, by: name)))
        }
    case .integer, .time:
        LuaOption(name, Int.luaType, isRequired: isRequired, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .integer(try Int(lua: value)))
        }
    case .number:
        LuaOption(name, Double.luaType, isRequired: isRequired, help) { (options, value) throws(LuaMismatch) in
            set(&options, name, .number(try Double(lua: value)))
        }
    case .text, .texts, .references:
        LuaOption(name, String.luaType, isRequired: isRequired, help) { (options, value) throws(LuaMismatch) in
            let text = try String(lua: value)
            set(&options, name, text.isEmpty ? .none : .text(text))
        }
    }
}

/// Number of a row that a field points at, as in `hostID` at a host.
private func referenced(_ value: LuaValue, by name: String) throws(LuaMismatch) -> Int {
    if case .object(let object) = value, let row = object as? any RowObject {
        guard name.lowercased() == (type(of: row).typeName + "id").lowercased() else { throw .type }
        return row.number
    }
    return try Int(lua: value)
}
