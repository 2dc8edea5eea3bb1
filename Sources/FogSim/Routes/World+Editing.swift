extension World {
    /// Changes the given fields of a row and answers with the whole object.
    ///
    /// Fields that are not given are stored anew in the form in which they were read, HTML-escaped: `&` grows with
    /// each call.
    ///
    /// - Throws: 404 where the row is missing, invalid, or made invalid by the change, which is kept; 500 `Already
    ///   created` for a name that is taken, one's own with a capital letter included.
    mutating func edit(_ schema: Schema, _ id: Int, _ call: Call) throws(Refusal) -> Reply {
        guard var row = store[schema.name][id], isValid(row) else { throw .notFound }
        if let name = call.body["name"]?.phpString, exists(name, in: schema), !isOwnName(name, of: row) {
            throw .error("Already created")
        }
        for column in schema.columns where column.name != "id" {
            if let value = call.body[column.name] {
                row[column.name] = column.fit(value)
            } else if case .text(let old) = row[column.name], call.isEscaping, quirks.contains(.htmlEscapeGrows) {
                row[column.name] = column.fit(.string(Markup.escape(old)))
            }
        }
        if schema.name == "host", let macs = call.body["macs"] { try replaceMACs(of: id, macs) }
        let before = quirks.contains(.savesBeforeValidating) ? nil : store
        let old = store[schema.name][id]
        store[schema.name].put(row)
        try reattach(schema, id, call.body)
        if schema.name == "task", let old { taskChanged(from: old, to: row) }
        if schema.name == "storagenode" { callNext(ofGroup: row.integer("storagegroupID")) }
        return try judged(schema, id, call, before)
    }

    /// Whether a name is a row's own; FOG 1.5 folds the case of the stored one alone.
    private func isOwnName(_ name: String, of row: Row) -> Bool {
        if quirks.contains(.ownNameTaken) { return Markup.escape(row.name).lowercased() == name }
        return row.name.lowercased() == name.lowercased()
    }

    /// Replaces a host's addresses.
    ///
    /// With FOG 1.5 the first new one becomes primary and the old primary is lost; without its quirk the first given
    /// is primary and all others go.
    ///
    /// - Throws: a crash where a new address is bad or taken, with the quirk also where none is new.
    private mutating func replaceMACs(of host: Int, _ given: JSON) throws(Refusal) {
        guard quirks.contains(.macsPutDropsPrimary) else { return try setMACs(of: host, given) }
        let rows = store["macaddressassociation"].rows(where: "hostID", host)
        let wanted = given.elements.map { MACAddress.normalized($0.phpString) ?? $0.phpString }
        let new = wanted.filter { mac in !rows.contains { $0.text("mac") == mac } }
        guard !new.isEmpty, new.allSatisfy({ MACAddress.normalized($0) != nil && owner(of: $0) == nil }) else {
            throw .crash
        }
        for row in rows where row["primary"].isTrue || !wanted.contains(row.text("mac")) {
            store["macaddressassociation"].remove(row.id)
        }
        for (position, mac) in new.enumerated() { addMAC(mac, to: host, isPrimary: position == 0) }
    }

    private mutating func setMACs(of host: Int, _ given: JSON) throws(Refusal) {
        let wanted = given.elements.map { MACAddress.normalized($0.phpString) ?? "" }
        guard wanted.allSatisfy({ !$0.isEmpty && (owner(of: $0) ?? host) == host }) else { throw .crash }
        for row in store["macaddressassociation"].rows(where: "hostID", host) {
            store["macaddressassociation"].remove(row.id)
        }
        for (position, mac) in wanted.enumerated() { addMAC(mac, to: host, isPrimary: position == 0) }
    }

    /// Replaces what hangs on a row where the body names it.
    mutating func reattach(_ schema: Schema, _ id: Int, _ body: JSON) throws(Refusal) {
        switch schema.name {
        case "host":
            if let snapins = body["snapins"] { replace("snapinassociation", "hostID", id, "snapinID", snapins) }
            if let groups = body["groups"] { replace("groupassociation", "hostID", id, "groupID", groups) }
            if let printers = body["printers"] { replace("printerassociation", "hostID", id, "printerID", printers) }
            if let modules = body["modules"] { setModules(of: id, modules) }
        case "group":
            if let hosts = body["hosts"] { replace("groupassociation", "groupID", id, "hostID", hosts) }
            if let image = body["imageID"], image.isTrue { try setImage(image, onMembersOf: id) }
            for host in Membership.hosts(of: id, store) {
                if let snapins = body["snapins"] { replace("snapinassociation", "hostID", host, "snapinID", snapins) }
                if quirks.contains(.groupModulesSetPrinters), let list = body["modules"] {
                    replace("printerassociation", "hostID", host, "printerID", list)
                }
                if let list = body["printers"] { replace("printerassociation", "hostID", host, "printerID", list) }
                if configuration.dialect.isFog16, let list = body["modules"] {
                    replace("moduleassociation", "hostID", host, "moduleID", list)
                }
            }
        case "image":
            if let hosts = body["hosts"] { setMembers(ofImage: id, hosts) }
            if let list = body["storagegroups"] { replace("imageassociation", "imageID", id, "storagegroupID", list) }
        case "snapin":
            if let hosts = body["hosts"] { replace("snapinassociation", "snapinID", id, "hostID", hosts) }
        case "printer":
            if let hosts = body["hosts"] { replace("printerassociation", "printerID", id, "hostID", hosts) }
        default: break
        }
    }

    /// Gives an image to the named hosts; all others that had it have none after that.
    private mutating func setMembers(ofImage image: Int, _ given: JSON) {
        let wanted = given.elements.map(\.phpInteger)
        let others = store["host"].rows(where: "imageID", image).map(\.id).filter { !wanted.contains($0) }
        setImage(0, on: others)
        setImage(image, on: wanted)
    }

    /// Edits a host's modules, on FOG 1.5 the wrong way round: those that the body names are not added.
    ///
    /// Origin: `lib/router/route.class.php`, `edit`, case `host`.
    private mutating func setModules(of host: Int, _ given: JSON) {
        guard quirks.contains(.modulesInverted) else {
            return replace("moduleassociation", "hostID", host, "moduleID", given)
        }
        let present = store["moduleassociation"].rows(where: "hostID", host).map { $0.integer("moduleID") }
        let named = given.elements.map(\.phpInteger)
        let kept = present.filter { !named.contains($0) }
        associate("moduleassociation", "hostID", host, "moduleID", .array(kept.map { .number(String($0)) }))
    }
}
