extension World {
    /// Whether the server takes a row for real when asked for it by number.
    ///
    /// Rows are saved first and judged after, so there may be rows that are listed and cannot be reached.
    ///
    /// Origin: `isValid` of `lib/fog/fogcontroller.class.php` and its subclasses.
    func isValid(_ row: Row) -> Bool {
        for column in row.schema.required where row[column] == .text("") { return false }
        switch row.schema.name {
        case "host": return Self.isSafeHostName(row.name) && HostMembers.primary(of: row.id, store) != nil
        case "image": return store["imagetype"][row.integer("imageTypeID")] != nil
        case "printer": return !row.text("config").isEmpty
        default: return true
        }
    }

    /// Whether lists show a row: they join its companions, and a row without one falls out.
    func isListed(_ row: Row) -> Bool {
        switch row.schema.name {
        case "host": HostMembers.primary(of: row.id, store) != nil
        case "task": store["host"][row.integer("hostID")] != nil
        default: true
        }
    }

    /// Whether a name is one of 1 to 15 letters that FOG allows a host.
    ///
    /// Origin: `lib/fog/host.class.php`, `isHostnameSafe`.
    static func isSafeHostName(_ name: String) -> Bool {
        (1...15).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9": true
                default: "_!@#$%^()-'{}.~".unicodeScalars.contains(scalar)
                }
            }
    }

    /// Whether another row of the class has this name; case does not count.
    func exists(_ name: String, in schema: Schema) -> Bool {
        guard !name.isEmpty, schema.hasName else { return false }
        var filter = Filter(schema, .null)
        filter.require("name", .text(name))
        return store[schema.name].all.contains { filter.matches($0) }
    }
}
