package import FogSession
import Terminal

/// Prints values for a terminal: lists of objects as tables, objects as lists of their fields.
package struct ValuePrinter: Sendable {
    private let width: Int
    private let palette: Palette
    private let scalar: ScalarText

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - width: columns of the terminal; fewer than 20 count as 20.
    ///   - palette: colours.
    ///   - time: writes an instant in seconds since 1970, in the zone of the server.
    package init(width: Int, palette: Palette = .plain, time: @escaping @Sendable (Double) -> String) {
        self.width = max(20, width)
        self.palette = palette
        scalar = ScalarText(time: time)
    }

    /// Prints a value.
    ///
    /// - Returns: lines without line feeds, none wider than the terminal but those of long texts.
    package func lines(_ value: ShownValue) -> [String] {
        switch value {
        case .rows(let rows): return table(rows)
        case .object(let object): return fields(object)
        case .table: return TableLiteral(width: width, scalar: scalar, palette: palette).lines(value)
        case .text(let text) where text.text.contains(where: \.isNewline): return paragraphs(text)
        default: return [painted(value)]
        }
    }

    private func painted(_ value: ShownValue) -> String {
        let text = scalar.text(value) ?? ""
        return switch value {
        case .text: palette.paint(text, .text)
        case .integer, .number: palette.paint(text, .number)
        case .none: palette.paint(text, .faint)
        default: text
        }
    }

    private func paragraphs(_ text: ShownText) -> [String] {
        var lines = text.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { TerminalText.harmless(String($0)) }
        if text.isCut { lines.append(palette.paint("… \(text.size) bytes in all", .faint)) }
        return lines
    }

    // MARK: - Lists of objects

    private func table(_ rows: ShownRows) -> [String] {
        if rows.count == 0 { return [palette.paint("no \(rows.className) (an empty list)", .faint)] }
        let cells = rows.rows.map { row in
            zip(row, rows.columns).map { scalar.cell($0, isTime: $1.isTime) }
        }
        let wanted = rows.columns.indices.map { place in
            max(1, ([rows.columns[place].name] + cells.map { $0[place] }).map(TextWidth.columns).max() ?? 1)
        }
        let fit = ColumnFit(wanted, in: width)
        let head = line(rows.columns.map(\.name), rows.columns, fit)
        return [palette.paint(head, .name)] + cells.map { line($0, rows.columns, fit) } + foot(rows, fit)
    }

    private func line(_ cells: [String], _ columns: [ShownColumn], _ fit: ColumnFit) -> String {
        var line = zip(cells, zip(columns, fit.widths)).map { cell, place in
            let (column, width) = place
            let fitted = TextWidth.fit(cell, to: width)
            guard column.isNumber, !column.isTime, TextWidth.columns(cell) < width else { return fitted }
            return String(repeating: " ", count: width - TextWidth.columns(cell)) + cell
        }
        .joined(separator: String(repeating: " ", count: ColumnFit.gap))
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Says what is not shown, and how to see it.
    private func foot(_ rows: ShownRows, _ fit: ColumnFit) -> [String] {
        var notes: [String] = []
        let last = rows.first + rows.rows.count - 1
        if rows.rows.count < rows.count {
            let more = last < rows.count ? "; :page shows more, :csv FILE writes all" : ""
            notes.append("rows \(rows.first) to \(last) of \(rows.count)" + more)
        }
        if fit.omitted > 0 {
            notes.append("\(fit.omitted) of \(rows.columns.count) columns left out: :columns chooses")
        }
        return notes.flatMap { wrapped($0, after: "… ") }.map { palette.paint($0, .faint) }
    }

    // MARK: - One object

    private func fields(_ object: ShownObject) -> [String] {
        let present = object.fields.filter { $0.value != .none }
        let absent = object.fields.filter { $0.value == .none }.map(\.name)
        let names = min(present.map { TextWidth.columns($0.name) }.max() ?? 0, width / 2)
        let lines = present.map { field in
            let name = palette.paint(TextWidth.fit(field.name, to: max(1, names)), .name)
            let room = max(8, width - names - 4)
            let text = scalar.cell(field.value, isTime: field.isTime)
            return "  " + name + "  " + (TextWidth.columns(text) <= room ? text : TextWidth.fit(text, to: room))
        }
        let rest = absent.isEmpty ? [] : wrapped(absent.joined(separator: ", "), after: "  nil: ")
        return [TerminalText.oneLine(object.line)] + lines + rest.map { palette.paint($0, .faint) }
    }

    /// Breaks a text between words; further lines are set in.
    private func wrapped(_ text: String, after start: String) -> [String] {
        var lines: [String] = []
        var line = start
        for word in text.split(separator: " ") {
            let isFirst = line == start || line == Self.margin
            if !isFirst, TextWidth.columns(line) + 1 + TextWidth.columns(String(word)) > width {
                lines.append(line)
                line = Self.margin + word
            } else {
                line += (isFirst ? "" : " ") + word
            }
        }
        return lines + [line]
    }

    private static let margin = "    "
}
