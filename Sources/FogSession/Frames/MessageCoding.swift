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
        let encoder = ValueEncoder(depth: 0, limits: limits)
        do {
            try value.encode(to: encoder)
        } catch let error as FrameError {
            throw error
        } catch {
            throw FrameError(.malformed, "\(type(of: value)) cannot be written: \(error)")
        }
        var writer = ValueWriter(limits: limits)
        try writer.write(encoder.node)
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
        var scanner = try TapeScanner(bytes, limits: limits)
        let tape = try scanner.scan()
        do {
            return try Value(from: TapeDecoder(tape: tape, place: 0))
        } catch let error as FrameError {
            throw error
        } catch let error as DecodingError {
            throw FrameError(.unknown, "no \(type): \(error.reason)")
        } catch {
            throw FrameError(.unknown, "no \(type): \(error)")
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
