extension World {
    /// Answers with the rows in which a term occurs.
    ///
    /// The term is taken from the path as it is: `%` stays a wildcard, `%20` and `+` stand for anything.
    ///
    /// - Throws: a crash for tasks on PHP 8, where the server's code no longer works.
    mutating func search(_ schema: Schema, _ term: String, _ call: Call) throws(Refusal) -> Reply {
        if schema.name == "task", quirks.contains(.taskSearchCrashes) { throw .crash }
        let wild = Self.replace("%20", in: Self.replace("+", in: Self.replace(" ", in: term)))
        let pattern = "%" + wild + "%"
        let found = store[schema.name].all.filter { row in
            isListed(row) && !Self.isHidden(row) && (isFound(row, pattern) || isFoundNearby(row, pattern, term))
        }
        let tie = schema.name == "task" ? "hostID" : "id"
        return try reply(with: schema.hasName ? Self.sortedByName(found, then: tie) : found, of: schema, call)
    }

    private func isFound(_ row: Row, _ pattern: String) -> Bool {
        zip(row.schema.columns, row.cells).contains { column, cell in
            column.kind != .integer && Pattern.matches(cell.string, like: pattern)
        }
    }

    /// Looks in what belongs to a host: addresses, inventory, image, groups and snapins.
    ///
    /// Origin: `lib/fog/fogmanagercontroller.class.php`, `search`, case `host`; recordings 107, 108.
    private func isFoundNearby(_ row: Row, _ pattern: String, _ term: String) -> Bool {
        guard row.schema.name == "host" else { return false }
        let bare = MACAddress.bare(term)
        let macs = store["macaddressassociation"].rows(where: "hostID", row.id).map { $0.text("mac") }
        if macs.contains(where: { Pattern.matches($0, like: pattern) }) { return true }
        if bare.count >= 2, macs.contains(where: { MACAddress.bare($0).contains(bare) }), MACAddress.isHex(term) {
            return true
        }
        let inventory = store["inventory"].rows(where: "hostID", row.id)
        if inventory.contains(where: { isFound($0, pattern) }) { return true }
        return neighbours(of: row).contains {
            Pattern.matches($0.name, like: pattern) || Pattern.matches($0.text("description"), like: pattern)
        }
    }

    private func neighbours(of host: Row) -> [Row] {
        let image = store["image"][host.integer("imageID")].map { [$0] } ?? []
        let groups = store["groupassociation"].rows(where: "hostID", host.id)
            .compactMap { store["group"][$0.integer("groupID")] }
        let snapins = store["snapinassociation"].rows(where: "hostID", host.id)
            .compactMap { store["snapin"][$0.integer("snapinID")] }
        let printers = store["printerassociation"].rows(where: "hostID", host.id)
            .compactMap { store["printer"][$0.integer("printerID")] }
        return image + groups + snapins + printers
    }

    private static func replace(_ part: String, in text: String) -> String {
        var pieces: [Substring] = []
        var rest = Substring(text)
        while let range = rest.firstRange(of: part) {
            pieces.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return (pieces + [rest]).joined(separator: "%")
    }
}
