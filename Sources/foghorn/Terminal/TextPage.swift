import Terminal

/// Sets text in lines of a width.
package struct TextPage: Sendable {
    /// Room in a line.
    package var columns: Int

    /// Makes a page.
    package init(columns: Int) {
        self.columns = columns
    }

    /// Breaks a text between words; a longer word gets a line of its own.
    package func wrap(_ text: String, indent: Int = 0) -> [String] {
        fill(text.split(whereSeparator: \.isWhitespace).map(String.init), indent: indent)
    }

    /// Sets words, within which no line is broken, in lines; all but the first are indented.
    package func fill(_ words: [String], indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words {
            if line.isEmpty {
                line = word
            } else if TextWidth.columns(line) + 1 + TextWidth.columns(word) <= columns {
                line += " " + word
            } else {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            }
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    /// Sets terms beside what is said of them; below them, where a term is too long for that.
    package func table(_ rows: [(term: String, text: String)]) -> [String] {
        let widths = rows.map { TextWidth.columns($0.term) }
        let most = max(columns * 2 / 5, 16)
        let column = min((widths.max() ?? 0) + 2, most)
        let margin = String(repeating: " ", count: column)
        return rows.flatMap { row -> [String] in
            let text = TextPage(columns: columns - column).wrap(row.text)
            let width = TextWidth.columns(row.term)
            guard width + 2 <= column, let first = text.first else { return [row.term] + text.map { margin + $0 } }
            let head = row.term + String(repeating: " ", count: column - width) + first
            return [head] + text.dropFirst().map { margin + $0 }
        }
    }
}
