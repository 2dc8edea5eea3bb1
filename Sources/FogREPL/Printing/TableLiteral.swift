import FogSession
import Terminal

/// Prints a table as Lua would read it: on one line where there is room, else with an entry a line.
struct TableLiteral {
    let width: Int
    let scalar: ScalarText
    let palette: Palette

    /// Prints a table.
    func lines(_ value: ShownValue) -> [String] {
        lines(value, indent: 0, before: "", after: "")
    }

    /// Prints a value between two texts that belong to its first and last line.
    private func lines(_ value: ShownValue, indent: Int, before: String, after: String) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        if let flat = flat(value), indent + TextWidth.columns(before + flat + after) <= width {
            return [blanks + before + flat + after]
        }
        switch value {
        case .table(let table):
            let entries = parts(of: table)
            let head = table.name.map { TerminalText.oneLine($0) + " " } ?? ""
            return [blanks + before + head + "{"]
                + entries.flatMap { lines($0.value, indent: indent + 2, before: $0.key, after: ",") }
                + left(table).map { blanks + "  " + palette.paint($0, .faint) }
                + [blanks + "}" + after]
        case .rows(let rows):
            let shown = rows.rows.count
            let more = shown < rows.count ? [blanks + "  " + palette.paint("… \(rows.count - shown) more", .faint)] : []
            let items = rows.rows.map { row in
                blanks + "  "
                    + zip(rows.columns, row).map { "\($0.name)=\(scalar.cell($1, isTime: $0.isTime))" }
                    .joined(separator: " ")
            }
            return [blanks + before + "{ \(rows.count) \(rows.className)"]
                + items.map { TextWidth.columns($0) > width ? TextWidth.fit($0, to: width) : $0 } + more
                + [blanks + "}" + after]
        default:
            let text = scalar.text(value) ?? ""
            let room = max(8, width - indent - TextWidth.columns(before + after))
            return [blanks + before + (TextWidth.columns(text) > room ? TextWidth.fit(text, to: room) : text) + after]
        }
    }

    /// Writes a value on one line; nil where that is never meant: a table with something left out, or long ones.
    private func flat(_ value: ShownValue) -> String? {
        guard case .table(let table) = value else { return scalar.text(value) }
        guard left(table).isEmpty else { return nil }
        var texts: [String] = []
        for part in parts(of: table) {
            guard let text = flat(part.value) else { return nil }
            texts.append(part.key + text)
            if texts.count > width { return nil }
        }
        let head = table.name.map { TerminalText.oneLine($0) + " " } ?? ""
        return head + (texts.isEmpty ? "{}" : "{ " + texts.joined(separator: ", ") + " }")
    }

    private func parts(of table: ShownTable) -> [(key: String, value: ShownValue)] {
        table.list.map { ("", $0) } + table.entries.map { (key($0.key) + " = ", $0.value) }
    }

    private func left(_ table: ShownTable) -> [String] {
        let (items, entries) = (table.listCount - table.list.count, table.entryCount - table.entries.count)
        return [
            items > 0 ? "… \(items) more \(items == 1 ? "item" : "items"); :page shows them" : "",
            entries > 0 ? "… \(entries) more \(entries == 1 ? "entry" : "entries")" : "",
        ]
        .filter { !$0.isEmpty }
    }

    private func key(_ key: ShownValue) -> String {
        if case .text(let text) = key, !text.isCut, LuaName.holds(text.text) { return text.text }
        return "[" + (scalar.text(key) ?? "…") + "]"
    }
}
