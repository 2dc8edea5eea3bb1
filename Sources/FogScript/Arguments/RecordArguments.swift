import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// A class by FOG's own name: the object `fog.api.history`, or the name; plugins add classes of their own.
struct RecordClassArgument: LuaConvertible {
    var name: String

    static var luaType: LuaTypeSpec { LuaTypeSpec("Class", "string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let object = value.object(as: ClassObject.self) {
            name = object.name
            return
        }
        name = try String(lua: value).lowercased()
        guard ClassNames.isClassName(name) else { throw .value("\"\(name)\" is no name of a class") }
        if let hint = Suggestion.hint(for: name, among: ClassNames.all), !ClassNames.all.contains(name) {
            throw .value("unknown class \"\(name)\"; \(hint)")
        }
    }
}

/// Values by FOG's own names, as a table.
struct DataMap: LuaConvertible {
    var members: [String: DataValue]

    static var luaType: LuaTypeSpec { LuaTypeSpec("table") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        guard case .table(let table) = value else { throw .type }
        guard table.array.isEmpty else { throw .value("values have names, as in { name = \"x\" }") }
        members = [:]
        for (name, value) in table.fields { members[name] = try DataValue(lua: value) }
    }
}

/// A request in FOG's own words.
struct RequestOptions: LuaOptionTable {
    var method = "GET"
    var path = ""
    var query = ""
    var body: DataArgument?

    static let options: [LuaOption<RequestOptions>] = [
        .init("method", \.method, "GET, POST, PUT or DELETE (default GET)"),
        .init("path", \.path, isRequired: true, "path with its leading /fog, as in /fog/image/1"),
        .init("query", \.query, "what follows the question mark"),
        .init("body", \.body, "table that is sent as JSON"),
    ]

    init() {}

    var operation: RecordOperation { .send(method: method, path: path, query: query, body: body?.value) }
}

/// Where to search.
struct SearchOptions: LuaOptionTable {
    var name: RecordClassArgument?

    static let options: [LuaOption<SearchOptions>] = [
        .init("class", \.name, "one class by FOG's own name; the usual ones if absent")
    ]

    init() {}
}

/// Any value that can be sent.
struct DataArgument: LuaConvertible {
    var value: DataValue

    static var luaType: LuaTypeSpec { LuaTypeSpec("table", "string", "number", "boolean") }

    init(lua value: LuaValue) throws(LuaMismatch) { self.value = try DataValue(lua: value) }
}

extension DataValue {
    /// Takes a value from Lua; a table is a list where it has items, else a map.
    init(lua value: LuaValue) throws(LuaMismatch) {
        switch value {
        case .nil: self = .null
        case .boolean(let flag): self = .bool(flag)
        case .integer(let number): self = .integer(number)
        case .number(let number): self = .number(number)
        case .string(let text): self = .text(text.string)
        case .table(let table):
            var values: [DataValue] = []
            for item in table.array { values.append(try DataValue(lua: item)) }
            var members: [Member] = []
            for (name, value) in table.fields.sorted(by: { $0.key < $1.key }) {
                members.append(Member(name, try DataValue(lua: value)))
            }
            guard values.isEmpty || members.isEmpty else { throw .value("a table is a list or has names, not both") }
            self = values.isEmpty ? .map(members) : .list(values)
        case .object(let object):
            guard let row = object as? any RowObject else { throw .value("\(value.kind) cannot be sent") }
            self = .integer(row.number)
        case .reference: throw .value("\(value.kind) cannot be sent")
        }
    }

    /// Value as scripts see it.
    var luaValue: LuaValue {
        switch self {
        case .null: .nil
        case .bool(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .text(let text): LuaValue(text)
        case .list(let values): LuaValue(values.map(\.luaValue))
        case .map(let members): LuaValue(Dictionary(members.map { ($0.name, $0.value.luaValue) }) { $1 })
        case .secret: .object(SecretObject.keptBack)
        }
    }
}

/// A row without a type, as a table.
struct RecordTable: LuaReturnable {
    private let record: Record

    init(_ record: Record) { self.record = record }

    static var luaType: LuaTypeSpec { LuaTypeSpec("table") }

    /// Its number is one in either way of writing numbers.
    func luaValue() -> LuaValue {
        guard case .table(var table) = DataValue.map(record.members).luaValue else { return .nil }
        if let id = record.id { table["id"] = .integer(id) }
        return .table(table)
    }
}

/// What a search has found, as a table.
struct FoundTable: LuaReturnable {
    let row: Record

    static var luaType: LuaTypeSpec { LuaTypeSpec("table") }

    func luaValue() -> LuaValue {
        LuaValue(["class": LuaValue(row.className), "id": row.id.luaValue(), "name": row["name"]?.luaValue ?? .nil])
    }
}

/// Answer of the server to a request in FOG's own words, as a table.
struct RawTable: LuaReturnable {
    let reply: RawReply

    static var luaType: LuaTypeSpec { LuaTypeSpec("table") }

    func luaValue() -> LuaValue {
        LuaValue(["status": .integer(reply.status), "body": reply.body?.luaValue ?? .nil])
    }
}
