/// The guess by which FOG reads a host's AD password and product key.
enum Obscured {
    /// Decodes a text that may be base64; what does not decode to UTF-8 stays as it is.
    ///
    /// A plain product key may well decode: it then comes back as control characters.
    ///
    /// Origin: `lib/router/route.class.php`, `getter`, case `host`; recording 288.
    static func reveal(_ text: String) -> String {
        let decoded = decode(text)
        guard !decoded.isEmpty, let plain = String(validating: decoded, as: UTF8.self) else { return text }
        return plain
    }

    /// Decodes base64 as PHP does: characters that do not belong are passed over.
    static func decode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var bits = 0
        var count = 0
        for value in text.utf8.compactMap(sextet) {
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            result.append(UInt8((bits >> count) & 0xFF))
        }
        return result
    }

    /// Encodes bytes in base64.
    static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for position in 0..<4 {
                let isFilled = position <= part.count
                text += isFilled ? String(alphabet[bits >> (18 - 6 * position) & 63]) : "="
            }
        }
        return text
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    private static func sextet(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
