import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// How scripts name several rows of a class.
protocol RowsNaming: LuaConvertible {
    associatedtype Row: ScriptEntity

    /// Finds the numbers of the rows, in order and each once.
    func ids(on fog: FogHandle) throws -> Ask<[Identifier<Row>]>

    /// Whether an empty list was given, which names nothing on purpose.
    var isEmptyList: Bool { get }
}

/// Rows as scripts name them: one, or a list, of objects, numbers and exact names.
struct RowsArgument<Row: ScriptEntity & NamedEntity>: RowsNaming {
    let rows: [RowArgument<Row>]

    static var luaType: LuaTypeSpec { OneOrMany<RowArgument<Row>>.luaType }

    var isEmptyList: Bool { rows.isEmpty }

    init(_ rows: [RowArgument<Row>]) { self.rows = rows }

    init(lua value: LuaValue) throws(LuaMismatch) {
        rows = try OneOrMany<RowArgument<Row>>(lua: value).all
    }

    func ids(on fog: FogHandle) throws -> Ask<[Identifier<Row>]> {
        try found(on: fog).map { ids in
            var seen: Set<Identifier<Row>> = []
            return ids.filter { seen.insert($0).inserted }
        }
    }

    private func found(on fog: FogHandle) throws -> Ask<[Identifier<Row>]> {
        let names = rows.count { if case .key(.name) = $0 { true } else { false } }
        // One list is cheaper than a request for each name.
        guard names > 2 else { return try Lookup.ids(rows, fog) }
        return try Asking.all(Row.self).map { all in
            let numbers = Dictionary(all.map { ($0.name.lowercased(), $0.id) }) { first, _ in first }
            return try rows.map { row in
                switch row {
                case .row(let object):
                    try fog.check(object)
                    return object.row.id
                case .key(.id(let id)): return id
                case .key(.name(let name)):
                    if let id = numbers[name.lowercased()] { return id }
                    throw Lookup.unknown(Row.self, name, among: all)
                }
            }
        }
    }
}

extension HostsArgument: RowsNaming {
    typealias Row = Host

    var isEmptyList: Bool {
        if case .hosts(let hosts) = self { hosts.isEmpty } else { false }
    }
}
