/// Writer of JSON in the form in which FOG sends it.
///
/// FOG 1.6 sends it compact. For FOG 1.5 PHP writes JSON indented by four blanks; FOG then replaces each run of blanks and
/// line ends by the last of them. So there is one blank after each opening bracket and comma, one before each closing
/// bracket, and a line end before the last. Inside strings runs of blanks become one, too; line ends survive, being
/// written as escapes.
///
/// Origin: `lib/fog/fogbase.class.php`, the output filter; bodies' lengths in recordings 001 to 305.
struct WireWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true
    /// Whether no blank stands between the parts, as FOG 1.6 sends it; runs of blanks in texts then stay, too.
    private let isCompact: Bool

    init(isCompact: Bool = false) { self.isCompact = isCompact }

    /// Starts an object; close it with ``endObject()``.
    mutating func beginObject() { begin(UInt8(ascii: "{")) }

    mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Starts an array; close it with ``endArray()``.
    mutating func beginArray() { begin(UInt8(ascii: "[")) }

    mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes the key of the next value.
    mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if !isCompact { bytes.append(UInt8(ascii: " ")) }
        isFirst = true
    }

    /// Writes a key that ``quotedKey(_:)`` has made ready.
    mutating func key(quoted: [UInt8]) {
        separate()
        bytes.append(contentsOf: isCompact ? quoted.dropLast() : quoted[...])
        isFirst = true
    }

    /// Makes a key ready that is written often.
    static func quotedKey(_ name: String) -> [UInt8] {
        var writer = WireWriter()
        writer.quote(name)
        return writer.bytes + ": ".utf8
    }

    /// Starts the next element of an array.
    mutating func element() {
        separate()
        isFirst = true
    }

    mutating func null() { raw("null") }

    mutating func bool(_ flag: Bool) { raw(flag ? "true" : "false") }

    mutating func number(_ number: Int) { raw(String(number)) }

    /// Writes a number as written in `text`.
    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        isFirst = false
    }

    mutating func string(_ text: String) {
        quote(text)
        isFirst = false
    }

    /// Writes a finished object that was rendered before at a depth below the top.
    mutating func fragment(_ finished: [UInt8]) {
        bytes.append(contentsOf: finished)
        isFirst = false
    }

    /// Makes a writer whose first value will be a fragment of another.
    func forFragment() -> WireWriter {
        var writer = WireWriter(isCompact: isCompact)
        writer.depth = 1
        return writer
    }

    private mutating func begin(_ bracket: UInt8) {
        bytes.append(bracket)
        depth += 1
        isFirst = true
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        if !isFirst, !isCompact { bytes.append(depth == 0 ? UInt8(ascii: "\n") : UInt8(ascii: " ")) }
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if !isCompact { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if isPlain(text) { bytes.append(contentsOf: text.utf8) } else { escape(text) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a text goes out as it is: nothing to escape, no two blanks in a row.
    private func isPlain(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), 0..<0x20: return false
            case 0x20 where last == 0x20 && !isCompact: return false
            default: last = byte
            }
        }
        return true
    }

    private mutating func escape(_ text: String) {
        var wasBlank = false
        for byte in text.utf8 {
            if byte != UInt8(ascii: " ") || !wasBlank || isCompact { escape(byte) }
            wasBlank = byte == UInt8(ascii: " ")
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0..<0x20: bytes.append(contentsOf: Self.controlEscape(byte).utf8)
        default: bytes.append(byte)
        }
    }

    private static func controlEscape(_ byte: UInt8) -> String {
        switch byte {
        case 0x08: return "\\b"
        case 0x0C: return "\\f"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        default:
            let digits = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
