extension World {
    /// Makes a row and answers with the whole object.
    ///
    /// - Throws: 500 `Already created`, 417 for a field that is missing, 404 for a row that was saved and is invalid.
    mutating func create(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        if let name = call.body["name"], exists(name.phpString, in: schema) { throw .error("Already created") }
        let macs = schema.name == "host" ? try macsOfNewHost(call.body) : []
        for column in schema.required {
            guard let value = call.body[column], value.isTrue || Self.isNumeric(value) else {
                throw .error("Required database field is empty: \(column)", 417)
            }
        }
        var row = store[schema.name].blank(now: stamp, user: call.login ?? "fog")
        for column in schema.columns where column.name != "id" {
            if let value = call.body[column.name] { row[column.name] = column.fit(value) }
        }
        if !quirks.contains(.createdDisabled), ["image", "snapin"].contains(schema.name), call.body["isEnabled"] == nil
        {
            row.set("isEnabled", "1")
        }
        if schema.name == "macaddressassociation", !quirks.contains(.macMovesSilently),
            owner(of: row.text("mac")).map({ $0 != row.integer("hostID") }) ?? false
        {
            throw .error("Already created")
        }
        let before = quirks.contains(.savesBeforeValidating) ? nil : store
        let id = try save(row)
        try attach(schema, id, macs, call.body)
        return try judged(schema, id, call, before)
    }

    /// Answers with a row that was saved.
    ///
    /// - Throws: 404 for an invalid row, which is undone to `before` where that is given.
    mutating func judged(_ schema: Schema, _ id: Int, _ call: Call, _ before: Store?) throws(Refusal) -> Reply {
        if let before, !(store[schema.name][id].map(isValid) ?? false) {
            store = before
            throw .notFound
        }
        return try single(schema, id, call)
    }

    /// Stores a new row; one that repeats a unique key updates the row that has it.
    ///
    /// - Throws: 404 where that changes nothing: MariaDB then reports no number.
    @discardableResult
    mutating func save(_ row: Row) throws(Refusal) -> Int {
        let unique = row.schema.unique
        guard !unique.isEmpty, let twin = twin(of: row, by: unique) else { return store[row.schema.name].put(row) }
        var merged = row
        merged.id = twin.id
        if row.schema.ordinals["createdTime"] != nil { merged["createdTime"] = twin["createdTime"] }
        if merged.cells == twin.cells { throw .notFound }
        return store[row.schema.name].put(merged)
    }

    /// Row that has the same unique key as a new one.
    func twin(of row: Row) -> Row? { row.schema.unique.isEmpty ? nil : twin(of: row, by: row.schema.unique) }

    private func twin(of row: Row, by unique: [String]) -> Row? {
        let table = store[row.schema.name]
        let candidates = table.lookup(unique[0], [row[unique[0]]])?.compactMap { table[$0] } ?? table.all
        return candidates.first { candidate in unique.allSatisfy { candidate[$0] == row[$0] } }
    }

    static func isNumeric(_ value: JSON) -> Bool {
        switch value {
        case .number: true
        case .string(let text): Double(text) != nil
        default: false
        }
    }

    /// Reads the addresses of a host to be made; each must be an address that no host has.
    ///
    /// - Throws: a crash, as PHP 8 does without a list of addresses and FOG does for a bad or taken one.
    private func macsOfNewHost(_ body: JSON) throws(Refusal) -> [String] {
        guard let given = body["macs"] else {
            // `count(null)` is 0 before PHP 8 and an error from it on.
            if quirks.contains(.hostWithoutMACsCrashes) { throw .crash }
            return []
        }
        var macs: [String] = []
        for element in given.elements {
            guard let mac = MACAddress.normalized(element.phpString), owner(of: mac) == nil else { throw .crash }
            if !macs.contains(mac) { macs.append(mac) }
        }
        return macs
    }

    /// Host that has a MAC address, `nil` where none has.
    func owner(of mac: String) -> Int? {
        let table = store["macaddressassociation"]
        return table.lookup("mac", [.text(mac)])?.compactMap { table[$0]?.integer("hostID") }.first
    }

    /// Adds what hangs on a new row: addresses, members, snapins, storage groups.
    mutating func attach(_ schema: Schema, _ id: Int, _ macs: [String], _ body: JSON) throws(Refusal) {
        switch schema.name {
        case "host":
            for (position, mac) in macs.enumerated() { addMAC(mac, to: id, isPrimary: position == 0) }
            if let snapins = body["snapins"] { associate("snapinassociation", "hostID", id, "snapinID", snapins) }
            if let groups = body["groups"] { associate("groupassociation", "hostID", id, "groupID", groups) }
            if let printers = body["printers"] { associate("printerassociation", "hostID", id, "printerID", printers) }
            if let modules = body["modules"] { associate("moduleassociation", "hostID", id, "moduleID", modules) }
        case "group":
            guard let hosts = body["hosts"] else { break }
            associate("groupassociation", "groupID", id, "hostID", hosts)
            if let image = body["imageID"] { try setImage(image, onMembersOf: id) }
        case "image":
            addStorageGroups("imageassociation", "imageID", id, body)
            if let hosts = body["hosts"] { setImage(id, on: hosts.elements.map(\.phpInteger)) }
        case "snapin":
            addStorageGroups("snapingroupassociation", "snapinID", id, body)
            if let hosts = body["hosts"] { associate("snapinassociation", "snapinID", id, "hostID", hosts) }
        case "printer":
            if let hosts = body["hosts"] { associate("printerassociation", "printerID", id, "hostID", hosts) }
        default: break
        }
    }

    /// Attaches an image or snapin to the storage groups named in the body, to the first of all where none is.
    private mutating func addStorageGroups(_ table: String, _ column: String, _ id: Int, _ body: JSON) {
        let groups = body["storagegroups"]?.elements.map(\.phpInteger) ?? store["storagegroup"].ids.prefix(1).map { $0 }
        for (position, group) in groups.enumerated() {
            var row = store[table].blank(now: stamp, user: "fog")
            row.set(column, id)
            row.set("storagegroupID", group)
            row.set("primary", position == 0 ? "1" : "")
            _ = try? save(row)
        }
    }
}
