import Terminal

/// A terminal that can be read: it obeys what the editor's screen writes, and nothing else.
struct VirtualTerminal {
    let columns: Int
    let rows: Int
    /// Cells; a wide character fills the next one with nothing.
    private var cells: [[String]]
    private(set) var row = 0
    private(set) var column = 0
    private var willWrap = false
    /// Sequences that it does not know.
    private(set) var unknown: [String] = []
    /// Rows that were pushed out at the top.
    private(set) var scrolled: [String] = []

    init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// Rows without blanks at their ends, and without empty ones at the bottom.
    var lines: [String] {
        let texts = cells.map { Self.trimmed($0) }
        return Array(texts[...(texts.lastIndex { !$0.isEmpty } ?? 0)])
    }

    private static func trimmed(_ row: [String]) -> String {
        var text = row.joined()
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }

    mutating func write(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": obey(&rest)
            case "\r": (column, willWrap) = (0, false)
            case "\n": feed()
            case "\u{07}": continue
            default: put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = TextWidth.columns(Character(scalar))
        if width == 0 {
            let place = willWrap ? column : max(0, column - 1)
            cells[row][place].unicodeScalars.append(scalar)
            return
        }
        if willWrap || column + width > columns {
            column = 0
            feed()
        }
        cells[row][column] = String(scalar)
        if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
        column += width
        willWrap = column >= columns
        if willWrap { column = columns - 1 }
    }

    private mutating func feed() {
        willWrap = false
        if row + 1 < rows {
            row += 1
            return
        }
        scrolled.append(Self.trimmed(cells.removeFirst()))
        cells.append(Array(repeating: " ", count: columns))
    }

    private mutating func obey(_ rest: inout ArraySlice<Unicode.Scalar>) {
        guard rest.first == "[" else { return unknown.append(String(rest.first.map(Character.init) ?? "?")) }
        rest.removeFirst()
        let body = rest.prefix { !("@"..."~").contains($0) }
        rest.removeFirst(body.count)
        guard let final = rest.popFirst() else { return unknown.append("cut") }
        let parameters = String(String.UnicodeScalarView(body))
        let number = Int(parameters) ?? (parameters.isEmpty ? 1 : 0)
        willWrap = false
        switch final {
        case "A": row = max(0, row - number)
        case "B": row = min(rows - 1, row + number)
        case "C": column = min(columns - 1, column + number)
        case "H" where parameters.isEmpty: (row, column) = (0, 0)
        case "J" where parameters == "2": for index in 0..<rows { erase(index, from: 0) }
        case "J" where parameters.isEmpty:
            erase(row, from: column)
            for index in (row + 1)..<max(rows, row + 1) { erase(index, from: 0) }
        case "K" where parameters.isEmpty: erase(row, from: column)
        case "m": break
        default: unknown.append("[\(parameters)\(final)")
        }
    }

    private mutating func erase(_ index: Int, from column: Int) {
        for place in column..<columns { cells[index][place] = " " }
    }
}
