import Terminal
import TestSupport
import Testing

@Suite struct EditorScreenTests {
    private func expectWhole(_ desk: Desk, _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
        var fresh = VirtualTerminal(columns: desk.terminal.columns, rows: desk.terminal.rows)
        var screen = EditorScreen(columns: desk.terminal.columns, rows: desk.terminal.rows)
        fresh.write(screen.draw(EditorFrame(desk.editor, desk.style, columns: desk.terminal.columns)))
        #expect(desk.lines.suffix(fresh.lines.count) == fresh.lines[...], "\(comment)", sourceLocation: sourceLocation)
        #expect(desk.terminal.column == fresh.column, "\(comment)", sourceLocation: sourceLocation)
        #expect(desk.terminal.unknown == [], "\(comment)", sourceLocation: sourceLocation)
    }

    @Test func `Breaks long lines, wide letters whole, and stands behind a full row in the next`() {
        var desk = Desk(columns: 10)
        desk.type("abcdefgh")
        #expect(desk.lines == ["> abcdefgh"])
        #expect((desk.terminal.row, desk.terminal.column) == (1, 0))
        desk.type("日本語文字")
        #expect(desk.lines == ["> abcdefgh", "日本語文字"])
        desk.type("x日本語日")
        #expect(desk.lines == ["> abcdefgh", "日本語文字", "x日本語日"])
        desk.type("\u{1}")
        #expect((desk.terminal.row, desk.terminal.column) == (0, 2))
    }

    @Test func `Shows the lines of a block behind a prompt of their own`() {
        var desk = Desk()
        desk.type("for x do\rprint(x)\u{1B}\r\tend\u{1B}[A\u{1B}[A")

        #expect(desk.lines == ["> for x do", ". print(x)", ".   end"])
        #expect(desk.terminal.row == 0)
    }

    @Test func `Shows what is around the cursor of an input that is taller than the screen`() {
        var desk = Desk(rows: 4)
        let block = (1...9).map { "line \($0)" }.joined(separator: "\n")
        desk.type("\u{1B}[200~\(block)\u{1B}[201~")
        #expect(desk.lines == [". line 6", ". line 7", ". line 8", ". line 9"])
        desk.type(String(repeating: "\u{1B}[A", count: 5))
        #expect(desk.lines == [". line 4", ". line 5", ". line 6", ". line 7"])
        #expect((desk.terminal.row, desk.terminal.column) == (0, 8))
    }

    @Test func `Prints above the line that is edited, and never through it`() {
        var desk = Desk(columns: 20, rows: 6)
        desk.editor.hint = "fog.hosts([selector])"
        desk.type("fog.hosts(")
        for line in 1...8 { desk.print("pc-00\(line): done") }

        #expect(
            desk.lines == [
                "pc-005: done", "pc-006: done", "pc-007: done", "pc-008: done", "> fog.hosts(", "fog.hosts([selector…",
            ]
        )
        #expect(desk.terminal.scrolled == ["pc-001: done", "pc-002: done", "pc-003: done", "pc-004: done"])
        #expect(desk.terminal.row == 4)
    }

    @Test func `Takes hint and menu away when the input is run`() {
        var desk = Desk(columns: 20)
        desk.editor.hint = "a hint"
        desk.type("x\t")
        desk.offer(Completions(range: 0..<1, candidates: ["x1", "x2"]))
        #expect(desk.lines == ["> x", "a hint", "x1  x2"])
        desk.type("\r")

        #expect(desk.lines == ["> x", ">"])
    }

    @Test func `Cuts a long menu and says how much there is`() {
        var desk = Desk(columns: 20, rows: 30)
        desk.offer(Completions(range: 0..<0, candidates: (1...300).map { "\($0)-hosts" }))

        #expect(desk.lines.count == 14)
        #expect(desk.lines.last == "… 288 more")
    }

    @Test(arguments: [(20, 12), (12, 20), (20, 20), (9, 31)])
    func `Draws anew after a change of size in the middle of a line`(_ old: Int, _ new: Int) {
        var desk = Desk(columns: old, rows: 10)
        desk.type("local hosts = fog.hosts('group:Lab A')\u{2}\u{2}")
        let erased = desk.screen.resize(columns: new, rows: 8)
        desk.terminal = VirtualTerminal(columns: new, rows: 8)
        desk.terminal.write(erased)
        desk.show()

        expectWhole(desk)
    }

    @Test func `Writes a coloured frame that reads like a plain one`() {
        var desk = Desk(columns: 8)
        desk.style = .init(prompt: "site-a live> ", continuation: "......... ", isColoured: true)
        desk.type("for x do\ry")

        #expect(desk.lines == ["site-a l", "ive> for", " x do", "........", ". y"])
        expectWhole(desk)
    }

    @Test func `Shows the same as a fresh screen after any keys`() {
        let keys =
            ["a", "ü", "日", " ", "(", "\"", "do\r", "\r", "\t", "\u{7F}", "e\u{301}", "\u{1F44D}\u{FE0F}"]
            + (1...26).filter { ![3, 4, 12, 26].contains($0) }.map { String(UnicodeScalar(UInt8($0))) }
            + ["b", "f", "d", "t", "u", "y", "r", ".", "<", ">", "\\", "3", "#", "\r"].map { "\u{1B}" + $0 }
            + ["A", "B", "C", "D", "H", "F", "1;5C", "1;5D", "3~", "5~", "200~x\ny\u{1B}[201~"].map { "\u{1B}[" + $0 }
        for seed in 0..<300 {
            var dice = Dice(seed: UInt64(seed))
            var desk = Desk(
                columns: 6 + dice.number(below: 30),
                rows: 2 + dice.number(below: 6),
                history: ["one", "for x do\n  print(x)\nend", "日本語日本語日本語"]
            )
            var typed = ""
            for _ in 0..<60 {
                let key = dice.one(of: keys)
                typed += key
                desk.type(key)
                if dice.isOne(in: 12) { desk.print("said") }
                if dice.isOne(in: 9) { desk.offer(Completions(range: 0..<0, candidates: ["alpha", "beta"])) }
            }
            expectWhole(desk, "seed \(seed): \(typed.debugDescription)")
        }
    }
}
