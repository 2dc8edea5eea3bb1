/// HTML escaping, which FOG does to every text that it reads from its database.
enum Markup {
    /// Escapes `& < > " '` and trims blanks at both ends.
    ///
    /// Origin: `lib/fog/initiator.class.php`, `sanitizeItems`: PHP's `htmlspecialchars` with `ENT_QUOTES`.
    static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: isMarked) || hasBlankEnd(text) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        for scalar in trim(text) {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#039;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Drops blanks, tabs, line ends and NUL at both ends, as PHP's `trim`.
    static func trim(_ text: String) -> Substring.UnicodeScalarView {
        let scalars = Substring(text).unicodeScalars
        guard let first = scalars.firstIndex(where: { !isTrimmed($0) }),
            let last = scalars.lastIndex(where: { !isTrimmed($0) })
        else { return scalars[scalars.endIndex...] }
        return scalars[first...last]
    }

    private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\0" || scalar == "\u{B}"
    }

    private static func isMarked(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func hasBlankEnd(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return first <= 0x20 || last <= 0x20
    }
}
