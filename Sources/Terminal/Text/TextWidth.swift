/// Columns that characters take on a terminal.
package enum TextWidth {
    /// Counts the columns of a text without control characters: 0 for combining marks, 2 for wide letters, else 1.
    package static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    /// Counts the columns of one character; a selector of variants changes nothing, since terminals differ about it.
    package static func columns(_ letter: Character) -> Int {
        guard let scalar = letter.unicodeScalars.first else { return 0 }
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        if WideLetters.holds(scalar) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        // A soft hyphen is drawn as one.
        case .format: return scalar.value == 0xAD ? 1 : 0
        default: return 1
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
