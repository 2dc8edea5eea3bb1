extension World {
    /// Changes the given fields of a row and answers with the whole object; lists replace what is bound to the row.
    ///
    /// - Throws: as ``create16(_:_:_:)``; 404 where there is no such row.
    ///
    /// Origin: api-1.6.md section 7, "Edit".
    mutating func edit16(_ schema: Schema, _ id: Int, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        guard !Tables16.readOnly.contains(schema.name) else { throw .notImplemented }
        try check(Right(.edit, on: schema.name), caller)
        guard let old = store[schema.name][id] else { throw .notFound }
        try checkSite(schema, id, caller)
        try checkName(call.body, of: old, in: schema)
        var row = old
        try change(&row, call.body)
        if schema.name == "host", let given = Self.givenMACs(call.body) {
            let macs = try macs(of: id, given)
            guard !macs.isEmpty else { throw .error("A host needs a MAC address", 406) }
            setMACs(of: id, macs)
        }
        try reattach(schema, id, call.body.without("macs"))
        store(row, instead: old)
        return try single16(schema, id, call, caller)
    }

    /// Stores a changed row and lets the hosts know.
    private mutating func store(_ row: Row, instead old: Row) {
        let name = row.schema.name
        guard row.cells != old.cells else { return }
        store[name].put(row)
        if name == "task" { taskChanged(from: old, to: row) }
        if name == "storagenode" { callNext(ofGroup: row.integer("storagegroupID")) }
    }

    private mutating func setMACs(of host: Int, _ macs: [String]) {
        for row in store["macaddressassociation"].rows(where: "hostID", host) {
            store["macaddressassociation"].remove(row.id)
        }
        for (position, mac) in macs.enumerated() { addMAC(mac, to: host, isPrimary: position == 0) }
    }
}

extension JSON {
    /// The same object without a key.
    func without(_ key: String) -> JSON {
        guard case .object(var members) = self else { return self }
        members[key] = nil
        return .object(members)
    }
}
