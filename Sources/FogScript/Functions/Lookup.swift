import FogModel
import FogOperations
import ScriptAPI

/// Finds the row that a script names, and says which one may have been meant where there is none.
enum Lookup {
    static func row<Row: ScriptEntity & NamedEntity>(_ argument: RowArgument<Row>, _ fog: FogHandle) throws -> Ask<Row>
    {
        switch argument {
        case .row(let object):
            try fog.check(object)
            return .done(object.row)
        case .key(let key):
            let operation = FogOperation.rows(.find(EntityClass(Row.self), RowKey(key)))
            return try Asking.rows(Row.self, operation).then { rows in
                if let row = rows.first { return .done(row) }
                return try missing(key, operation)
            }
        }
    }

    /// Number of a row; only a name has to be looked up.
    static func id<Row: ScriptEntity & NamedEntity>(
        _ argument: RowArgument<Row>,
        _ fog: FogHandle
    ) throws -> Ask<Identifier<Row>> {
        if case .key(.id(let id)) = argument { return .done(id) }
        return try row(argument, fog).map(\.id)
    }

    /// Rows of some numbers as the server has them now, one request for each.
    static func rows<Row: ScriptEntity & NamedEntity>(_ ids: [Identifier<Row>]) throws -> Ask<[Row]> {
        try ids.reduce(.done([])) { found, id in
            try found.then { rows in
                let operation = FogOperation.rows(.find(EntityClass(Row.self), RowKey(Key<Row>.id(id))))
                return try Asking.rows(Row.self, operation).map { row in
                    if let row = row.first { return rows + [row] }
                    throw FogError(.notFound, "no \(Row.className) has the number \(id)", operation: operation.name)
                }
            }
        }
    }

    /// Numbers of some rows, one after the other.
    static func ids<Row: ScriptEntity & NamedEntity>(
        _ arguments: [RowArgument<Row>],
        _ fog: FogHandle
    ) throws -> Ask<[Identifier<Row>]> {
        try arguments.reduce(.done([])) { found, argument in
            try found.then { ids in try id(argument, fog).map { ids + [$0] } }
        }
    }

    /// Fails since there is no such row: with the nearest name, for which all rows are asked.
    static func missing<Row: NamedEntity, Value>(_ key: Key<Row>, _ operation: FogOperation) throws -> Ask<Value> {
        guard case .name(let name) = key else {
            throw FogError(.notFound, "no \(Row.className) has the number \(key)", operation: operation.name)
        }
        return try Asking.all(Row.self).map { rows in throw unknown(Row.self, name, among: rows) }
    }

    /// Says that there is no row of a name, with the nearest one.
    static func unknown<Row: NamedEntity>(_ type: Row.Type, _ name: String, among rows: [Row]) -> FogError {
        FogError(
            .notFound,
            "no \(Row.className) named \"\(name)\"",
            operation: "find\(EntityClass(Row.self).title)",
            hint: Suggestion.hint(for: name, among: rows.map(\.name))
        )
    }
}
