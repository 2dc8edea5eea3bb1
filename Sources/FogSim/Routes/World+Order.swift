extension World {
    /// Tables beside its own on which it depends whether FOG 1.5 lists a row.
    private static let companions: [String: String] = ["host": "macaddressassociation", "task": "host"]

    /// Rows that lists show, in their order: by name, else by number.
    ///
    /// The order is kept until one of the tables changes, so that a page of a large list costs no sorting of the rest.
    mutating func ordered(_ schema: Schema) -> [Row] {
        let table = store[schema.name]
        let version = table.version + (Self.companions[schema.name].map { store[$0].version } ?? 0)
        if let known = orders[schema.name], known.version == version { return known.ids.compactMap { table[$0] } }
        let listed = configuration.dialect.isFog16 ? table.all : table.all.filter(isListed)
        let rows = schema.hasName ? Self.sortedByName(listed) : listed
        orders[schema.name] = (version, rows.map(\.id))
        return rows
    }
}
