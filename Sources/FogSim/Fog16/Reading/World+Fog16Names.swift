extension World {
    /// Answers with the number of rows that match.
    mutating func count(_ schema: Schema, _ call: Call, _ caller: Caller, place: String) throws(Refusal) -> Reply {
        let rows = find(schema, try filter(schema, call, path: place), caller)
        var writer = WireWriter(isCompact: true)
        writer.beginObject()
        writer.key("total")
        writer.number(rows.count)
        writer.endObject()
        return .ok(writer.bytes)
    }

    /// Answers with numbers and names of the rows that match.
    mutating func names(_ schema: Schema, _ call: Call, _ caller: Caller, place: String) throws(Refusal) -> Reply {
        let rows = find(schema, try filter(schema, call, path: place), caller)
        return array(rows) { row, writer in
            writer.beginObject()
            writer.key("id")
            writer.number(row.id)
            writer.key("name")
            writer.string(row.name)
            writer.endObject()
        }
    }

    /// Answers with the numbers of the rows that match, or with the values of the field that the path names last.
    ///
    /// - Throws: 400 for a field that the class does not have or does not tell.
    mutating func ids(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        let places = call.parts.dropFirst(2).filter { !$0.isEmpty }
        let condition = places.first { $0.contains("=") } ?? ""
        let field = places.last { !$0.contains("=") } ?? "id"
        guard schema.column(field) != nil, !schema.secrets.contains(field) else {
            throw .error("Unknown field \(field) for \(schema.name)", 400)
        }
        let rows = find(schema, try filter(schema, call, path: condition), caller)
        return array(rows) { row, writer in
            if case .integer(let number) = row[field] { writer.number(number) } else { writer.string(row.text(field)) }
        }
    }

    /// Writes an array, on the betas without the object around it.
    private func array(_ rows: [Row], _ write: (Row, inout WireWriter) -> Void) -> Reply {
        let isBare = configuration.dialect == .fog16beta
        var writer = WireWriter(isCompact: true)
        if !isBare {
            writer.beginObject()
            writer.key("data")
        }
        writer.beginArray()
        for row in rows {
            writer.element()
            write(row, &writer)
        }
        writer.endArray()
        if !isBare { writer.endObject() }
        return .ok(writer.bytes)
    }
}
