import FogModel
import LuaKit
import ScriptAPI

/// A row as scripts name it: an object, a number, or an exact name.
enum RowArgument<Row: ScriptEntity>: LuaConvertible {
    /// The object itself.
    case row(EntityObject<Row>)
    /// Number or name.
    case key(Key<Row>)

    static var luaType: LuaTypeSpec { LuaTypeSpec(Row.scriptName, "string", "integer") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let object = value.object(as: EntityObject<Row>.self) {
            self = .row(object)
            return
        }
        switch value {
        case .string(let name):
            if name.string.isEmpty { throw .value("a name is empty") }
            self = .key(.name(name.string))
        case .integer, .number:
            self = .key(.id(try rowNumber(value)))
        default: throw .type
        }
    }
}

/// A task as scripts name it: an object or a number; names are not unique.
enum TaskArgument: LuaConvertible {
    case task(EntityObject<FogTask>)
    case id(TaskID)

    static var luaType: LuaTypeSpec { LuaTypeSpec("Task", "integer") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let object = value.object(as: EntityObject<FogTask>.self) {
            self = .task(object)
            return
        }
        switch value {
        case .integer, .number: self = .id(try rowNumber(value))
        default: throw .type
        }
    }
}

extension TaskArgument {
    /// Number of the task on a server.
    func id(on fog: FogHandle) throws -> TaskID {
        switch self {
        case .id(let id): return id
        case .task(let object):
            try fog.check(object)
            return object.row.id
        }
    }
}

/// A task type as scripts name it: an object, a number, or one of the usual names.
struct TaskTypeArgument: LuaConvertible {
    var key: TaskTypeKey

    static var luaType: LuaTypeSpec { LuaTypeSpec("string", "integer", "TaskType") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let object = value.object(as: EntityObject<TaskType>.self) {
            key = .id(object.row.id)
            return
        }
        switch value {
        case .integer, .number: key = .id(try rowNumber(value))
        case .string(let text):
            guard let name = TaskTypeName(rawValue: text.string) else {
                let names = TaskTypeName.allCases.map(\.rawValue)
                let hint =
                    Suggestion.hint(for: text.string, among: names)
                    ?? "usual ones are \(names.joined(separator: ", "))"
                throw .value("unknown task type \"\(text)\"; \(hint)")
            }
            key = .name(name)
        default: throw .type
        }
    }
}

/// Takes the number of a row.
func rowNumber<Row>(_ value: LuaValue) throws(LuaMismatch) -> Identifier<Row> {
    let number = try Int(lua: value)
    guard let id = Identifier<Row>(number) else { throw .value("\(number) is no number of a row; they begin with 1") }
    return id
}
