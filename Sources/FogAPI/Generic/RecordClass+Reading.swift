public import FogModel
import HTTPTypes

extension RecordClass {
    /// Lists rows.
    ///
    /// - Parameter values: what rows have to match: a text or number exactly, one of a list; empty is all rows. A text
    ///   with `%` in it is a pattern, `%` standing for any letters.
    /// - Returns: rows in the server's order.
    /// - Throws: `FogError` with `invalidArgument` for a field that no row has, `notFound` for a class that is not there.
    public func list(where values: [String: DataValue] = [:]) async throws -> [Record] {
        let filter = try RowFilter(values.sorted { $0.key < $1.key }.map { try Self.condition($0, $1) })
        do {
            let rows = try await rows(filter)
            // FOG 1.5 passes over a field that it does not know, and gives everything.
            try checkFields(values.keys, in: rows)
            return rows
        } catch let error as FogError where error.code == .server && error.status == nil && !values.isEmpty {
            // 1.6 refuses such a field, and no row shows what it would have had to be. A crash has a status.
            try checkFields(values.keys, in: try await rows(.all))
            throw error
        }
    }

    private func checkFields(_ fields: some Sequence<String>, in rows: [Record]) throws {
        for field in fields.sorted() {
            guard let row = rows.first(where: { $0[field] == nil }) else { continue }
            throw FogError(
                .invalidArgument,
                "a \(name) has no field \"\(field)\"",
                hint: Suggestion.hint(for: field, among: row.members.map(\.name))
            )
        }
    }

    /// Gets one row.
    ///
    /// - Throws: `FogError` with `notFound`.
    public func get(_ id: Int) async throws -> Record {
        try await server.record(name, try checked(id), revealsSecrets: false)
    }

    /// Searches as FOG does: on 1.5 in nearly all columns and in those of related rows, on 1.6 in names.
    ///
    /// - Parameter term: letters, digits, `.`, `-`, `_` and `:` only, since FOG does not decode paths.
    /// - Returns: rows that FOG finds.
    /// - Throws: `FogError` with `invalidArgument` for a term that cannot be sent.
    public func search(_ term: String) async throws -> [Record] {
        let isPlain = term.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar || ".-_:".utf8.contains(byte)
        }
        guard isPlain, !term.isEmpty else {
            throw FogError(
                .invalidArgument,
                "\"\(term)\" cannot be searched for",
                hint: "FOG takes letters, digits and . - _ : in a search; list with a filter instead"
            )
        }
        let dialect = try await server.dialect()
        let request = FogRequest(
            kind: .list,
            method: .get,
            path: "\(dialect.path(of: name))/search/\(term)",
            body: nil,
            subject: "the search for \(name)s"
        )
        let reading = DataReading()
        return try await asking {
            let body = try await server.send(request)
            return try server.read(body, of: request) { (reader) throws(JSONFault) in
                var rows: [Record] = []
                _ = try reader.list(of: dialect.word(for: name)) { (reader) throws(JSONFault) in
                    rows.append(Record(name, try reading.members(of: name, &reader)))
                }
                return rows
            }
        }
    }

    // MARK: - Inside

    private func rows(_ filter: RowFilter) async throws -> [Record] {
        let reading = DataReading()
        return try await asking {
            try await server.list(
                name,
                filter: filter,
                id: { $0.id },
                read: { (reader) throws(JSONFault) in Record(name, try reading.members(of: name, &reader)) }
            )
        }
    }

    /// Does a request; a 501 says that the class is not there.
    ///
    /// Origin: FOG 1.5.9.239, section 2; recording 017.
    func asking<Value>(_ request: () async throws -> Value) async throws -> Value {
        do {
            return try await request()
        } catch let error as FogError where error.status == 501 && error.cause == nil {
            let isSix = try await server.dialect().family == .six
            throw server.unknownClass(name, among: isSix ? ClassNames.ofSix : ClassNames.ofFive, status: 501)
        }
    }

    /// Checks a row's number before it becomes part of a path.
    func checked(_ id: Int) throws -> Int {
        guard 1...Int(Int32.max) ~= id else { throw FogError(.notFound, "no \(name) \(id)") }
        return id
    }

    private static func condition(_ field: String, _ value: DataValue) throws -> RowFilter.Condition {
        func single(_ value: DataValue) throws -> RowFilter.Value {
            switch value {
            case .integer(let number): return .number(number)
            case .bool(let flag): return .number(flag ? 1 : 0)
            case .text(let text): return .text(text)
            default: throw FogError(.invalidArgument, "\"\(field)\" cannot be compared with \(value)")
            }
        }
        switch value {
        case .list(let values): return .anyOf(field, try values.map(single))
        case .text(let text) where text.contains("%"): return .like(field, text)
        default: return .equals(field, try single(value))
        }
    }
}
