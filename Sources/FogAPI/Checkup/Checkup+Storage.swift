extension Checkup {
    /// Looks which storage nodes are up and how many clients they still take.
    ///
    /// Origin: FOG 1.5.9.239, recordings 033 and 203: `online`, `maxClients`, and `clientload`, the share of the slots
    /// that is taken or waited for.
    func lookAtStorage(_ credentials: FogCredentials, _ notes: inout Notes) async throws {
        guard let rows = try await rows("/fog/storagenode", credentials) else {
            return notes.add(.warning, .storage, "the list of storage nodes cannot be read")
        }
        if rows.isEmpty {
            notes.add(
                .failure,
                .storage,
                "the server has no storage node",
                advice: "add one under Storage > Add New Storage Node; nothing can be imaged without"
            )
        }
        for row in rows { tell(row, &notes) }
    }

    private func tell(_ row: [String: String], _ notes: inout Notes) {
        let name = "storage node \(Refusal.excerpt(Array((row["name"] ?? row["id"] ?? "").utf8)))"
        if row["isEnabled"] != "1" {
            return notes.add(.note, .storage, "\(name) is switched off")
        }
        if let online = row["online"], !["true", "1"].contains(online) {
            return notes.add(
                .failure,
                .storage,
                "\(name) does not answer the server",
                advice: "see that it is up, and that its address under Storage is right"
            )
        }
        guard let slots = row["maxClients"].flatMap({ Int($0) }), (0...Self.mostSlots).contains(slots) else {
            return notes.add(.good, .storage, "\(name) is online")
        }
        let load = row["clientload"].flatMap { Double($0) } ?? 0
        let share = load.isFinite ? load : 0
        let taken = Int((max(0, min(share, 1_000)) * Double(slots)).rounded())
        let free = max(0, slots - taken)
        notes.add(
            free > 0 ? .good : .warning,
            .storage,
            "\(name) is online, \(free) of \(slots) slots free",
            advice: free > 0 ? nil : "new tasks wait in the queue until one ends"
        )
    }

    /// More than any server has: what lies beyond is no number of slots, and no list of nodes.
    private static let mostSlots = 1_000_000
    private static let mostRows = 10_000

    /// Reads the rows of a small list in either family's shape, their texts and numbers as text; nil where it cannot.
    func rows(
        _ path: String,
        _ credentials: FogCredentials,
        body: JSONValue? = nil
    ) async throws -> [[String: String]]? {
        do {
            let answer = try await ask(path, credentials, body: body)
            guard (200..<300).contains(answer.status) else { return nil }
            var reader = JSONReader(answer.body)
            var rows: [[String: String]] = []
            try reader.members { (reader, _) throws(JSONFault) in
                guard reader.next() == UInt8(ascii: "[") else { return try reader.skip() }
                try reader.elements { (reader) throws(JSONFault) in
                    guard rows.count < Self.mostRows else { return try reader.skip() }
                    rows.append(try reader.plainTexts())
                }
            }
            return rows
        } catch is TransportError {
            return nil
        } catch is JSONFault {
            return nil
        }
    }
}

extension JSONReader {
    /// Reads the texts, numbers and flags of an object as text, and skips the rest; secrets among them are left out.
    fileprivate mutating func plainTexts() throws(JSONFault) -> [String: String] {
        guard next() == UInt8(ascii: "{") else {
            try skip()
            return [:]
        }
        var texts: [String: String] = [:]
        try members { (reader, name) throws(JSONFault) in
            let name = reader.string(name)
            switch reader.next() {
            case UInt8(ascii: "\""): texts[name] = reader.string(try reader.text(), html: true)
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"): return try reader.skip()
            case UInt8(ascii: "t"), UInt8(ascii: "f"): texts[name] = try reader.word() == true ? "true" : "false"
            default: texts[name] = reader.string(try reader.number())
            }
        }
        texts["pass"] = nil
        return texts
    }
}
