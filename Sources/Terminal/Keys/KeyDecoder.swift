/// Makes keys of the bytes that a terminal sends, however they are cut into pieces.
///
/// Origin: ECMA-48 control sequences; xterm's `ctlseqs`, "PC-Style Function Keys" and "Bracketed Paste Mode".
package struct KeyDecoder: Sendable {
    private var bytes: [UInt8] = []
    private var paste: [UInt8]?

    private static let escape: UInt8 = 0x1B
    private static let interrupt: UInt8 = 0x03
    private static let pasteEnd: [UInt8] = [0x1B] + Array("[201~".utf8)
    /// Longest sequence that is waited for; what is longer is no key.
    private static let longestSequence = 32

    /// Makes a decoder that has seen nothing.
    package init() {}

    /// Whether an Escape has come after which there may be more: where nothing comes for a moment, ``flush()`` gives it.
    package var isUndecided: Bool { paste == nil && bytes.first == Self.escape }

    /// Takes bytes.
    ///
    /// - Parameter more: bytes as they were read.
    /// - Returns: keys that are complete; what is not is kept.
    package mutating func decode(_ more: some Collection<UInt8>) -> [Key] {
        if paste != nil, more.elementsEqual([Self.interrupt]) { return abandonPaste() }
        bytes += more
        var keys: [Key] = []
        var used = 0
        while used < bytes.count, let count = next(from: used, &keys) { used += count }
        bytes.removeFirst(used)
        return keys
    }

    /// Gives an Escape that was pressed alone, and what is left behind it.
    package mutating func flush() -> [Key] {
        guard isUndecided else { return [] }
        let rest = Array(bytes.dropFirst())
        bytes = []
        return [.named(.escape)] + decode(rest)
    }

    // MARK: - One key

    /// Reads one key; gives how many bytes it took, nil where there is not all of it.
    private mutating func next(from start: Int, _ keys: inout [Key]) -> Int? {
        if paste != nil { return nextOfPaste(from: start, &keys) }
        let byte = bytes[start]
        if byte == Self.escape { return sequence(from: start, &keys) }
        if byte < 0x20 || byte == 0x7F {
            keys.append(Self.control(byte))
            return 1
        }
        return character(from: start) { keys.append(.character($0)) }
    }

    private static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x0D: .named(.enter)
        case 0x09: .named(.tab)
        case 0x7F: .named(.backspace)
        case 0x00: .control("@")
        // Control takes bit 6 away: 0x01 is Control with A, 0x1F with the underscore.
        default: .control(Character(UnicodeScalar(byte | 0x40)).lowercase)
        }
    }

    /// Reads one character of UTF-8; what is none gives the replacement character.
    private func character(from start: Int, _ take: (Character) -> Void) -> Int? {
        let first = bytes[start]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        let rest = bytes[(start + 1)...].prefix { $0 & 0xC0 == 0x80 }.prefix(length - 1)
        let isCut = start + 1 + rest.count == bytes.count
        if rest.count < length - 1, isCut, first >= 0xC0 { return nil }
        let whole = first >= 0x80 && first < 0xC0 ? bytes[start...start] : bytes[start...(start + rest.count)]
        for scalar in String(decoding: whole, as: UTF8.self).unicodeScalars { take(Character(scalar)) }
        return whole.count
    }

    // MARK: - Sequences

    private mutating func sequence(from start: Int, _ keys: inout [Key]) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let second = bytes[start + 1]
        switch second {
        case UInt8(ascii: "["): return controlSequence(from: start, &keys)
        case UInt8(ascii: "O"):
            guard start + 2 < bytes.count else { return nil }
            if let key = Self.named(bytes[start + 2], "") { keys.append(key) }
            return 3
        case Self.escape:
            // Escape twice: the first stands alone.
            keys.append(.named(.escape))
            return 1
        case 0x0D, 0x0A:
            keys.append(.named(.enter, .meta))
            return 2
        case 0x7F, 0x08:
            keys.append(.named(.backspace, .meta))
            return 2
        case 0x00..<0x20:
            // Alt with Control: as if Alt were not held.
            keys.append(Self.control(second))
            return 2
        default:
            return character(from: start + 1) { keys.append(.meta($0)) }.map { $0 + 1 }
        }
    }

    /// Reads `ESC [`, numbers, and the byte that ends it.
    private mutating func controlSequence(from start: Int, _ keys: inout [Key]) -> Int? {
        let body = bytes[(start + 2)...]
        guard let end = body.firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
            return body.count > Self.longestSequence ? body.count + 2 : nil
        }
        let parameters = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
        let count = end + 1 - start
        // A byte that no sequence holds is the next key's.
        guard (0x40..<0x7F).contains(bytes[end]) else { return count - 1 }
        if bytes[end] == UInt8(ascii: "~"), parameters == "200" {
            paste = []
        } else if let key = Self.named(bytes[end], parameters) {
            keys.append(key)
        }
        return count
    }

    private static func named(_ final: UInt8, _ parameters: String) -> Key? {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 1 }
        // 1 more than the sum of 1 for Shift, 2 for Alt, 4 for Control.
        let held = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
        let modifier: Key.Modifier = held & 4 != 0 ? .control : held & 2 != 0 ? .meta : .none
        if final == UInt8(ascii: "~") { return tilde[numbers.first ?? 0].map { .named($0, modifier) } }
        return letters[final].map { .named($0, modifier) }
    }

    private static let letters: [UInt8: Key.Name] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
    ]
    private static let tilde: [Int: Key.Name] = [
        1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]

    // MARK: - Paste

    /// Gives up a paste whose end never came, as over a line that was cut.
    ///
    /// Only for a Control-C that comes by itself, as from a keyboard: one in the midst of a paste may be there to have what
    /// follows it taken for keys.
    private mutating func abandonPaste() -> [Key] {
        paste = nil
        bytes = []
        return [Self.control(Self.interrupt)]
    }

    private mutating func nextOfPaste(from start: Int, _ keys: inout [Key]) -> Int? {
        let rest = bytes[start...]
        guard let escape = rest.firstIndex(of: Self.escape) else {
            paste? += rest
            return rest.count
        }
        if escape > start {
            paste? += rest[..<escape]
            return escape - start
        }
        let mark = rest.prefix(Self.pasteEnd.count)
        if mark.elementsEqual(Self.pasteEnd) {
            keys.append(.paste(Self.text(paste ?? [])))
            paste = nil
            return mark.count
        }
        if mark.count < Self.pasteEnd.count, Self.pasteEnd.starts(with: mark) { return nil }
        // An Escape of the text's own: left out, as all that a terminal could obey.
        return 1
    }

    /// Gives a pasted text with line feeds, without what a terminal would obey.
    private static func text(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || !isControl($0) })
        return String(scalars)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}

extension Character {
    fileprivate var lowercase: Character { Character(lowercased()) }
}
