/// A value that crosses between processes as its text, and is read back through the checks of its own initialiser.
///
/// What a worker sends is hostile input: a value that was made by members could hold what no initialiser lets through.
protocol CodedAsText: Codable, CustomStringConvertible {
    /// Reads the text form; what it throws says what does not hold.
    init(checking text: String) throws
}

extension CodedAsText {
    /// Reads the text form.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a text that the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(checking: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension MACAddress: CodedAsText {
    init(checking text: String) throws {
        guard let address = Self(text) else { throw FogError(.invalidArgument, "\"\(text)\" is no MAC address") }
        self = address
    }
}

extension TaskMarker: CodedAsText {
    init(checking text: String) throws {
        guard let marker = Self(text) else { throw FogError(.invalidArgument, "\"\(text)\" is no mark of a task") }
        self = marker
    }
}

extension CronTime: CodedAsText {
    init(checking text: String) throws { try self.init(text) }
}

extension Selector: CodedAsText {
    init(checking text: String) throws { try self.init(text) }
}
