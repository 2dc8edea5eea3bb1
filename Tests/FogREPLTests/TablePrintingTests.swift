import FogREPL
import FogSession
import Terminal
import Testing

@Suite struct TablePrintingTests {
    private static let names = ["id", "name", "ip", "imagename", "description"]

    private func printed(_ rows: ShownRows, width: Int) -> [String] {
        ValuePrinter(width: width) { "at \(Int($0))" }.lines(.rows(rows))
    }

    private func hosts(_ texts: [[String]], count: Int? = nil, first: Int = 1) -> ShownRows {
        ShownRows(
            className: "Host",
            columns: Self.names.map { ShownColumn($0, isNumber: $0 == "id") },
            fields: Self.names,
            rows: texts.map { row in
                row.enumerated().map { $0 == 0 ? .integer(Int($1) ?? 0) : $1.isEmpty ? .none : .text(ShownText($1)) }
            },
            first: first,
            count: count ?? texts.count
        )
    }

    @Test func `Prints a list of objects as a table, numbers on the right`() {
        let rows = hosts([
            ["7", "pc-007", "", "Windows 11", "Raum 5 – Fenster"], ["12", "電腦-12", "10.0.0.12", "", ""],
        ])

        #expect(
            printed(rows, width: 80) == [
                "id  name     ip         imagename   description",
                " 7  pc-007              Windows 11  Raum 5 – Fenster",
                "12  電腦-12  10.0.0.12",
            ]
        )
    }

    @Test(arguments: [20, 30, 40, 60, 80, 200])
    func `Fits any terminal, and says what is left out and how to see it`(width: Int) {
        let long = String(repeating: "long ", count: 30)
        let rows = hosts([["7", "pc-007", "10.0.0.7", long, long]], count: 213)

        let lines = printed(rows, width: width)

        let widths = lines.map(TextWidth.columns)
        #expect(widths.allSatisfy { $0 <= width }, "\(lines)")
        let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(text.contains("rows 1 to 1 of 213; :page shows more, :csv FILE writes all"), "\(lines)")
        #expect(text.contains("columns left out: :columns chooses") == (width < 57), "\(lines)")
        #expect(lines[1].contains("pc-007"))
    }

    @Test func `Says that a list is empty`() {
        #expect(printed(hosts([]), width: 80) == ["no Host (an empty list)"])
    }

    @Test func `Writes times as people read them`() {
        let rows = ShownRows(
            className: "Task",
            columns: [ShownColumn("createdTime", isNumber: true, isTime: true)],
            fields: ["createdTime"],
            rows: [[.integer(86_400)]],
            count: 1
        )

        #expect(printed(rows, width: 80) == ["createdTime", "at 86400"])
    }

    @Test func `Lets no text of the server reach the terminal as a command`() {
        let lines = printed(hosts([["1", "pc\u{1B}[2J", "a\nb", "\u{202E}x", ""]]), width: 80)

        #expect(lines.count == 2)
        #expect(lines[1].contains("pc<ESC>[2J"))
        #expect(lines[1].contains("a b"))
        #expect(lines[1].contains("<U+202E>x"))
    }
}
