extension World {
    /// Changes many rows at once, or adds hosts to groups by name.
    ///
    /// Without `ids` nothing is changed, and the answer is the same.
    ///
    /// - Throws: 403 without the right to create; 400 for names of a class that is no group; 501 on the betas.
    ///
    /// Origin: api-1.6.md section 8.
    mutating func join(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        guard !Tables16.readOnly.contains(schema.name), configuration.dialect != .fog16beta else {
            throw .notImplemented
        }
        try check(Right(.create, on: schema.name), caller)
        guard call.method == "PUT" else {
            guard schema.name == "group", let names = call.body["names"] else {
                throw .error("Only groups can be joined by name", 400)
            }
            joinGroups(names, call.body["hosts"] ?? .array([]), caller)
            return .empty(201)
        }
        for id in call.body["ids"]?.elements.map(\.phpInteger) ?? [] {
            guard let old = store[schema.name][id], caller.sees(old) else { continue }
            var row = old
            try change(&row, call.body.without("name"))
            store[schema.name].put(row)
            try bind(schema, id, call.body)
        }
        return .empty(202)
    }

    private mutating func joinGroups(_ names: JSON, _ hosts: JSON, _ caller: Caller) {
        for name in names.elements.map({ String(Markup.trim($0.phpString)) }) where !name.isEmpty {
            let known = store["group"].all.first { $0.name.lowercased() == name.lowercased() }
            var row = store["group"].blank(now: stamp, user: caller.name)
            row.set("name", name)
            let id = known?.id ?? store["group"].put(row)
            associate("groupassociation", "groupID", id, "hostID", hosts)
        }
    }

    /// Adds what a body names to a row; nothing is taken away.
    private mutating func bind(_ schema: Schema, _ id: Int, _ body: JSON) throws(Refusal) {
        switch schema.name {
        case "host":
            let macs = try macs(of: id, Self.givenMACs(body))
            for mac in macs where owner(of: mac) == nil { addMAC(mac, to: id, isPrimary: false) }
            for relation in Expansion.relations {
                if let others = body[relation.name] {
                    associate(relation.association, "hostID", id, relation.table + "ID", others)
                }
            }
        case "image": setImage(id, on: (body["hosts"]?.elements ?? []).map(\.phpInteger))
        default: try attach(schema, id, [], body)
        }
    }
}
