/// Reads a map.
///
/// A class, so that it remembers where the last key was found: the next one asked for mostly lies right behind it.
final class MapDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let tape: Tape
    private let place: Int
    /// Where the search for the next key begins.
    private var hint: Int
    var codingPath: [any CodingKey] { [] }

    init(tape: Tape, place: Int) {
        self.tape = tape
        self.place = place
        hint = place + 1
    }

    private var end: Int { Int(tape.cells[place].end) }

    var allKeys: [Key] {
        var keys: [Key] = []
        var child = place + 1
        while child < end {
            if let key = Key(stringValue: tape.key(of: tape.cells[child])) { keys.append(key) }
            child = Int(tape.cells[child].end)
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNil }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).flag() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).text() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).number() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).integer() }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).integer() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: value(key))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw FrameError(.unknown, "values have no superclass") }
    func superDecoder(forKey key: Key) throws -> any Decoder { try superDecoder() }

    private func value(_ key: Key) throws -> TapeDecoder {
        guard let child = find(key) else {
            throw FrameError(.unknown, "no \"\(key.stringValue)\" in value \(place)")
        }
        return TapeDecoder(tape: tape, place: child)
    }

    private func find(_ key: Key) -> Int? {
        guard let number = tape.number(of: key.stringValue) else { return nil }
        return search(number, from: hint, to: end) ?? search(number, from: place + 1, to: hint)
    }

    private func search(_ number: UInt32, from start: Int, to end: Int) -> Int? {
        var child = start
        while child < end {
            if tape.cells[child].key == number {
                hint = child
                return child
            }
            child = Int(tape.cells[child].end)
        }
        return nil
    }
}

/// Reads a list.
struct ListDecoding: UnkeyedDecodingContainer {
    private let tape: Tape
    private var next: Int
    private(set) var currentIndex = 0
    let count: Int?
    var codingPath: [any CodingKey] { [] }

    init(tape: Tape, place: Int) {
        self.tape = tape
        next = place + 1
        count = Int(tape.cells[place].bits)
    }

    var isAtEnd: Bool { currentIndex == count }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, TapeDecoder(tape: tape, place: next).isNil else { return false }
        _ = try step()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try Value(from: step())
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try step().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try step().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { throw FrameError(.unknown, "values have no superclass") }

    private mutating func step() throws -> TapeDecoder {
        guard !isAtEnd else { throw FrameError(.unknown, "list has no more than \(currentIndex) values") }
        defer {
            next = Int(tape.cells[next].end)
            currentIndex += 1
        }
        return TapeDecoder(tape: tape, place: next)
    }
}
