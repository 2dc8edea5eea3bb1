/// Reads the bytes of a message from anybody into a tape.
struct TapeScanner {
    private let bytes: [UInt8]
    private let limits: FrameLimits
    private var memory: Int
    private var place = 0
    private var cells: [Tape.Cell] = []
    private var table = KeyTable()

    /// - Throws: ``FrameError`` with `tooLong`.
    init(_ bytes: [UInt8], limits: FrameLimits) throws(FrameError) {
        guard bytes.count <= limits.message else {
            throw FrameError(.tooLong, "message of \(bytes.count) bytes, allowed are \(limits.message)")
        }
        self.bytes = bytes
        self.limits = limits
        memory = limits.memory
        // As many as most messages have.
        cells.reserveCapacity(min(bytes.count, 64))
    }

    /// Reads the whole message.
    mutating func scan() throws(FrameError) -> Tape {
        let version = try byte()
        guard version == MessageCoding.version else {
            throw FrameError(.malformed, "message of version \(version), understood is \(MessageCoding.version)")
        }
        try value(key: 0, depth: 0)
        guard place == bytes.count else { throw malformed("\(bytes.count - place) bytes behind the value") }
        return Tape(bytes: bytes, cells: cells, keys: table)
    }

    private mutating func value(key: UInt32, depth: Int) throws(FrameError) {
        let head = try byte()
        guard let kind = Kind(rawValue: head >> 5) else { throw malformed("kind \(head >> 5)") }
        let number = head & 31 == Kind.long ? try varint() : UInt64(head & 31)
        try charge(FrameLimits.valueCharge)
        let index = cells.count
        cells.append(Tape.Cell(kind: kind, key: key, end: 0, bits: number))
        switch kind {
        case .natural: break
        case .negative:
            guard number <= UInt64(Int64.max) else { throw malformed("number below the smallest") }
        case .simple:
            guard number <= Simple.yes else { throw malformed("simple value \(number)") }
        case .number:
            cells[index].bits = try eightBytes()
        case .text:
            let length = try self.length(number, each: 1)
            cells[index].bits = UInt64(length) << 32 | UInt64(place)
            place += length
        case .list, .map:
            try charge(FrameLimits.containerCharge)
            guard depth < limits.depth else { throw FrameError.tooDeep(limits) }
            try children(kind, count: number, depth: depth + 1)
        }
        cells[index].end = UInt32(cells.count)
    }

    private mutating func children(_ kind: Kind, count: UInt64, depth: Int) throws(FrameError) {
        let count = try length(count, each: kind == .map ? 2 : 1)
        var seen = KeySet()
        for _ in 0..<count {
            var key = UInt32(0)
            if kind == .map {
                key = try self.key()
                guard seen.insert(key) else { throw malformed("a key twice in one map") }
            }
            try value(key: key, depth: depth)
        }
    }

    private mutating func eightBytes() throws(FrameError) -> UInt64 {
        var bits = UInt64(0)
        for _ in 0..<8 { bits = bits << 8 | UInt64(try byte()) }
        return bits
    }

    private mutating func key() throws(FrameError) -> UInt32 {
        let number = try varint()
        if number < table.keys.count { return UInt32(number) }
        guard number == table.keys.count else { throw malformed("key \(number) of \(table.keys.count)") }
        // In a statement of its own: `self` is read before the arguments of a call on it.
        let announced = try varint()
        let length = try length(announced, each: 1)
        guard let key = String(validating: bytes[place..<(place + length)], as: UTF8.self) else {
            throw malformed("key is no UTF-8")
        }
        // A key costs its bytes, its place in a table and one in a dictionary.
        try charge(length + 128)
        guard table.number(of: key) == nil else { throw malformed("a key under two numbers") }
        place += length
        table.add(key)
        return UInt32(number)
    }

    // MARK: - Bytes

    /// Checks a count against the bytes that are left, of which each counted thing takes at least some.
    private func length(_ number: UInt64, each: Int) throws(FrameError) -> Int {
        guard number <= UInt64((bytes.count - place) / each) else {
            throw FrameError(.truncated, "\(number) things announced at byte \(place), and the message ends before")
        }
        return Int(number)
    }

    private mutating func byte() throws(FrameError) -> UInt8 {
        guard place < bytes.count else { throw FrameError(.truncated, "message ends at byte \(place)") }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func varint() throws(FrameError) -> UInt64 {
        var number = UInt64(0)
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try byte()
            let bits = UInt64(byte & 0x7F)
            guard shift < 63 || bits <= 1 else { break }
            number |= bits << shift
            if byte < 0x80 { return number }
        }
        throw malformed("number of more than 64 bits")
    }

    private mutating func charge(_ count: Int) throws(FrameError) {
        guard count <= memory else { throw FrameError(.tooLarge, "message takes too much memory") }
        memory -= count
    }

    private func malformed(_ what: String) -> FrameError {
        FrameError(.malformed, "\(what) at byte \(place)")
    }
}

/// Keys seen in one map; those with small numbers, almost all, cost nothing.
private struct KeySet {
    private var small = UInt64(0)
    private var large: Set<UInt32> = []

    /// Adds a key; false where it was there.
    mutating func insert(_ key: UInt32) -> Bool {
        guard key < 64 else { return large.insert(key).inserted }
        let bit = UInt64(1) << UInt64(key)
        defer { small |= bit }
        return small & bit == 0
    }
}
