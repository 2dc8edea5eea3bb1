extension World {
    /// Changes rows as a hand in the database would, see ``FogSim/FogSim/patch(_:)``.
    mutating func patch(_ bytes: [UInt8]) -> Bool {
        guard let patch = JSONReader.read(bytes), case .object = patch else { return false }
        for (table, numbers) in Self.members(patch["remove"]) where store.table(table) != nil {
            for number in numbers.elements { store[table].remove(number.phpInteger) }
        }
        for (table, rows) in Self.members(patch["rows"]).sorted(by: { $0.key < $1.key }) {
            guard store.table(table) != nil else { return false }
            for fields in rows.elements { put(fields, in: table) }
        }
        for (table, number) in Self.members(patch["used"]) where store.table(table) != nil {
            store[table].reserve(through: number.phpInteger)
        }
        arrange()
        return true
    }

    private mutating func put(_ fields: JSON, in table: String) {
        let id = fields["id"]?.phpInteger ?? 0
        var row = store[table][id] ?? store[table].blank(now: stamp, user: "fog")
        for (name, value) in Self.members(fields) {
            guard let column = row.schema.column(name) else { continue }
            row[name] = value == .null ? .null : column.fit(value)
        }
        store[table].put(row)
    }

    private static func members(_ value: JSON?) -> [String: JSON] {
        if case .object(let members) = value { members } else { [:] }
    }
}
