/// Reads one value of a tape.
package struct TapeDecoder: Decoder {
    let tape: Tape
    let place: Int
    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var cell: Tape.Cell { tape.cells[place] }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard cell.kind == .map else { throw mismatch("a map") }
        return KeyedDecodingContainer(MapDecoding<Key>(tape: tape, place: place))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard cell.kind == .list else { throw mismatch("a list") }
        return ListDecoding(tape: tape, place: place)
    }

    package func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleDecoding(value: self)
    }

    // MARK: - What lies in it

    /// Takes a case of an enumeration apart: its name, and what it carries.
    package func oneOf() throws -> (name: String, fields: TapeDecoder) {
        guard cell.kind == .map else { throw mismatch("a map") }
        guard cell.bits == 1 else {
            throw FrameError(.unknown, "\(cell.bits) names where one was expected, in value \(place)")
        }
        let fields = TapeDecoder(tape: tape, place: place + 1)
        guard fields.cell.kind == .map else { throw fields.mismatch("a map") }
        return (tape.key(of: fields.cell), fields)
    }

    /// Reads the value under a key of a map.
    ///
    /// - Throws: ``FrameError`` with `unknown` where there is none.
    package subscript(_ key: String) -> TapeDecoder {
        get throws {
            guard let value = try find(key) else { throw FrameError(.unknown, "no \"\(key)\" in value \(place)") }
            return value
        }
    }

    /// Reads the value under a key of a map; nil where there is none.
    package func optional<Value>(_ key: String, _ read: (TapeDecoder) throws -> Value) throws -> Value? {
        guard let value = try find(key), !value.isNil else { return nil }
        return try read(value)
    }

    /// Reads a list.
    package func list<Value: MessagePart>(_ type: Value.Type = Value.self) throws -> [Value] {
        guard cell.kind == .list else { throw mismatch("a list") }
        var values: [Value] = []
        var child = place + 1
        while child < cell.end {
            values.append(try Value(TapeDecoder(tape: tape, place: child)))
            child = Int(tape.cells[child].end)
        }
        return values
    }

    /// Reads any value.
    package func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value { try Value(from: self) }

    /// Reads a value that reads itself.
    package func value<Value: MessagePart>(_ type: Value.Type = Value.self) throws -> Value { try Value(self) }

    private func find(_ key: String) throws -> TapeDecoder? {
        guard cell.kind == .map else { throw mismatch("a map") }
        var child = place + 1
        while child < cell.end {
            if tape.key(of: tape.cells[child]) == key { return TapeDecoder(tape: tape, place: child) }
            child = Int(tape.cells[child].end)
        }
        return nil
    }

    // MARK: - Plain values

    var isNil: Bool { cell.kind == .simple && cell.bits == Simple.none }

    package func flag() throws -> Bool {
        guard cell.kind == .simple, cell.bits != Simple.none else { throw mismatch("yes or no") }
        return cell.bits == Simple.yes
    }

    package func text() throws -> String {
        guard cell.kind == .text else { throw mismatch("a text") }
        return try tape.text(cell)
    }

    package func number() throws -> Double {
        guard cell.kind == .number else { throw mismatch("a number") }
        return Double(bitPattern: cell.bits)
    }

    package func integer<Integer: FixedWidthInteger>() throws -> Integer {
        let integer: Integer? =
            switch cell.kind {
            case .natural: Integer(exactly: cell.bits)
            case .negative: Integer(exactly: -1 - Int64(cell.bits))
            default: throw mismatch("a whole number")
            }
        guard let integer else { throw mismatch("a number that fits") }
        return integer
    }

    func mismatch(_ expected: String) -> FrameError {
        FrameError(.unknown, "\(cell.kind) where \(expected) was expected, in value \(place)")
    }
}

/// Reads a value that is no list and no map.
struct SingleDecoding: SingleValueDecodingContainer {
    let value: TapeDecoder
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { value.isNil }
    func decode(_ type: Bool.Type) throws -> Bool { try value.flag() }
    func decode(_ type: String.Type) throws -> String { try value.text() }
    func decode(_ type: Double.Type) throws -> Double { try value.number() }
    func decode(_ type: Float.Type) throws -> Float { Float(try value.number()) }
    func decode(_ type: Int.Type) throws -> Int { try value.integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try value.integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try value.integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try value.integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try value.integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try value.integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try value.integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try value.integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try value.integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try value.integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: value) }
}
