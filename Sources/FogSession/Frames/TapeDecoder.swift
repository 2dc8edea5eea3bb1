/// Reads one value of a tape.
struct TapeDecoder: Decoder {
    let tape: Tape
    let place: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var cell: Tape.Cell { tape.cells[place] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard cell.kind == .map else { throw mismatch("a map") }
        return KeyedDecodingContainer(MapDecoding<Key>(tape: tape, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard cell.kind == .list else { throw mismatch("a list") }
        return ListDecoding(tape: tape, place: place)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleDecoding(value: self)
    }

    // MARK: - Plain values

    var isNil: Bool { cell.kind == .simple && cell.bits == Simple.none }

    func flag() throws -> Bool {
        guard cell.kind == .simple, cell.bits != Simple.none else { throw mismatch("yes or no") }
        return cell.bits == Simple.yes
    }

    func text() throws -> String {
        guard cell.kind == .text else { throw mismatch("a text") }
        return try tape.text(cell)
    }

    func number() throws -> Double {
        guard cell.kind == .number else { throw mismatch("a number") }
        return Double(bitPattern: cell.bits)
    }

    func integer<Integer: FixedWidthInteger>() throws -> Integer {
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
