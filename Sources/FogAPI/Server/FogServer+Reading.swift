package import FogModel

extension FogServer {
    /// Reads one row by its number.
    ///
    /// - Throws: `FogError` with `notFound` where the server has none, or has one that it cannot read itself.
    package func row<Owner: WireEntity>(_ id: Identifier<Owner>) async throws -> Owner {
        let zone = try await zone()
        return try row(Owner.self, in: try await send(.row(id)), zone: zone, .row(id))
    }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - type: class of the rows.
    ///   - isActive: whether only active tasks are read.
    ///   - filter: members that rows have to match; the caller looks at the rows again, since the server leaves out
    ///     what it does not know, and proxies drop bodies of a GET.
    ///   - attempts: how often the request is sent in all; nil is the limit.
    /// - Returns: rows in the server's order.
    /// - Throws: `FogError`.
    package func rows<Owner: WireEntity>(
        _ type: Owner.Type,
        isActive: Bool = false,
        filter: [JSONValue.Member] = [],
        attempts: Int? = nil
    ) async throws -> [Owner] {
        let zone = try await zone()
        let request = FogRequest.list(Owner.className, isActive: isActive, filter: filter)
        let body = try await send(request, attempts: attempts)
        return try read(body, of: request) { (reader) throws(JSONFault) in
            var entities = EntityReader<Owner>(zone: zone)
            var rows: [Owner] = []
            try reader.rows(of: Owner.className) { (reader) throws(JSONFault) in
                rows.append(try entities.row(&reader))
            }
            return rows
        }
    }

    /// Reads one row from an answer.
    package func row<Owner: WireEntity>(
        _ type: Owner.Type,
        in body: [UInt8],
        zone: String,
        _ request: FogRequest
    ) throws -> Owner {
        try read(body, of: request) { (reader) throws(JSONFault) in
            var entities = EntityReader<Owner>(zone: zone)
            let row = try entities.row(&reader)
            try reader.finish()
            return row
        }
    }

    /// Reads rows of an association: whole numbers by name.
    ///
    /// - Parameters:
    ///   - className: class as in a path.
    ///   - wanted: names of the numbers.
    ///   - filter: members that rows have to match.
    /// - Returns: numbers of each row by name.
    /// - Throws: `FogError`.
    package func associations(
        _ className: String,
        _ wanted: [String],
        filter: [JSONValue.Member] = []
    ) async throws -> [[String: Int]] {
        let request = FogRequest.list(className, filter: filter)
        return try read(try await send(request), of: request) { (reader) throws(JSONFault) in
            var rows: [[String: Int]] = []
            try reader.rows(of: className) { (reader) throws(JSONFault) in rows.append(try reader.integers(wanted)) }
            return rows
        }
    }

    /// Reads an answer, and words what is wrong with it.
    ///
    /// - Throws: `FogError` with `unavailable` for an answer that is cut off, `server` for any other fault; `uncertain`
    ///   for both where something was changed.
    func read<Value>(
        _ body: [UInt8],
        of request: FogRequest,
        _ read: (inout JSONReader) throws(JSONFault) -> Value
    ) throws -> Value {
        var reader = JSONReader(body)
        do {
            return try read(&reader)
        } catch {
            let error = error.error(address, request)
            throw request.kind == .change ? lost(request, error) : error
        }
    }
}

extension JSONFault {
    /// Words the fault for people.
    fileprivate func error(_ address: String, _ request: FogRequest) -> FogError {
        switch kind {
        case .cut:
            FogError(.unavailable, "the answer of \(address) to \(request.line) is cut off: \(reason)")
        case .malformed:
            FogError(
                .server,
                "\(address) answered \(request.line) with what is no JSON: \(reason), at byte \(offset)",
                hint: "see that this is the address of a FOG server, and look into its PHP log"
            )
        case .mismatch:
            FogError(
                .server,
                "the answer of \(address) to \(request.line) is not understood: \(reason), at byte \(offset)"
            )
        }
    }
}
