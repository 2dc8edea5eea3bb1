import TestSupport

/// Ways in which an answer is damaged.
enum Damage {
    /// Pieces that are put in somewhere: brackets too many, numbers too large, halves of things.
    private static let pieces: [[UInt8]] =
        [
            "[", "]", "{", "}", "\"", "\\", "\\u", "\\ud83d", "\\udc00", "\\ud83d\\ud83d", "\\u12", ",", ":", "-",
            "null",
            "true", "false", "0", "\"\"", "1e999", "-1e999", "1e-999", "0.1", "99999999999999999999",
            "-9223372036854775808",
            "9223372036854775807", "18446744073709551616", "00000000000000000001", "\"9223372036854775808\"", "NaN",
            "&amp;", "&am", "&#039", "&", "&amp;amp;amp;", "&#x110000;", "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{FEFF}",
            "<html><body>Fatal error", "<!DOCTYPE html>", "Warning: Undefined array key in /var/www", "ü", "👩‍👩‍👧‍👦",
            "\"id\":", "\"id\":\"1\",\"id\":2,", "\"name\":null,", "\"data\":", "\"hosts\":", "\"count\":-1,",
            "{\"error\":",
            "0000-00-00 00:00:00", "2026-02-30 25:61:61", "-0001-11-30 00:00:00", "9999-12-31 23:59:60", "{\"0\":{}}",
        ]
        .map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]

    /// What takes the place of a value.
    private static let values: [[UInt8]] = [
        "null", "true", "false", "0", "-1", "\"\"", "\"x\"", "[]", "{}", "[[]]", "{\"id\":[]}", "1.5", "1e3", "1e400",
        "12345678901234567890", "\"12.0\"", "\"0x10\"", "\"&quot;\"", "\"\\ud800\"", "[1,\"2\",null,{}]",
    ]
    .map { Array($0.utf8) }

    /// Damages an answer in one to four places, in one most of the time.
    static func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0...(dice.isOne(in: 3) ? dice.number(below: 4) : 0) where !bytes.isEmpty {
            if dice.isOne(in: 3000) { blowUp(&bytes, &dice) } else { damage(&bytes, &dice) }
        }
        return bytes
    }

    private static func damage(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let place = dice.number(below: bytes.count)
        let rest = bytes.count - place
        switch dice.number(below: 10) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
        case 1: bytes.removeSubrange(place..<place + min(rest, 1 + dice.number(below: 40)))
        case 2: bytes.removeLast(rest)
        case 3: bytes.insert(contentsOf: bytes[place..<place + min(rest, 30)], at: place)
        case 4, 5: bytes.insert(contentsOf: dice.one(of: pieces), at: place)
        case 6: doubleMember(&bytes, after: place)
        case 7: bytes.insert(contentsOf: dice.one(of: pieces), at: cut(bytes, after: place))
        default: replaceValue(&bytes, after: place, by: dice.one(of: values))
        }
    }

    /// Puts in something long: a text, a name, a number, blanks, or brackets within each other.
    private static func blowUp(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let place = cut(bytes, after: dice.number(below: bytes.count))
        let size = 1 << (10 + dice.number(below: 11))
        let long: [UInt8] =
            switch dice.number(below: 6) {
            case 0: [UInt8](repeating: UInt8(ascii: "["), count: size)
            case 1: Array(String(repeating: "{\"a\":", count: size / 5).utf8)
            case 2: [UInt8](repeating: UInt8(ascii: "9"), count: size)
            case 3: [UInt8](repeating: UInt8(ascii: " "), count: size)
            case 4: Array("\"\(String(repeating: "&amp;\\u00", count: size / 9))\":1,".utf8)
            default: [UInt8](repeating: 0xFF, count: size)
            }
        bytes.insert(contentsOf: long, at: place)
    }

    /// Writes a member of an object a second time, or the first letters of it.
    private static func doubleMember(_ bytes: inout [UInt8], after place: Int) {
        let start = cut(bytes, after: place)
        let end = cut(bytes, after: min(start + 1, bytes.count))
        bytes.insert(contentsOf: bytes[start..<end], at: end)
    }

    /// Puts a value of any kind in the place of one that follows a colon.
    private static func replaceValue(_ bytes: inout [UInt8], after place: Int, by value: [UInt8]) {
        guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) else { return }
        let start = colon + 1
        let end = bytes[start...].firstIndex { ",]}".utf8.contains($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: value)
    }

    /// Place after the next comma or colon; the end where there is none.
    private static func cut(_ bytes: [UInt8], after place: Int) -> Int {
        bytes[place...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }.map { $0 + 1 } ?? bytes.count
    }
}
