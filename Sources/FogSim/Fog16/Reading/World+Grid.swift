extension World {
    /// Answers with the rows that match the filter, in pages.
    mutating func grid(_ schema: Schema, _ call: Call, _ caller: Caller, place: String) throws(Refusal) -> Reply {
        let filter = try filter(schema, call, path: place)
        let rows = find(schema, filter, caller).filter { !Self.isHidden($0) }
        return grid(rows, of: schema, call, caller)
    }

    /// Answers with the rows that are not over; neither body nor query filter them.
    mutating func activeGrid(_ schema: Schema, _ call: Call, _ caller: Caller) -> Reply {
        var filter = Filter(schema, .null)
        switch schema.name {
        case "scheduledtask": filter.require("isActive", .integer(1))
        case "powermanagement": filter.require("onDemand", .integer(1))
        default: filter.require("stateID", anyOf: TaskStates.active.map { .integer($0) })
        }
        return grid(find(schema, filter, caller), of: schema, call, caller)
    }

    /// Reads what a request asks for: a filter in the query or the path, else in the body.
    ///
    /// Unknown keys of a body are passed over, those of a filter are not.
    ///
    /// - Throws: 400 for a field that the class does not have, or that is a secret.
    func filter(_ schema: Schema, _ call: Call, path: String) throws(Refusal) -> Filter {
        var filter = Filter(schema, call.body)
        if !path.isEmpty { try FilterText(path).apply(to: &filter, of: schema) }
        if let text = call.query["filter"] { try FilterText(text).apply(to: &filter, of: schema) }
        return filter
    }

    /// Rows that match and that the caller may see, by name, else by number.
    mutating func find(_ schema: Schema, _ filter: Filter, _ caller: Caller) -> [Row] {
        let rows = find(schema, filter)
        return caller.hosts == nil ? rows : rows.filter { caller.sees($0) }
    }

    /// Writes one page of rows in the envelope of FOG 1.6.
    mutating func grid(_ rows: [Row], of schema: Schema, _ call: Call, _ caller: Caller) -> Reply {
        let page = Page(call.query, count: rows.count, configuration.paging)
        let shown = rows[page.range]
        let expansion = Expansion(call.query["expand"], of: schema)
        var renderer = renderer(for: call)
        renderer.writer.beginObject()
        let counts = [
            ("draw", 0), ("recordsTotal", total(schema, rows.count, caller)), ("recordsFiltered", rows.count),
            ("recordsReturned", shown.count),
        ]
        for (key, count) in counts { renderer.member(key) { $0.writer.number(count) } }
        renderer.writer.key("data")
        renderer.writer.beginArray()
        for row in shown {
            renderer.writer.element()
            renderer.row(row, expansion)
        }
        renderer.writer.endArray()
        let link = renderer.links(page, call)
        if page.isTruncated { renderer.member("truncated") { $0.writer.bool(true) } }
        renderer.member("_lang") { $0.writer.string(schema.name) }
        renderer.writer.endObject()
        cache = renderer.cache
        var reply = Reply.ok(renderer.writer.bytes)
        reply.link = link
        return reply
    }

    /// Rows of the class that the caller may see.
    private func total(_ schema: Schema, _ found: Int, _ caller: Caller) -> Int {
        let table = store[schema.name]
        return caller.hosts == nil ? table.ids.count : table.all.count { caller.sees($0) }
    }
}

extension Renderer {
    /// Writes a row of a list, from the cache where nothing in it can have changed.
    mutating func row(_ row: Row, _ expansion: Expansion) {
        guard expansion.isEmpty, FragmentCache.keeps(row.schema.name) else {
            return object(row, inList: true, expansion)
        }
        cached(.grid(row.schema.name, row.id, isEscaping: isEscaping)) { $0.object(row, inList: true) }
    }

    /// Writes the places of the other pages.
    ///
    /// - Returns: the same as value of the header `Link`; `nil` where there is none.
    fileprivate mutating func links(_ page: Page, _ call: Call) -> String? {
        let rest = call.query.without(["start", "length"])
        var links: [String] = []
        for (relation, start) in page.starts {
            writer.key(relation + "Url")
            guard let start else {
                writer.null()
                continue
            }
            let query = (rest + ["start=\(start)", "length=\(page.length)"]).joined(separator: "&")
            let place = "/fog\(call.path)?\(query)"
            writer.string(place)
            links.append("<\(place)>; rel=\"\(relation)\"")
        }
        return links.isEmpty ? nil : links.joined(separator: ", ")
    }
}
