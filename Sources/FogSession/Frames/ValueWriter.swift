/// Writes nodes as the bytes of a message.
struct ValueWriter {
    private(set) var bytes: [UInt8] = [MessageCoding.version]
    private let limits: FrameLimits
    private var keys: [String: Int] = [:]

    init(limits: FrameLimits) {
        self.limits = limits
    }

    /// Writes a value and all that lies in it; so many lists and maps lie around it already.
    ///
    /// - Throws: ``FrameError`` with `tooDeep` or `tooLong`.
    mutating func write(_ node: Node, depth: Int = 0) throws(FrameError) {
        switch node {
        case .none: head(.simple, Simple.none)
        case .flag(let flag): head(.simple, flag ? Simple.yes : Simple.no)
        case .natural(let number): head(.natural, number)
        case .negative(let number): head(.negative, number)
        case .number(let number):
            head(.number, 0)
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
            }
        case .text(let text):
            head(.text, UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .list(let list):
            guard depth < limits.depth else { throw FrameError.tooDeep(limits) }
            head(.list, UInt64(list.items.count))
            for item in list.items { try write(item, depth: depth + 1) }
        case .map(let map):
            guard depth < limits.depth else { throw FrameError.tooDeep(limits) }
            head(.map, UInt64(map.entries.count))
            for entry in map.entries {
                write(key: entry.key)
                try write(entry.value, depth: depth + 1)
            }
        }
        if bytes.count > limits.message {
            throw FrameError(.tooLong, "message is longer than \(limits.message) bytes")
        }
    }

    private mutating func write(key: String) {
        if let number = keys[key] { return varint(UInt64(number)) }
        varint(UInt64(keys.count))
        keys[key] = keys.count
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
