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
        return try record(className, in: try await send(request), revealsSecrets: revealsSecrets, request)
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
