extension World {
    /// Makes a row as FOG 1.6 does, which judges before it saves, and answers with the whole object.
    ///
    /// - Throws: 501 for a class that is only read, 403 without the right or for an empty name, 500 for a name that is
    ///   taken, 417 for a missing field, 400 for a field of the server's, 406 for an invalid value.
    ///
    /// Origin: api-1.6.md section 7, "Create".
    mutating func create16(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        guard !Tables16.readOnly.contains(schema.name) else { throw .notImplemented }
        try check(Right(.create, on: schema.name), caller)
        try checkName(call.body, of: nil, in: schema)
        for column in schema.required {
            guard let value = call.body[column], !value.phpString.isEmpty else {
                throw .error("Required database field is empty: \(column)", 417)
            }
        }
        var row = store[schema.name].blank(now: stamp, user: caller.name)
        try change(&row, call.body)
        if !quirks.contains(.createdDisabled), schema.column("isEnabled") != nil, call.body["isEnabled"] == nil {
            row.set("isEnabled", 1)
        }
        let isWithoutMACs = quirks.contains(.primacIgnored) && call.body["macs"] == nil
        let given = schema.name == "host" && !isWithoutMACs ? Self.givenMACs(call.body) : nil
        let macs = try macs(of: nil, given)
        if schema.name == "host", macs.isEmpty { throw .error("Required database field is empty: macs", 417) }
        // A pair that is bound already stays as it is.
        let id = (try? save(row)) ?? twin(of: row)?.id ?? 0
        for (position, mac) in macs.enumerated() { addMAC(mac, to: id, isPrimary: position == 0) }
        if schema.name == "host" { machines[id] = machines[id] ?? Machine() }
        try attach(schema, id, [], call.body)
        return try single16(schema, id, call, caller)
    }

    /// Writes what a body gives into a row: texts trimmed and not escaped, null as if absent.
    ///
    /// - Throws: 400 for a field that the server alone sets, unless it stays as it is; 406 for an invalid value; 500
    ///   for a needed number of another row that is none.
    func change(_ row: inout Row, _ body: JSON) throws(Refusal) {
        let schema = row.schema
        for column in schema.columns where column.name != "id" {
            guard let value = body[column.name] else { continue }
            let cell = column.fit(Self.trimmed(value))
            if Tables16.serverOwned[schema.name]?.contains(column.name) ?? false {
                guard cell == row[column.name] else { throw .error("Field is set by the server: \(column.name)", 400) }
            }
            if column.isLink, schema.required.contains(column.name), cell.number < 1 {
                throw .error("Save failed: \(column.name) must be a number of 1 or more")
            }
            row[column.name] = cell
        }
        try judge(&row)
    }

    private static func trimmed(_ value: JSON) -> JSON {
        if case .string(let text) = value { .string(String(Markup.trim(text))) } else { value }
    }

    /// Checks values before they are saved.
    ///
    /// - Throws: 406 with words; 500 for an address of another host.
    private func judge(_ row: inout Row) throws(Refusal) {
        switch row.schema.name {
        case "host" where !Self.isSafeHostName(row.name): throw .error("Invalid host name: \(row.name)", 406)
        case "image" where store["imagetype"][row.integer("imageTypeID")] == nil:
            throw .error("Invalid image type: \(row.integer("imageTypeID"))", 406)
        case "macaddressassociation":
            guard let mac = MACAddress.normalized(row.text("mac")) else {
                throw .error("Invalid MAC address: \(row.text("mac"))", 406)
            }
            row.set("mac", mac)
            let host = row.integer("hostID")
            if !quirks.contains(.macMovesSilently), let owner = owner(of: mac), owner != host {
                throw .error("Already created")
            }
        default: break
        }
    }

    /// Checks a name that is given.
    ///
    /// - Throws: 403 for an empty one, 500 for one that another row has; case does not count.
    func checkName(_ body: JSON, of own: Row?, in schema: Schema) throws(Refusal) {
        guard schema.hasName, let name = body["name"]?.phpString else { return }
        let trimmed = String(Markup.trim(name))
        guard !trimmed.isEmpty else { throw .error("Name must not be empty", 403) }
        if trimmed.lowercased() != own?.name.lowercased(), exists(trimmed, in: schema) {
            throw .error("Already created")
        }
    }

    /// Addresses that a body gives for a host: `macs`, or `primac` or `mac` for one; `nil` where it gives none.
    static func givenMACs(_ body: JSON) -> [String]? {
        if let macs = body["macs"] { return macs.elements.map(\.phpString) }
        return (body["primac"] ?? body["mac"]).map { [$0.phpString] }
    }

    /// Reads the addresses of a host.
    ///
    /// - Throws: 406 for what is no address, or one of another host.
    func macs(of host: Int?, _ given: [String]?) throws(Refusal) -> [String] {
        var macs: [String] = []
        for text in given ?? [] {
            guard let mac = MACAddress.normalized(text) else { throw .error("Invalid MAC address: \(text)", 406) }
            if let owner = owner(of: mac), owner != host {
                throw .error("MAC address belongs to another host: \(mac)", 406)
            }
            if !macs.contains(mac) { macs.append(mac) }
        }
        return macs
    }
}
