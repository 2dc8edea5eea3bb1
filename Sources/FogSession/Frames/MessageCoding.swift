/// Turns Codable values into the bytes of a message and back.
///
/// A message is the version byte and one value. A value begins with a byte: its kind in the upper three bits, in the lower
/// five a number up to 30, or 31 where the number follows in groups of seven bits, the lowest first, the highest bit of a
/// byte telling that more follow. The number is the value of an integer, the length of a string in bytes of UTF-8, the
/// count of a list or map. An entry of a map is a number, and its value: the number of a key among those seen so far, or
/// the next number, with the length of a new key and its bytes behind.
///
/// Decoding takes bytes from anybody: it gives a value or throws, within ``FrameLimits``.
package enum MessageCoding {
    /// First byte of each message.
    package static let version: UInt8 = 1

    /// Writes a value.
    ///
    /// - Throws: ``FrameError`` with `tooDeep` or `tooLong`; `malformed` where the value refuses to be written.
    package static func encode(
        _ value: some Encodable,
        limits: FrameLimits = FrameLimits()
    ) throws(FrameError) -> [UInt8] {
        try message(limits) { try $0.write(ValueEncoder.node(of: value, depth: 0, limits: limits)) }
    }

    /// Writes a list of values that write themselves.
    ///
    /// - Throws: ``FrameError`` with `tooDeep` or `tooLong`; `malformed` where a value refuses to be written.
    package static func encode(
        _ parts: [some MessagePart],
        limits: FrameLimits = FrameLimits()
    ) throws(FrameError) -> [UInt8] {
        try message(limits) { try $0.list(parts) }
    }

    private static func message(
        _ limits: FrameLimits,
        _ write: (inout MessageWriter) throws -> Void
    ) throws(FrameError) -> [UInt8] {
        var writer = MessageWriter(limits: limits)
        do {
            try write(&writer)
        } catch let error as FrameError {
            throw error
        } catch {
            throw FrameError(.malformed, "a value cannot be written: \(error)")
        }
        return writer.bytes
    }

    /// Reads a value.
    ///
    /// - Throws: ``FrameError``.
    package static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self,
        from bytes: [UInt8],
        limits: FrameLimits = FrameLimits()
    ) throws(FrameError) -> Value {
        try value(in: bytes, limits) { try Value(from: $0) }
    }

    /// Reads a list of values that read themselves.
    ///
    /// - Throws: ``FrameError``.
    package static func decode<Part: MessagePart>(
        _ type: [Part].Type = [Part].self,
        from bytes: [UInt8],
        limits: FrameLimits = FrameLimits()
    ) throws(FrameError) -> [Part] {
        try value(in: bytes, limits) { try $0.list() }
    }

    private static func value<Value>(
        in bytes: [UInt8],
        _ limits: FrameLimits,
        _ read: (TapeDecoder) throws -> Value
    ) throws(FrameError) -> Value {
        var scanner = try TapeScanner(bytes, limits: limits)
        let tape = try scanner.scan()
        do {
            return try read(TapeDecoder(tape: tape, place: 0))
        } catch let error as FrameError {
            throw error
        } catch let error as DecodingError {
            throw FrameError(.unknown, "no \(Value.self): \(error.reason)")
        } catch {
            throw FrameError(.unknown, "no \(Value.self): \(error)")
        }
    }
}

extension DecodingError {
    /// What a decoder had to say, without the path.
    fileprivate var reason: String {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context.debugDescription
        @unknown default: "unreadable"
        }
    }
}
