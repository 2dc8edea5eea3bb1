/// Columns that characters take on a terminal.
package enum TextWidth {
    /// Counts the columns of a text without control characters: 0 for combining marks, 2 for wide letters, else 1.
    package static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    /// Counts the columns of one character.
    ///
    /// Origin: Unicode Standard Annex 11, blocks whose letters are wide or full width. A selector of variants changes
    /// nothing: terminals differ about it.
    package static func columns(_ letter: Character) -> Int {
        guard let scalar = letter.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20..<0x7F: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }

    /// Cuts a text so that it fits, with `…` at the cut, and fills it up with blanks.
    ///
    /// - Parameters:
    ///   - text: one line.
    ///   - width: columns of the result, 1 or more.
    /// - Returns: text of exactly that width.
    package static func fit(_ text: String, to width: Int) -> String {
        let wanted = columns(text)
        if wanted <= width { return text + String(repeating: " ", count: width - wanted) }
        var result = ""
        var used = 0
        for letter in text {
            let next = columns(letter)
            if used + next > width - 1 { break }
            result.append(letter)
            used += next
        }
        return result + "…" + String(repeating: " ", count: width - 1 - used)
    }
}
