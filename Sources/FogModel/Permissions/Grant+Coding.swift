extension Grant: Codable {
    /// Reads the text form; what no grant may say, but a denial, is read as well, since it grants nothing.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a text that is no grant.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(GrantFault) {
            try self.init(text, for: .denying)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.problem)
        }
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
