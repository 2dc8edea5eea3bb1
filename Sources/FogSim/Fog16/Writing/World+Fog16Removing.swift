extension World {
    /// Tables that keep a row from being deleted, and the column that names it.
    ///
    /// Origin: api-1.6.md section 7, "Delete"; which these are was not written down.
    private static let needed: [String: [(table: String, column: String)]] = [
        "storagegroup": [("storagenode", "storagegroupID")],
        "os": [("image", "osID")],
        "imagetype": [("image", "imageTypeID")],
        "imagepartitiontype": [("image", "imagePartitionTypeID")],
        "tasktype": [("task", "typeID"), ("scheduledtask", "taskTypeID")],
        "taskstate": [("task", "stateID")],
        "role": [("roleuserassociation", "roleID")],
    ]

    /// Deletes a row with what hangs on it; tasks of an image are cancelled first.
    ///
    /// - Throws: 404 where there is no such row, 409 where another needs it.
    mutating func remove16(_ schema: Schema, _ id: Int, _ caller: Caller) throws(Refusal) -> Reply {
        guard !Tables16.readOnly.contains(schema.name) else { throw .notImplemented }
        try check(Right(.delete, on: schema.name), caller)
        guard let row = store[schema.name][id] else { throw .notFound }
        try checkSite(schema, id, caller)
        for (table, column) in Self.needed[schema.name] ?? []
        where !store[table].rows(where: column, id).isEmpty {
            throw .error("\(schema.name) \(id) is in use by a \(table)", 409)
        }
        if schema.name == "image" {
            for task in TaskStates.active(store) where task.integer("imageID") == id { cancel(task: task) }
        }
        destroy(row)
        return .ok("\"\"")
    }
}
