import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// How scripts name one row of a class, and how the row is found on a server.
protocol RowNaming: LuaConvertible {
    associatedtype Row: ScriptEntity

    /// Finds the row; fails where there is none.
    func row(on fog: FogHandle) throws -> Ask<Row>
    /// Finds the row's number; only a name has to be looked up.
    func id(on fog: FogHandle) throws -> Ask<Identifier<Row>>
    /// Finds the row; nil where there is none.
    func find(on fog: FogHandle) throws -> Ask<Row?>
}

extension RowArgument: RowNaming where Row: NamedEntity {
    func row(on fog: FogHandle) throws -> Ask<Row> { try Lookup.row(self, fog) }
    func id(on fog: FogHandle) throws -> Ask<Identifier<Row>> { try Lookup.id(self, fog) }

    func find(on fog: FogHandle) throws -> Ask<Row?> {
        guard case .key(let key) = self else { return try row(on: fog).map { $0 } }
        return try Asking.rows(Row.self, .rows(.find(EntityClass(Row.self), RowKey(key)))).map(\.first)
    }
}

/// A row of a class without names as scripts name it: an object or a number.
enum RowNumber<Row: ScriptEntity>: RowNaming {
    /// The object itself.
    case row(EntityObject<Row>)
    /// Number.
    case id(Identifier<Row>)

    static var luaType: LuaTypeSpec { LuaTypeSpec(Row.scriptName, "integer") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let object = value.object(as: EntityObject<Row>.self) {
            self = .row(object)
            return
        }
        switch value {
        case .integer, .number: self = .id(try rowNumber(value))
        default: throw .type
        }
    }

    func row(on fog: FogHandle) throws -> Ask<Row> {
        try find(on: fog).map { row in
            if let row { return row }
            let id = try number(on: fog)
            throw FogError(.notFound, "no \(Row.className) has the number \(id)", operation: "find\(Row.scriptName)")
        }
    }

    func id(on fog: FogHandle) throws -> Ask<Identifier<Row>> { .done(try number(on: fog)) }

    func find(on fog: FogHandle) throws -> Ask<Row?> {
        if case .row(let object) = self {
            try fog.check(object)
            return .done(object.row)
        }
        let key = RowKey.id(try number(on: fog).number)
        return try Asking.rows(Row.self, .rows(.find(EntityClass(Row.self), key))).map(\.first)
    }

    private func number(on fog: FogHandle) throws -> Identifier<Row> {
        switch self {
        case .id(let id): return id
        case .row(let object):
            try fog.check(object)
            return object.row.id
        }
    }
}
