public import FogModel

extension FogServer {
    /// Lists the rows of a class.
    ///
    /// - Parameters:
    ///   - type: class of the rows; hosts are listed by ``hosts(matching:)``, which does more.
    ///   - values: values by field that the rows have to have; empty is all rows.
    /// - Returns: rows in the server's order.
    /// - Throws: `FogError` with `invalidArgument` for a field that the class has not, or one that cannot be compared.
    public func list<Owner: WireEntity>(
        _ type: Owner.Type,
        where values: [String: FieldValue] = [:]
    ) async throws -> [Owner] {
        var conditions: [RowFilter.Condition] = []
        var wanted: [(field: Field<Owner>, value: FieldValue)] = []
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let field = Owner.fields.first(where: { $0.name == name }) else {
                throw FogError(
                    .invalidArgument,
                    "a \(Owner.className) has no field \"\(name)\"",
                    hint: Suggestion.hint(for: name, among: Owner.fields.map(\.name))
                )
            }
            wanted.append((field, value))
            switch (field.kind, value) {
            case (.integer, .integer(let number)), (.reference, .integer(let number)):
                conditions.append(.equals(name, .number(number)))
            case (.text, .text(let text)): conditions.append(.equals(name, .text(text)))
            // A flag that was never set is no 0, and one that is set may be a number: rows are looked at here.
            case (.flag, .flag): break
            default:
                throw FogError(.invalidArgument, "field \"\(name)\" of a \(Owner.className) cannot be compared so")
            }
        }
        let own = conditions.filter { Owner.wire.isOwn($0.field) }
        return try await rows(type, filter: RowFilter(own)).filter { row in
            wanted.allSatisfy { Self.fits($0.field.get(row), $0.value) }
        }
    }

    /// Gets one row by its number.
    ///
    /// - Throws: `FogError` with `notFound`.
    public func get<Owner: WireEntity>(_ id: Identifier<Owner>) async throws -> Owner {
        try await row(id)
    }

    /// Gets one row by its number or its exact name.
    ///
    /// - Throws: `FogError` with `notFound`, its hint naming the nearest name; `ambiguous` where several have the name.
    public func get<Owner: WireEntity & NamedEntity>(_ key: Key<Owner>) async throws -> Owner {
        if let row = try await find(key) { return row }
        throw await notFound(key)
    }

    /// Lists the plugins of the server, those that were never switched on as well.
    public func plugins() async throws -> [Plugin] {
        try await records(of: Plugin.className).list().map { row in
            var plugin = Plugin()
            plugin.id = row.id.flatMap { PluginID($0) }
            plugin.name = row["name"]?.text ?? ""
            plugin.description = row["description"]?.text
            plugin.location = row["location"]?.text
            plugin.version = row["version"]?.text
            plugin.state = row["state"]?.text == "1"
            plugin.installed = row["installed"]?.text == "1"
            return plugin
        }
    }

    private static func fits(_ value: FieldValue, _ wanted: FieldValue) -> Bool {
        switch (value, wanted) {
        case (.text(let text), .text(let other)): text.lowercased() == other.lowercased()
        case (.none, .integer(0)): true
        default: value == wanted
        }
    }
}

extension Wire {
    /// Whether a field stands in the row itself and under its own name, so that the server can compare it.
    func isOwn(_ field: String) -> Bool {
        !dropped.contains(field) && !renamed.values.contains(field)
            && !nested.values.contains { $0.values.contains(field) } && !worded.contains(field)
    }
}
