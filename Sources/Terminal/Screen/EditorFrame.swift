/// What is to be seen of an input: its rows as they fit a terminal, and where the cursor stands in them.
package struct EditorFrame: Hashable, Sendable {
    /// One row of the terminal.
    package struct Row: Hashable, Sendable {
        /// What is written, with the sequences that style it.
        package var text: String
        /// Columns that it takes.
        package var columns: Int
    }

    /// Rows from the top.
    package var rows: [Row]
    /// Row and column of the cursor, from 0.
    package var cursor: (row: Int, column: Int) { (cursorRow, cursorColumn) }

    /// How many of the rows are the input's; below them are hint and menu.
    package private(set) var inputRows: Int
    private var cursorRow: Int
    private var cursorColumn: Int

    /// How an input is shown.
    package struct Style: Hashable, Sendable {
        /// What stands before the first line.
        package var prompt: String
        /// What stands before the others.
        package var continuation: String
        /// Whether prompts and hints are coloured.
        package var isColoured: Bool

        /// Makes a style.
        package init(prompt: String, continuation: String, isColoured: Bool) {
            (self.prompt, self.continuation, self.isColoured) = (prompt, continuation, isColoured)
        }
    }

    /// Lays an editor's input out.
    ///
    /// - Parameters:
    ///   - editor: input.
    ///   - style: prompts.
    ///   - columns: width of the terminal, 1 or more.
    package init(_ editor: LineEditor, _ style: Style, columns: Int) {
        var layout = RowLayout(columns: columns)
        let prompt = editor.search?.prompt ?? style.prompt
        layout.write(prompt, style.isColoured ? "1;36" : nil)
        let buffer = editor.buffer
        for (place, letter) in buffer.characters.enumerated() {
            if place == buffer.cursor { layout.markCursor() }
            if letter == "\n" {
                layout.breakRow()
                layout.write(style.continuation, style.isColoured ? "36" : nil)
            } else {
                layout.write(letter)
            }
        }
        if buffer.cursor == buffer.characters.count { layout.markCursor() }
        let (cursorRow, cursorColumn) = layout.cursor
        inputRows = layout.count
        for line in Self.below(editor, columns: columns) {
            layout.breakRow()
            layout.write(line, style.isColoured ? "2" : nil)
        }
        rows = layout.finish()
        (self.cursorRow, self.cursorColumn) = (cursorRow, cursorColumn)
    }

    /// Lays lines out that nobody edits; the cursor stands below them, or in an empty row where there is none.
    ///
    /// - Parameters:
    ///   - lines: lines that may hold sequences that style them, each cut where it is too wide.
    ///   - columns: width of the terminal, 1 or more.
    package init(lines: [String], columns: Int) {
        rows = lines.map { Self.row($0, columns) } + [Row(text: "", columns: 0)]
        inputRows = 0
        (cursorRow, cursorColumn) = (lines.count, 0)
    }

    /// The same with lines above it that do not belong to the input.
    package func below(_ lines: [String], columns: Int) -> EditorFrame {
        var frame = self
        frame.rows = lines.map { Self.row($0, columns) } + rows
        frame.inputRows += lines.count
        frame.cursorRow += lines.count
        return frame
    }

    private static func row(_ line: String, _ columns: Int) -> Row {
        let bare = TerminalText.withoutStyles(line)
        let width = TextWidth.columns(bare)
        guard width > columns else { return Row(text: line, columns: width) }
        return Row(text: TextWidth.fit(bare, to: columns), columns: columns)
    }

    /// Gives the rows that fit a terminal, those around the cursor where not all do.
    ///
    /// - Parameters:
    ///   - height: rows of the terminal, 1 or more.
    ///   - top: row that was at the top before.
    /// - Returns: the frame, and the row at its top.
    package func window(height: Int, keeping top: Int) -> (frame: EditorFrame, top: Int) {
        guard rows.count > height else { return (self, 0) }
        let first = min(max(top, cursorRow - height + 1), cursorRow, rows.count - height)
        var part = self
        part.rows = Array(rows[first..<(first + height)])
        part.cursorRow -= first
        part.inputRows = min(max(1, inputRows - first), height)
        return (part, first)
    }

    /// Hint and menu, each line no wider than the terminal.
    private static func below(_ editor: LineEditor, columns: Int) -> [String] {
        let hint = editor.hint.map { [cut($0, columns)] } ?? []
        return hint + menu(editor.menu, columns: columns)
    }

    private static let longestMenu = 12

    /// Candidates in columns that are read downwards, and how many there are beyond.
    private static func menu(_ candidates: [String], columns: Int) -> [String] {
        guard let widest = candidates.map({ TextWidth.columns($0) }).max() else { return [] }
        let width = min(widest + 2, columns)
        let across = max(1, columns / width)
        let height = min(longestMenu, (candidates.count + across - 1) / across)
        let shown = candidates.prefix(height * across)
        var lines = (0..<height).map { row in
            let cells = stride(from: row, to: shown.count, by: height).map { index in
                TextWidth.fit(shown[index], to: max(1, width - 1))
            }
            return cut(cells.joined(separator: " "), columns)
        }
        if shown.count < candidates.count { lines.append(cut("… \(candidates.count - shown.count) more", columns)) }
        return lines
    }

    private static func cut(_ text: String, _ columns: Int) -> String {
        let fitted = TextWidth.fit(text, to: columns)
        return String(fitted.reversed().drop { $0 == " " }.reversed())
    }
}
