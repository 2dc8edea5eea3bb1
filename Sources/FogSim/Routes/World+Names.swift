extension World {
    /// Answers `/CLASS/names` with numbers and names of all rows.
    ///
    /// - Throws: a crash on PHP 8, where the server's code no longer works.
    func names(_ schema: Schema) throws(Refusal) -> Reply {
        try array(schema) { row, writer in
            writer.beginObject()
            writer.key("id")
            writer.string(String(row.id))
            writer.key("name")
            writer.string(row.name)
            writer.endObject()
        }
    }

    /// Answers `/CLASS/ids` with one column of all rows, the number where none is named.
    ///
    /// - Throws: a crash on PHP 8, where the server's code no longer works.
    func ids(_ schema: Schema, field: String) throws(Refusal) -> Reply {
        let column = field.isEmpty ? "id" : field
        return try array(schema) { $1.string($0.text(column)) }
    }

    private func array(_ schema: Schema, _ write: (Row, inout WireWriter) -> Void) throws(Refusal) -> Reply {
        guard !quirks.contains(.namesIDsCrash) else { throw .crash }
        let rows = store[schema.name].all
        var writer = WireWriter()
        writer.beginArray()
        for row in schema.hasName ? Self.sortedByName(rows) : rows {
            writer.element()
            write(row, &writer)
        }
        writer.endArray()
        return .ok(writer.bytes)
    }
}
