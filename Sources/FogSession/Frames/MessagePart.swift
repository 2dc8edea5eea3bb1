/// A value that goes to and fro with every operation, and so writes and reads itself.
///
/// Codable's containers would take several times as long (`foghorn-bench worker.roundtrip`). The form is theirs: a case of an
/// enumeration is a map whose one key is its name, what it carries a map of its own, and what is nil is left out.
package protocol MessagePart: Codable {
    /// Writes it.
    ///
    /// - Throws: ``FrameError``; what a value in it throws.
    func write(to message: inout MessageWriter) throws

    /// Reads it.
    ///
    /// - Throws: ``FrameError`` with `unknown` or `malformed`; what a value in it throws.
    init(_ value: TapeDecoder) throws
}

extension MessagePart {
    /// Writes it; only into messages.
    package func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? ValueEncoder else { throw FrameError(.unknown, "\(Self.self) is no message") }
        encoder.set(.part(self))
    }

    /// Reads it; only from messages.
    package init(from decoder: any Decoder) throws {
        guard let value = decoder as? TapeDecoder else { throw FrameError(.unknown, "\(Self.self) is no message") }
        try self.init(value)
    }
}
