extension World {
    /// Tables beside its own on which it depends whether FOG 1.5 lists a row.
    private static let companions: [String: String] = ["host": "macaddressassociation", "task": "host"]

    /// Rows that lists show, in their order: by name, else by number.
    ///
    /// The order is kept until one of the tables changes, so that a page of a large list costs no sorting of the rest.
    mutating func ordered(_ schema: Schema) -> [Row] {
        refreshOrder(of: schema)
        let table = store[schema.name]
        return orders[schema.name, default: (0, [], [])].ids.compactMap { table[$0] }
    }

    /// Numbers of the rows that lists show.
    mutating func listed(_ schema: Schema) -> Set<Int> {
        refreshOrder(of: schema)
        return orders[schema.name, default: (0, [], [])].listed
    }

    private mutating func refreshOrder(of schema: Schema) {
        let table = store[schema.name]
        let version = table.version + (Self.companions[schema.name].map { store[$0].version } ?? 0)
        if orders[schema.name]?.version == version { return }
        let listed = configuration.dialect.isFog16 ? table.all : table.all.filter(isListed)
        let ids = (schema.hasName ? Self.sortedByName(listed) : listed).map(\.id)
        orders[schema.name] = (version, ids, Set(ids))
    }
}
