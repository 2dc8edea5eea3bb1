import FogModel

extension FogServer {
    /// Reads one row of any class.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it.
    ///   - id: row's number, 1 or more.
    ///   - revealsSecrets: whether secrets are read like the rest.
    /// - Returns: the row.
    /// - Throws: `FogError` with `notFound`.
    func record(_ className: String, _ id: Int, revealsSecrets: Bool) async throws -> Record {
        let request = try await dialect().row(className, id)
        return try record(className, in: try await rowBody(className, id), revealsSecrets: revealsSecrets, request)
    }

    /// Gives a row's JSON.
    ///
    /// - Throws: `FogError` with `notFound`.
    func rowBody(_ className: String, _ id: Int) async throws -> [UInt8] {
        try await rowBody(try await send(try await dialect().row(className, id)), className, id)
    }

    /// Gives a row's JSON: the answer that should hold it, or, where that holds nothing, its part of the list.
    ///
    /// Origin: a range of betas of 1.6 answers `null` with 200 in place of single rows.
    func rowBody(_ answer: [UInt8], _ className: String, _ id: Int) async throws -> [UInt8] {
        guard Self.isNull(answer) else { return answer }
        let rows = try await list(
            className,
            filter: .equals("id", id),
            id: { $0.id },
            read: { (reader) throws(JSONFault) in
                var copy = reader
                let id = try copy.integers(["id"])["id"]
                _ = reader.next()
                let start = reader.place
                try reader.skip()
                return (id: id, json: Array(reader.bytes[start..<reader.place]))
            }
        )
        guard let row = rows.first(where: { $0.id == id }) else {
            throw FogError(.notFound, "no \(className) \(id)", status: 200)
        }
        return row.json
    }

    /// Reads one row of any class from an answer.
    func record(
        _ className: String,
        in body: [UInt8],
        revealsSecrets: Bool,
        _ request: FogRequest
    ) throws -> Record {
        let reading = DataReading(revealsSecrets: revealsSecrets)
        return try read(body, of: request) { (reader) throws(JSONFault) in
            let row = Record(className, try reading.members(of: className, &reader))
            try reader.finish()
            return row
        }
    }
}
