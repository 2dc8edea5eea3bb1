extension World {
    /// Tables whose rows go with a deleted row, and the column that names it.
    ///
    /// Origin: `destroy` of FOG's classes; api-1.5.md section 5, "Deletes".
    private static let dependents: [String: [(table: String, column: String)]] = [
        "host": [
            ("macaddressassociation", "hostID"), ("inventory", "hostID"), ("groupassociation", "hostID"),
            ("snapinassociation", "hostID"), ("printerassociation", "hostID"), ("moduleassociation", "hostID"),
            ("hostscreensetting", "hostID"), ("hostautologout", "hostID"), ("powermanagement", "hostID"),
            ("task", "hostID"), ("imaginglog", "hostID"), ("usertracking", "hostID"), ("snapinjob", "hostID"),
            ("nodefailure", "hostID"),
        ],
        "image": [("imageassociation", "imageID")],
        "group": [("groupassociation", "groupID")],
        "snapin": [
            ("snapinassociation", "snapinID"), ("snapingroupassociation", "snapinID"), ("snapintask", "snapinID"),
        ],
        "printer": [("printerassociation", "printerID")],
        "module": [("moduleassociation", "moduleID")],
        "storagegroup": [("imageassociation", "storagegroupID"), ("snapingroupassociation", "storagegroupID")],
        "snapinjob": [("snapintask", "jobID")],
        "multicastsession": [("multicastsessionassociation", "msID")],
    ]

    /// Deletes a row with what hangs on it.
    ///
    /// - Throws: 404 where there is no such row or the row is invalid.
    mutating func remove(_ schema: Schema, _ id: Int) throws(Refusal) -> Reply {
        guard let row = store[schema.name][id], isValid(row) else { throw .notFound }
        destroy(row)
        return .ok("\"\"")
    }

    /// Deletes a row with what hangs on it.
    mutating func destroy(_ row: Row) {
        for (table, column) in Self.dependents[row.schema.name] ?? [] {
            for dependent in store.table(table)?.rows(where: column, row.id) ?? [] { destroy(dependent) }
        }
        if row.schema.name == "image" { setImage(0, on: store["host"].rows(where: "imageID", row.id).map(\.id)) }
        store[row.schema.name].remove(row.id)
        if row.schema.name == "host" { machines[row.id] = nil }
        if row.schema.name == "task" { callNext(ofGroup: slotGroup(of: row)) }
    }
}
