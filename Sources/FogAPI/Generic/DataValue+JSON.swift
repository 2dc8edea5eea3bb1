package import FogModel

extension DataValue {
    /// Reads JSON that a person has written; nothing in it is kept back or decoded.
    ///
    /// - Parameter json: one value.
    /// - Throws: `FogError` with `invalidArgument` where it is no JSON.
    package init(json: String) throws {
        var reader = JSONReader(Array(json.utf8))
        reader.decodesEntities = false
        do {
            self = try DataReading(revealsSecrets: true).value(of: "", in: "", &reader)
            try reader.finish()
        } catch {
            throw FogError(
                .invalidArgument,
                "the body is no JSON: \(error.reason)",
                hint: #"write it as in '{"name": "pc-001"}'"#
            )
        }
    }
}
