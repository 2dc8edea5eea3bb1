/// Breaks text into rows of a terminal's width.
struct RowLayout {
    private static let tabWidth = 4
    private let columns: Int
    private var rows: [EditorFrame.Row] = []
    private var row = EditorFrame.Row(text: "", columns: 0)
    private(set) var cursor: (row: Int, column: Int) = (0, 0)

    init(columns: Int) {
        self.columns = max(1, columns)
    }

    /// Rows so far.
    var count: Int { rows.count + 1 }

    /// Notes that the cursor stands before what is written next.
    mutating func markCursor() {
        // Behind a full row it stands at the beginning of the next: terminals differ in what they do there.
        if row.columns >= columns { breakRow() }
        cursor = (rows.count, row.columns)
    }

    /// Begins a row more.
    mutating func breakRow() {
        rows.append(row)
        row = EditorFrame.Row(text: "", columns: 0)
    }

    /// Writes a text, in a style where there is one.
    mutating func write(_ text: String, _ style: String?) {
        guard let style, !text.isEmpty else {
            for letter in text { write(letter) }
            return
        }
        // A style does not cross rows: each row can then be drawn by itself.
        row.text += "\u{1B}[\(style)m"
        for letter in text {
            let count = rows.count
            write(letter)
            if rows.count > count {
                rows[rows.count - 1].text += "\u{1B}[0m"
                row.text = "\u{1B}[\(style)m" + row.text
            }
        }
        row.text += "\u{1B}[0m"
    }

    /// Writes a character.
    mutating func write(_ letter: Character) {
        if letter == "\t" {
            for _ in 0..<(Self.tabWidth - row.columns % Self.tabWidth) { write(" ") }
            return
        }
        let shown = letter.isControl ? "\u{FFFD}" : letter
        let width = TextWidth.columns(shown)
        if row.columns + width > columns, row.columns > 0 { breakRow() }
        row.text.append(shown)
        row.columns += width
    }

    /// Gives all rows, one at least.
    consuming func finish() -> [EditorFrame.Row] { rows + [row] }
}

extension Character {
    /// Whether a terminal would obey it, or turn the direction of writing for it.
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control || TerminalText.isActive($0) }
    }
}
