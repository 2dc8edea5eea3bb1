extension World {
    /// Answers with all rows that match the body.
    ///
    /// - Throws: a crash where that are more whole hosts than PHP's memory holds.
    mutating func list(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        try checkKeys(schema, call.body)
        return try reply(with: find(schema, Filter(schema, call.body)).filter { !Self.isHidden($0) }, of: schema, call)
    }

    /// Answers with the rows that are not over; the body filters further, but not by state.
    ///
    /// - Throws: a crash where that are more whole hosts than PHP's memory holds.
    mutating func active(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        try checkKeys(schema, call.body)
        var filter = Filter(schema, call.body)
        if schema.name == "scheduledtask" {
            filter.require("isActive", .text("1"))
        } else {
            filter.require("stateID", anyOf: TaskStates.active.map { .integer($0) })
        }
        let rows = find(schema, filter)
        let isWhole = schema.name == "task" && Filter(schema, call.body).isEmpty
        return try reply(with: isWhole ? Self.sortedByName(rows, then: "hostID") : rows, of: schema, call)
    }

    /// Checks that a filter names nothing but columns.
    ///
    /// - Throws: 400 for a key that is none, unless the server passes over such.
    private func checkKeys(_ schema: Schema, _ body: JSON) throws(Refusal) {
        guard !quirks.contains(.filterSlipsIgnored), case .object(let members) = body else { return }
        let unknown = members.keys.filter { schema.column($0) == nil }.sorted()
        guard unknown.isEmpty else { throw .error("Unknown filter field(s) " + unknown.joined(separator: ", "), 400) }
    }

    /// Answers with one whole object.
    ///
    /// - Throws: 404 where there is no such row or the row is invalid.
    mutating func single(_ schema: Schema, _ id: Int, _ call: Call) throws(Refusal) -> Reply {
        guard let row = store[schema.name][id], isValid(row) else { throw .notFound }
        if quirks.contains(.getNullSingles), call.method == "GET" { return .ok("null") }
        var renderer = renderer(for: call)
        renderer.object(row, inList: false)
        cache = renderer.cache
        return .ok(renderer.writer.bytes)
    }

    /// Rows that match, in the server's order: by name, else by number.
    mutating func find(_ schema: Schema, _ filter: Filter) -> [Row] {
        guard !filter.isEmpty else { return ordered(schema) }
        guard let narrow = filter.indexed(in: store[schema.name]) else {
            return ordered(schema).filter { filter.matches($0) }
        }
        // To know which hosts are listed pays for a page of them, not for the one that is looked for.
        let listed = schema.name == "host" && narrow.count > 20 ? listed(schema) : nil
        let isNew = configuration.dialect.isFog16
        let rows = narrow.filter { row in
            filter.matches(row) && (isNew || listed?.contains(row.id) ?? isListed(row))
        }
        return schema.hasName ? Self.sortedByName(rows) : rows
    }

    /// Sorts as MariaDB's `utf8_general_ci` does, near enough: without case, then by a number.
    ///
    /// Equal names come by row number, but tasks by host where no column is asked for; see recordings 225 and 304.
    static func sortedByName(_ rows: [Row], then column: String = "id") -> [Row] {
        let keyed = rows.map { (key: $0.name.uppercased(), row: $0) }
        let sorted = keyed.sorted { left, right in
            left.key == right.key
                ? left.row.integer(column) < right.row.integer(column) : left.key < right.key
        }
        return sorted.map(\.row)
    }

    /// Whether the server leaves a row out of lists and searches because of its name.
    static func isHidden(_ row: Row) -> Bool {
        guard row.schema.hasName else { return false }
        let name = row.name
        // Hardly any name has the letter, and lists of 10,000 hosts ask each.
        return name.utf8.contains(UInt8(ascii: "_")) && name.dropFirst().lowercased().contains("_api_")
    }

    /// Writes rows in the envelope of their class.
    ///
    /// - Throws: a crash where that are more whole hosts than PHP's memory holds.
    mutating func reply(with rows: [Row], of schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        if quirks.contains(.listMemoryLimit), let limit = configuration.wholeHostLimit, rows.count > limit,
            Self.holdingHosts.contains(schema.name)
        {
            throw .crash
        }
        var renderer = renderer(for: call)
        renderer.writer.beginObject()
        renderer.writer.key("count")
        renderer.writer.number(rows.count)
        renderer.writer.key(schema.name + "s")
        renderer.writer.beginArray()
        for row in rows {
            renderer.writer.element()
            renderer.item(row)
        }
        renderer.writer.endArray()
        if schema.name == "plugin" {
            // No plugin is installed on the simulated server.
            for (key, count) in [("count_active", 0), ("count_installed", 0), ("count_not_active", rows.count)] {
                renderer.member(key) { $0.writer.number(count) }
            }
        }
        renderer.writer.endObject()
        cache = renderer.cache
        return .ok(renderer.writer.bytes)
    }

    /// Classes that show a whole host in each row.
    ///
    /// Origin: api-1.5.md section 5; that all of them break at as many rows as hosts do is inferred.
    private static let holdingHosts: Set<String> = [
        "host", "imaginglog", "scheduledtask", "snapinjob", "task", "usertracking",
    ]

    /// Makes a renderer for the answer to a request.
    mutating func renderer(for call: Call) -> Renderer {
        cache.refresh(store)
        return Renderer(
            store: store,
            dialect: configuration.dialect,
            typing: configuration.typing,
            isEscaping: call.isEscaping && quirks.contains(.htmlEscapesOutput),
            unreachable: configuration.unreachableNodes,
            now: now,
            zone: zone,
            isMasking: quirks.contains(.secretsMasked),
            writer: WireWriter(isCompact: configuration.dialect.isFog16),
            cache: cache
        )
    }
}
