/// Filter of FOG 1.6: `name=lab-*&imageID=1,2`.
///
/// A comma is a choice, `*` and `+` stand for anything.
///
/// Origin: api-1.6.md section 4.5.
struct FilterText: Sendable {
    private let pairs: [(field: String, text: String)]

    /// Reads a filter that has been decoded already.
    init(_ text: String) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
        }
    }

    /// Adds the conditions to a filter.
    ///
    /// - Throws: 400 that names the fields which the class does not have, with those that it has; 400 for a secret.
    func apply(to filter: inout Filter, of schema: Schema) throws(Refusal) {
        let unknown = pairs.map(\.field).filter { schema.column($0) == nil }
        guard unknown.isEmpty else { throw Refusal(Self.unknown(unknown, schema)) }
        if let secret = pairs.first(where: { schema.secrets.contains($0.field) }) {
            throw .error("Filtering by \(secret.field) is not allowed", 400)
        }
        for pair in pairs {
            guard let column = schema.column(pair.field) else { continue }
            filter.require(pair.field, Self.condition(pair.text, column))
        }
    }

    private static func condition(_ text: String, _ column: Column) -> Filter.Condition {
        let values = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let conditions = values.map { value -> Filter.Condition in
            guard value.contains(where: { $0 == "*" || $0 == "+" }) else {
                return .equals(Filter.cell(.string(value), column))
            }
            return .like(String(value.map { $0 == "*" || $0 == "+" ? "%" : $0 }))
        }
        if conditions.count == 1 { return conditions[0] }
        let cells = conditions.compactMap { condition -> Cell? in
            if case .equals(let cell) = condition { cell } else { nil }
        }
        return cells.count == conditions.count ? .among(cells) : .any(conditions)
    }

    private static func unknown(_ fields: [String], _ schema: Schema) -> Reply {
        var writer = WireWriter(isCompact: true)
        writer.beginObject()
        writer.key("error")
        writer.string("Unknown filter field(s) for \(schema.name): " + fields.joined(separator: ", "))
        writer.key("valid")
        writer.beginArray()
        for column in schema.columns where !schema.secrets.contains(column.name) {
            writer.element()
            writer.string(column.name)
        }
        writer.endArray()
        writer.endObject()
        return Reply(status: 400, contentType: Reply.json, body: writer.bytes)
    }
}
