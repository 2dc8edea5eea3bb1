/// All tables of the simulated server.
struct Store: Sendable {
    private var tables: [String: Table]

    init(_ dialect: FogSim.Dialect) {
        tables = Tables.classes(of: dialect).mapValues { Table(schema: $0) }
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

    /// Keeps changes of all tables from now on.
    mutating func observe() { for name in tables.keys { self[name].observe() } }

    /// Gives the changes of all tables since the last call, by class.
    mutating func takeChanges() -> [(old: Row?, new: Row?)] {
        tables.keys.sorted().flatMap { self[$0].takeChanges() }
    }

    /// Count of changes so far to all tables but those named.
    func version(without names: Set<String>) -> Int {
        tables.reduce(0) { names.contains($1.key) ? $0 : $0 + $1.value.version }
    }

    /// Table of a class, `nil` where FOG has no such class.
    func table(_ name: String) -> Table? { tables[name] }
}
