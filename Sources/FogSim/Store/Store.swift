/// All tables of the simulated server.
struct Store: Sendable {
    private var tables: [String: Table]

    init() {
        tables = Dictionary(uniqueKeysWithValues: Tables.all.map { ($0.name, Table(schema: $0)) })
    }

    /// Table of a class.
    ///
    /// A class without a table is a fault of the simulator.
    subscript(name: String) -> Table {
        get {
            guard let table = tables[name] else { preconditionFailure("no table \(name) (bug)") }
            return table
        }
        _modify {
            guard tables[name] != nil else { preconditionFailure("no table \(name) (bug)") }
            yield &tables[name, default: Table(schema: Tables.empty)]
        }
    }

    /// Count of changes so far to all tables but those named.
    func version(without names: Set<String>) -> Int {
        tables.reduce(0) { names.contains($1.key) ? $0 : $0 + $1.value.version }
    }

    /// Table of a class, `nil` where FOG has no such class.
    func table(_ name: String) -> Table? { tables[name] }
}
