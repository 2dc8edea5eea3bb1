import TestSupport

/// Ways in which a message is damaged.
enum FrameDamage {
    /// Bytes that mean something: kinds with long numbers, counts without end, keys of other maps, halves of letters.
    private static let pieces: [[UInt8]] = [
        [0x00], [0x01], [0x02], [0x1F], [0x3F], [0x5F], [0x7F], [0x80], [0x9F], [0xA0], [0xA1], [0xBF], [0xC0], [0xE0],
        [0xFF], [0x9F, 0xFF, 0xFF, 0xFF, 0x7F], [0x7F, 0x80, 0x80, 0x04],
        [0x3F] + [UInt8](repeating: 0xFF, count: 9) + [1],
        [0xBF] + [UInt8](repeating: 0x80, count: 9) + [2], [0xC0, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0],
        [0xC0, 0xFF, 0xF0, 0, 0, 0, 0, 0, 0], [0x61, 0xFF], [0x62, 0xC3, 0x28], [0x63, 0xED, 0xA0, 0x80], [0x61, 0x1B],
    ]

    /// Damages a message in no place, one, or a few.
    static func damaged(_ bytes: [UInt8], beside other: [UInt8], _ dice: inout Dice) -> [UInt8] {
        if dice.isOne(in: 4) { return bytes }
        var bytes = bytes
        for _ in 0...(dice.isOne(in: 3) ? dice.number(below: 6) : 0) where !bytes.isEmpty {
            damage(&bytes, beside: other, &dice)
        }
        return bytes
    }

    private static func damage(_ bytes: inout [UInt8], beside other: [UInt8], _ dice: inout Dice) {
        let place = dice.number(below: bytes.count)
        let rest = bytes.count - place
        switch dice.number(below: 10) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
        case 1: bytes[place] ^= 1 << UInt8(dice.number(below: 8))
        case 2: bytes.removeSubrange(place..<place + min(rest, 1 + dice.number(below: 20)))
        case 3: bytes.removeLast(rest)
        case 4: bytes.insert(contentsOf: bytes[place..<place + min(rest, 1 + dice.number(below: 60))], at: place)
        case 5: bytes.replaceSubrange(place..., with: other.suffix(dice.number(below: other.count) + 1))
        case 6: deepen(&bytes, at: place, &dice)
        default: bytes.insert(contentsOf: dice.one(of: pieces), at: place)
        }
    }

    /// Puts lists and maps within each other.
    private static func deepen(_ bytes: inout [UInt8], at place: Int, _ dice: inout Dice) {
        let opening: [UInt8] = dice.isOne(in: 2) ? [0x81] : [0xA1, 0x00]
        let levels = [2, 100, 127, 128, 129, 5000][dice.number(below: 6)]
        bytes.insert(contentsOf: [[UInt8]](repeating: opening, count: levels).joined(), at: place)
    }
}
