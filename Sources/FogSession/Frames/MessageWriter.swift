/// Writes values as the bytes of a message.
package struct MessageWriter {
    private(set) var bytes: [UInt8] = []
    private let limits: FrameLimits
    private var table = KeyTable()
    /// Lists and maps around what is written next.
    private var depth = 0

    init(limits: FrameLimits) {
        self.limits = limits
        // As much as most messages take.
        bytes.reserveCapacity(256)
        bytes.append(MessageCoding.version)
    }

    // MARK: - What lies in a map

    /// Writes a case of an enumeration with so many fields, each to be written by `fields`.
    package mutating func oneOf(
        _ name: String,
        _ count: Int = 0,
        _ fields: (inout MessageWriter) throws -> Void = { _ in }
    ) throws {
        try map(1) { message in
            message.write(key: name)
            try message.map(count, fields)
        }
    }

    /// Writes a map with so many fields, each to be written by `fields`.
    package mutating func map(_ count: Int, _ fields: (inout MessageWriter) throws -> Void) throws {
        try open(.map, count)
        try fields(&self)
        depth -= 1
    }

    /// Writes a field.
    package mutating func field(_ key: String, _ integer: Int) throws {
        write(key: key)
        write(integer)
        try check()
    }

    /// Writes a field.
    package mutating func field(_ key: String, _ text: String) throws {
        write(key: key)
        write(text)
        try check()
    }

    /// Writes a field.
    package mutating func field(_ key: String, _ number: Double) throws {
        write(key: key)
        write(number)
        try check()
    }

    /// Writes a field that writes itself.
    package mutating func field(_ key: String, _ part: some MessagePart) throws {
        write(key: key)
        try part.write(to: &self)
    }

    /// Writes a list of values that write themselves.
    package mutating func field(_ key: String, _ parts: [some MessagePart]) throws {
        write(key: key)
        try list(parts)
    }

    /// Writes a field of any kind.
    package mutating func field(_ key: String, any value: some Encodable) throws {
        write(key: key)
        try write(ValueEncoder.node(of: value, depth: depth, limits: limits))
    }

    // MARK: - Values

    /// Writes a list of values that write themselves.
    mutating func list(_ parts: [some MessagePart]) throws {
        try open(.list, parts.count)
        for part in parts { try part.write(to: &self) }
        depth -= 1
        try check()
    }

    /// Writes a value and all that lies in it.
    ///
    /// - Throws: ``FrameError`` with `tooDeep` or `tooLong`; what a part throws.
    mutating func write(_ node: Node) throws {
        switch node {
        case .none: head(.simple, Simple.none)
        case .flag(let flag): head(.simple, flag ? Simple.yes : Simple.no)
        case .natural(let number): head(.natural, number)
        case .negative(let number): head(.negative, number)
        case .number(let number): write(number)
        case .text(let text): write(text)
        case .list(let list):
            try open(.list, list.items.count)
            for item in list.items { try write(item) }
            depth -= 1
        case .map(let map):
            try open(.map, map.entries.count)
            for entry in map.entries {
                write(key: entry.key)
                try write(entry.value)
            }
            depth -= 1
        case .part(let part): try part.write(to: &self)
        }
        try check()
    }

    private mutating func open(_ kind: Kind, _ count: Int) throws(FrameError) {
        guard depth < limits.depth else { throw FrameError.tooDeep(limits) }
        depth += 1
        head(kind, UInt64(count))
    }

    private func check() throws(FrameError) {
        if bytes.count > limits.message {
            throw FrameError(.tooLong, "message is longer than \(limits.message) bytes")
        }
    }

    private mutating func write(_ number: Double) {
        head(.number, 0)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
        }
    }

    private mutating func write(_ integer: Int) {
        if integer < 0 { head(.negative, UInt64(-1 - integer)) } else { head(.natural, UInt64(integer)) }
    }

    private mutating func write(_ text: String) {
        head(.text, UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(key: String) {
        if let number = table.number(of: key) { return varint(UInt64(number)) }
        varint(UInt64(table.keys.count))
        table.add(key)
        varint(UInt64(key.utf8.count))
        bytes.append(contentsOf: key.utf8)
    }

    private mutating func head(_ kind: Kind, _ number: UInt64) {
        guard number >= Kind.long else { return bytes.append(kind.rawValue << 5 | UInt8(number)) }
        bytes.append(kind.rawValue << 5 | Kind.long)
        varint(number)
    }

    private mutating func varint(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
