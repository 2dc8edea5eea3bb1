/// The part of a terminal in which an input is shown, with lasting text above it.
///
/// A pure value: it gives the characters to write. Only rows that differ are written again.
package struct EditorScreen: Sendable {
    private var drawn: [EditorFrame.Row] = []
    private var inputRows = 0
    private var cursorRow = 0
    private var cursorColumn = 0
    private var top = 0
    private var columns: Int
    private var height: Int

    /// Makes a screen on which nothing is shown yet; the cursor stands at the beginning of a row.
    package init(columns: Int, rows: Int) {
        (self.columns, height) = (max(1, columns), max(1, rows))
    }

    /// Columns of the terminal.
    package var width: Int { columns }
    /// Rows of the terminal.
    package var rows: Int { height }

    /// Shows a frame in the place of the one before.
    ///
    /// - Parameter frame: frame for this terminal's width.
    /// - Returns: characters to write.
    package mutating func draw(_ frame: EditorFrame) -> String {
        let (frame, top) = frame.window(height: height, keeping: top)
        self.top = top
        var pen = Pen(row: cursorRow, last: max(0, drawn.count - 1), columns: columns)
        for (index, row) in frame.rows.enumerated() where index >= drawn.count || drawn[index] != row {
            pen.write(row, at: index)
        }
        if frame.rows.count < drawn.count { pen.clear(from: frame.rows.count) }
        pen.go(to: frame.cursor.row, frame.cursor.column)
        drawn = frame.rows
        inputRows = frame.inputRows
        (cursorRow, cursorColumn) = frame.cursor
        return pen.text
    }

    /// Writes lasting text above the frame.
    ///
    /// - Parameters:
    ///   - text: text of whole lines that a terminal may obey nothing of.
    ///   - frame: frame to show below.
    /// - Returns: characters to write.
    package mutating func write(_ text: String, above frame: EditorFrame) -> String {
        let cleared = erase()
        let lines = text.replacing("\n", with: "\r\n")
        return cleared + lines + (text.hasSuffix("\n") || text.isEmpty ? "" : "\r\n") + draw(frame)
    }

    /// Takes the frame away.
    package mutating func erase() -> String {
        var pen = Pen(row: cursorRow, last: max(0, drawn.count - 1), columns: columns)
        pen.clear(from: 0)
        forget()
        return pen.text
    }

    /// Leaves the input standing without what is below it, and goes to the next row.
    package mutating func finish() -> String {
        var pen = Pen(row: cursorRow, last: max(0, drawn.count - 1), columns: columns)
        pen.clear(from: inputRows)
        pen.go(to: max(0, inputRows - 1), 0)
        forget()
        return pen.text + "\r\n"
    }

    /// Clears the terminal.
    package mutating func clear() -> String {
        forget()
        return "\u{1B}[H\u{1B}[2J"
    }

    /// Takes a new size of the terminal, and takes away what was drawn for the old one.
    ///
    /// Origin: tmux, and terminals on VTE, break rows that were written as wholes where they become too wide, and take the
    /// cursor along.
    package mutating func resize(columns: Int, rows: Int) -> String {
        let new = max(1, columns)
        let above = drawn.prefix(cursorRow).reduce(0) { $0 + max(1, ($1.columns + new - 1) / new) }
        (self.columns, height) = (new, max(1, rows))
        let up = min(above + cursorColumn / new, height - 1)
        forget()
        return (up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J"
    }

    private mutating func forget() {
        drawn = []
        (cursorRow, cursorColumn) = (0, 0)
        inputRows = 0
        top = 0
    }
}

/// Writes rows that lie below each other, and knows in which it stands.
private struct Pen {
    private(set) var text = ""
    private var row: Int
    /// Last row that there is; below it a line feed has to make one.
    private var last: Int
    private let columns: Int

    init(row: Int, last: Int, columns: Int) {
        (self.row, self.last, self.columns) = (row, last, columns)
    }

    mutating func write(_ new: EditorFrame.Row, at index: Int) {
        go(to: index, 0)
        text += new.text
        // Behind a full row this would take the last character away.
        if new.columns < columns { text += "\u{1B}[K" }
    }

    mutating func clear(from index: Int) {
        let isBelow = index > last
        if isBelow { return }
        go(to: index, 0)
        text += "\u{1B}[J"
        last = index
    }

    mutating func go(to index: Int, _ column: Int) {
        if index < row { text += "\u{1B}[\(row - index)A" }
        let within = min(index, last)
        if within > row { text += "\u{1B}[\(within - row)B" }
        text += "\r"
        if index > last {
            text += String(repeating: "\n", count: index - max(last, row))
            last = index
        }
        row = index
        if column > 0 { text += "\u{1B}[\(column)C" }
    }
}
