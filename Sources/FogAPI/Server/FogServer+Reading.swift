package import FogModel
import Synchronization

extension FogServer {
    /// Reads one row by its number, with all that the server tells of it.
    ///
    /// - Throws: `FogError` with `notFound` where the server has none, or has one that it cannot read itself.
    package func row<Owner: WireEntity>(_ id: Identifier<Owner>) async throws -> Owner {
        if let row = try await ownRow(id) { return row }
        return try await rowOfList(id, try await dialect().row(id))
    }

    /// Reads one row from the answer to the request for it alone; nil where the server answers nothing to such requests.
    ///
    /// - Throws: `FogError` with `notFound`.
    func ownRow<Owner: WireEntity>(_ id: Identifier<Owner>) async throws -> Owner? {
        let request = try await dialect().row(id)
        let zone = try await zone()
        let body = try await send(request)
        return Self.isNull(body) ? nil : try row(Owner.self, in: body, zone: zone, request)
    }

    /// Reads a row from its class's list, since the server answers nothing to the request for the one.
    ///
    /// Origin: a range of betas of 1.6 answers `null` with 200 to each such request.
    private func rowOfList<Owner: WireEntity>(_ id: Identifier<Owner>, _ request: FogRequest) async throws -> Owner {
        let rows: [Owner]
        do {
            rows = try await self.rows(Owner.self, filter: .equals("id", id.number))
        } catch let error as FogError {
            throw FogError(
                .server,
                "\(address) answered \(request.line) with nothing",
                status: 200,
                hint: "some betas of FOG 1.6 do: update the server",
                cause: error.message
            )
        }
        guard let row = rows.first(where: { $0.id == id }) else {
            throw FogError(.notFound, "no \(request.subject)", status: 200)
        }
        return row
    }

    static func isNull(_ body: [UInt8]) -> Bool {
        var reader = JSONReader(body)
        return reader.next() == UInt8(ascii: "n")
    }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - type: class of the rows.
    ///   - isActive: whether only active tasks are read.
    ///   - filter: rows that are wanted; nothing else comes back.
    ///   - attempts: how often a request is sent in all; nil is the limit.
    ///   - crashRepeats: how often it is sent again after a crash of PHP; nil is the limit.
    /// - Returns: rows in the server's order, complete as far as a few more requests can do it.
    /// - Throws: `FogError`.
    package func rows<Owner: WireEntity>(
        _ type: Owner.Type,
        isActive: Bool = false,
        filter: RowFilter = .all,
        attempts: Int? = nil,
        crashRepeats: Int? = nil
    ) async throws -> [Owner] {
        var entities = EntityReader<Owner>(zone: try await zone())
        let rows = try await list(
            Owner.className,
            isActive: isActive,
            filter: filter,
            attempts: attempts,
            crashRepeats: crashRepeats,
            id: { $0.id.number },
            read: { (reader) throws(JSONFault) in try entities.row(&reader) }
        )
        return try await dialect().family == .six ? Owner.completed(rows, by: self) : rows
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
    ///   - className: class as FogModel names it.
    ///   - wanted: names of the numbers.
    ///   - filter: rows that are wanted; nothing else comes back.
    /// - Returns: numbers of each row by name.
    /// - Throws: `FogError`.
    package func associations(
        _ className: String,
        _ wanted: [String],
        filter: RowFilter = .all
    ) async throws -> [[String: Int]] {
        let names = WantedNames(wanted + ["id"])
        return try await list(
            className,
            filter: filter,
            id: { $0["id"] },
            read: { (reader) throws(JSONFault) in try reader.integers(names) }
        )
    }

    /// Reads single values of the rows of a class as texts, HTML entities decoded; null is an empty text.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it.
    ///   - wanted: names of the values.
    ///   - filter: rows that are wanted; nothing else comes back.
    ///   - attempts: how often a request is sent in all; nil is the limit.
    /// - Returns: texts of each row by name.
    /// - Throws: `FogError`.
    package func values(
        _ className: String,
        _ wanted: Set<String>,
        filter: RowFilter = .all,
        attempts: Int? = nil
    ) async throws -> [[String: String]] {
        let names = WantedNames(wanted.union(["id"]))
        return try await list(
            className,
            filter: filter,
            attempts: attempts,
            id: { $0["id"].flatMap { Int($0) } },
            read: { (reader) throws(JSONFault) in try reader.values(named: names) }
        )
    }

    /// Reads the names of the rows of a class by their numbers.
    package func names(of className: String, filter: RowFilter = .all) async throws -> [Int: String] {
        var names: [Int: String] = [:]
        for row in try await values(className, ["name"], filter: filter) {
            if let id = row["id"].flatMap({ Int($0) }) { names[id] = row["name"] ?? "" }
        }
        return names
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
        reader.decodesEntities = known.withLock { $0.dialect ?? .five }.escapesTexts
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
