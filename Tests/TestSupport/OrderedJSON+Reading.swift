/// What makes a text not JSON, with the offset of the byte at fault.
package struct OrderedJSONError: Error, CustomStringConvertible {
    package let offset: Int
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    package var description: String { "not JSON at byte \(offset): \(reason)" }
}

extension OrderedJSON {
    /// Reads one JSON value that fills all of `bytes`.
    ///
    /// - Throws: ``OrderedJSONError`` for anything that is not exactly one JSON value.
    package init(bytes: some Sequence<UInt8>) throws {
        var reader = Reader(bytes: Array(bytes))
        self = try reader.document()
    }

    /// Reads one JSON value that fills all of `text`.
    package init(_ text: String) throws {
        try self.init(bytes: text.utf8)
    }
}

private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws -> OrderedJSON {
        let value = try value()
        skipBlanks()
        guard offset == bytes.count else { throw fault("text after the value") }
        return value
    }

    private func fault(_ reason: String) -> OrderedJSONError { OrderedJSONError(offset: offset, reason: reason) }

    private mutating func skipBlanks() {
        while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
    }

    private mutating func next() -> UInt8? {
        skipBlanks()
        return offset < bytes.count ? bytes[offset] : nil
    }

    private mutating func take(_ byte: UInt8) throws {
        guard next() == byte else { throw fault("expected \(Character(Unicode.Scalar(byte)))") }
        offset += 1
    }

    private mutating func value() throws -> OrderedJSON {
        switch next() {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number()
        }
    }

    private mutating func word(_ text: String, _ value: OrderedJSON) throws -> OrderedJSON {
        guard bytes[offset...].starts(with: text.utf8) else { throw fault("expected \(text)") }
        offset += text.utf8.count
        return value
    }

    private mutating func number() throws -> OrderedJSON {
        let start = offset
        while offset < bytes.count, "+-.eE0123456789".utf8.contains(bytes[offset]) { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard Double(text) != nil else { throw fault("expected a value") }
        return .number(text)
    }

    private mutating func array() throws -> OrderedJSON {
        try take(UInt8(ascii: "["))
        var elements: [OrderedJSON] = []
        while next() != UInt8(ascii: "]") {
            if !elements.isEmpty { try take(UInt8(ascii: ",")) }
            elements.append(try value())
        }
        offset += 1
        return .array(elements)
    }

    private mutating func object() throws -> OrderedJSON {
        try take(UInt8(ascii: "{"))
        var members: [OrderedJSON.Member] = []
        while next() != UInt8(ascii: "}") {
            if !members.isEmpty { try take(UInt8(ascii: ",")) }
            guard next() == UInt8(ascii: "\"") else { throw fault("expected a key") }
            let key = try string()
            try take(UInt8(ascii: ":"))
            members.append(.init(key: key, value: try value()))
        }
        offset += 1
        return .object(members)
    }

    private mutating func string() throws -> String {
        offset += 1
        var units: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            if bytes[offset] == UInt8(ascii: "\\") {
                units.append(contentsOf: String(try escape()).utf8)
            } else {
                units.append(bytes[offset])
                offset += 1
            }
        }
        guard offset < bytes.count else { throw fault("unfinished string") }
        offset += 1
        return String(decoding: units, as: UTF8.self)
    }

    private mutating func escape() throws -> Character {
        guard offset + 1 < bytes.count else { throw fault("unfinished escape") }
        let letter = bytes[offset + 1]
        if letter == UInt8(ascii: "u") { return try unicodeEscape() }
        let meanings: [UInt8: Character] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        guard let meaning = meanings[letter] else { throw fault("unknown escape") }
        offset += 2
        return meaning
    }

    private mutating func unicodeEscape() throws -> Character {
        let unit = try hexUnit()
        guard 0xD800..<0xDC00 ~= unit else { return Character(Unicode.Scalar(unit) ?? "\u{FFFD}") }
        guard bytes[min(offset, bytes.count)...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
        let low = try hexUnit()
        return Character(Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00)) ?? "\u{FFFD}")
    }

    private mutating func hexUnit() throws -> UInt32 {
        guard offset + 6 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
        else { throw fault("bad \\u escape") }
        offset += 6
        return unit
    }
}
