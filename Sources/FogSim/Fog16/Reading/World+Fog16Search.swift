extension World {
    /// Classes whose search works on the betas; all others find nothing.
    ///
    /// Origin: api-1.6.md section 6 tells that there are 16; which was not written down.
    private static let betaSearches: Set<String> = [
        "group", "host", "image", "imagepartitiontype", "imagetype", "keysequence", "module", "os", "plugin", "printer",
        "pxemenuoptions", "setting", "snapin", "storagegroup", "storagenode", "user",
    ]

    /// Rows in whose name a term occurs, or whose number it is; hosts also by address, nodes by the name of their
    /// computer, settings by value.
    ///
    /// Origin: api-1.6.md section 6.
    mutating func found(_ schema: Schema, _ term: String, _ caller: Caller) -> [Row] {
        let isKnown = configuration.dialect != .fog16beta || Self.betaSearches.contains(schema.name)
        guard schema.hasName, isKnown, !term.isEmpty else { return [] }
        let folded = term.lowercased()
        let number = term.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(term) : nil
        return find(schema, Filter(schema, .null), caller).filter { row in
            !Self.isHidden(row) && row.name.lowercased().contains(folded) || row.id == number
                || isFoundElsewhere(row, folded)
        }
    }

    private func isFoundElsewhere(_ row: Row, _ term: String) -> Bool {
        switch row.schema.name {
        case "host":
            store["macaddressassociation"].rows(where: "hostID", row.id).contains { $0.text("mac").contains(term) }
        case "storagenode": row.text("ip").lowercased().contains(term)
        case "setting":
            !Tables16.isSecret(setting: row.name) && row.text("value").lowercased().contains(term)
        default: false
        }
    }

    /// Answers with numbers and names of all classes in which a term occurs.
    ///
    /// - Throws: 501 without a term.
    mutating func universalSearch(_ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        let inPath = call.part(1)
        let term = inPath.isEmpty ? call.query["q"] ?? call.body["q"]?.phpString ?? "" : inPath
        guard !term.isEmpty else { throw .notImplemented }
        let limit = max(0, Int(call.part(2)) ?? Int.max)
        var results: [(name: String, rows: [Row])] = []
        for name in Tables16.names where caller.may(.view, Right.entity(of: name)) {
            guard let schema = Tables16.byName[name] else { continue }
            let rows = found(schema, term, caller)
            if !rows.isEmpty { results.append((name, rows)) }
        }
        var renderer = renderer(for: call)
        renderer.writer.beginObject()
        renderer.member("_query") { $0.writer.string(term) }
        renderer.member("_lang") { $0.writer.string("en") }
        renderer.writer.key("_results")
        renderer.writer.beginObject()
        for result in results { renderer.member(result.name) { $0.writer.number(result.rows.count) } }
        renderer.writer.endObject()
        for result in results {
            renderer.member(result.name) { $0.references(Array(result.rows.prefix(limit))) }
        }
        renderer.writer.endObject()
        return .ok(renderer.writer.bytes)
    }
}
