import Terminal
import Testing

@Suite struct LineEditorTests {
    /// Keys and what the input is then, with a bar where the cursor stands.
    struct Row: Sendable, CustomTestStringConvertible {
        let keys: String
        let input: String
        var testDescription: String { input }
        init(_ keys: String, _ input: String) { (self.keys, self.input) = (keys, input) }
    }

    private func input(_ editor: LineEditor) -> String {
        editor.buffer.textBeforeCursor + "|" + String(editor.buffer.characters[editor.buffer.cursor...])
    }

    // Control with A, B, C … is U+0001, U+0002, U+0003 …
    @Test(arguments: [
        Row("abc\u{1}x", "x|abc"), Row("abc\u{1}\u{5}x", "abcx|"), Row("abc\u{2}\u{2}\u{6}", "ab|c"),
        Row("one two\u{1B}b", "one |two"), Row("one two\u{1}\u{1B}f", "one| two"),
        Row("one.two\u{1B}b\u{1B}b", "|one.two"),
        Row("abc\u{7F}", "ab|"), Row("abc\u{1}\u{1B}[3~", "|bc"), Row("abc\u{1}\u{4}", "|bc"),
        Row("one two\u{17}", "one |"), Row("f(a.b)\u{17}", "|"), Row("f(a.b)\u{1B}\u{7F}", "f(a.|"),
        Row("one two\u{15}x\u{19}", "xone two|"), Row("one two\u{1}\u{0B}\u{19}\u{19}", "one twoone two|"),
        Row("one two\u{17}\u{17}\u{19}", "one two|"), Row("a b\u{17}\u{5}\u{17}\u{19}\u{1B}y", "b|"),
        Row("one two\u{1}\u{1B}d\u{1B}d\u{19}", "one two|"), Row("ab\u{14}", "ba|"), Row("abc\u{2}\u{14}", "acb|"),
        Row("one two\u{1B}t", "two one|"), Row("one two\u{1}\u{1B}u", "ONE| two"),
        Row("one TWO\u{1}\u{1B}l\u{1B}l", "one two|"),
        Row("one two\u{1}\u{1B}c", "One| two"), Row("a   b\u{2}\u{2}\u{1B}\\", "a|b"),
        Row("abc\u{1F}", "|"), Row("abc\u{17}d\u{1F}\u{1F}", "abc|"), Row("abc\u{17}d\u{18}\u{15}", "|"),
        Row("abc\u{1B}r", "|"), Row("abc\u{16}\td", "abc\td|"), Row("\u{1B}3x", "xxx|"),
        Row("abcdef\u{1B}3\u{2}", "abc|def"), Row("abcdef\u{1B}4\u{7F}", "ab|"),
        Row("a b c d\u{1B}2\u{17}\u{19}", "a b c d|"),
        Row("e\u{301}\u{7F}", "|"), Row("cafe\u{301}\u{2}", "caf|e\u{301}"), Row("日本\u{7F}", "日|"),
        Row("one\u{1B}\rtwo\u{1B}[A", "one|\ntwo"), Row("one\u{1B}\rtw\u{1B}[A\u{5}\u{1B}[B", "one\ntw|"),
        Row("one\u{1B}\rtwo\u{1}\u{0B}\u{1B}[A\u{5}\u{0B}", "one|"), Row("if x do\r  y\rz do\r", "if x do\n  y|"),
    ])
    func `Edits as readline does`(_ row: Row) {
        var desk = Desk(isComplete: { !$0.hasSuffix("do") && !$0.hasSuffix("z") })
        desk.type(row.keys.replacing("\rz do\r", with: ""))
        #expect(input(desk.editor) == row.input)
    }

    @Test func `Begins a line more where the input is not complete, as far to the right`() {
        var desk = Desk()
        desk.type("  for x do\rprint(x)\r")

        #expect(desk.submitted == ["  for x do\n  print(x)"])
        #expect(desk.editor.buffer.isEmpty)
    }

    @Test func `Runs a block of a thousand pasted lines as one input`() {
        var desk = Desk()
        let block = (1...1_000).map { "print(\($0))" }.joined(separator: "\n")
        desk.type("\u{1B}[200~\(block)\n\u{1B}[201~")
        #expect(desk.submitted == [])
        desk.type("\r\u{1B}[A")

        #expect(desk.submitted == [block])
        #expect(desk.editor.buffer.text == block)
    }

    @Test func `Recalls a block, moves in it line by line, and then to the one before that begins alike`() {
        var desk = Desk(history: ["print(1)", "local a do\nend", "fog.hosts()", "print(2)"])
        desk.type("pr\u{1B}[A")
        #expect(desk.editor.buffer.text == "print(2)")
        desk.type("\u{1B}[A")
        #expect(desk.editor.buffer.text == "print(1)")
        desk.type("\u{1B}[A")
        #expect(desk.events.last == .bell)
        desk.type("\u{1B}[B\u{1B}[B")
        #expect(desk.editor.buffer.text == "pr")
        desk.type("\u{15}\u{1B}[A\u{1B}[A\u{1B}[A")
        #expect(desk.editor.buffer.text == "local a do\nend")
        desk.type("\u{1B}[A")
        #expect(desk.editor.buffer.isInFirstLine)
        desk.type("\u{1B}[A")
        #expect(desk.editor.buffer.text == "print(1)")
    }

    @Test func `Keeps what was changed while somebody looks through, until an input is run`() {
        var desk = Desk(history: ["one", "two"])
        desk.type("\u{10}X\u{10}\u{E}")
        #expect(desk.editor.buffer.text == "twoX")
        desk.type("\r\u{10}\u{10}")
        #expect(desk.editor.history.entries == ["one", "two", "twoX"])
        #expect(desk.editor.buffer.text == "two")
    }

    @Test func `Searches while one types, both ways, and gives up without a trace`() {
        var desk = Desk(history: ["fog.hosts()", "print(1)", "fog.groups()"])
        desk.type("x\u{12}fog")
        #expect(desk.lines == ["(reverse search)'fog': fog.groups()"])
        #expect(desk.editor.buffer.cursor == 0)
        desk.type("\u{12}")
        #expect(desk.editor.buffer.text == "fog.hosts()")
        desk.type("\u{12}")
        #expect(desk.lines == ["(failing reverse search)'fog': fog.hosts", "()"])
        desk.type("\u{13}")
        #expect(desk.editor.buffer.text == "fog.groups()")
        desk.type("\u{7}")
        #expect(desk.lines == ["> x"])
        desk.type("\u{12}print\r")
        #expect(desk.submitted == ["print(1)"])
    }

    @Test func `Puts in the last word of older and older inputs`() {
        var desk = Desk(history: ["a one", "b two"])
        desk.type("x \u{1B}.")
        #expect(desk.editor.buffer.text == "x two")
        desk.type("\u{1B}.")
        #expect(desk.editor.buffer.text == "x one")
    }

    @Test func `Puts in what all candidates have in common, shows them, and takes the only one whole`() {
        var desk = Desk()
        desk.type("fog.ho\t")
        #expect(desk.events == [.complete])
        desk.offer(Completions(range: 4..<6, candidates: ["hosts", "host_create", "host_update"]))
        #expect(desk.editor.buffer.text == "fog.host")
        desk.offer(Completions(range: 4..<8, candidates: ["hosts", "host_create", "host_update"]))
        #expect(desk.lines == ["> fog.host", "hosts        host_create  host_update"])
        desk.type("_c")
        desk.offer(Completions(range: 4..<10, candidates: ["host_create"], suffix: "("))
        #expect(desk.lines == ["> fog.host_create("])
    }

    @Test func `Drops the input, leaves where there is none, stops and comments`() {
        var desk = Desk()
        desk.type("abc\u{3}\u{1A}\u{C}x\u{1B}#\u{4}")

        #expect(desk.events == [.interrupt, .suspend, .clearScreen, .submit("-- x"), .endOfInput])
    }

    @Test func `Has words for every command, and a key for each`() {
        let bound = Set(KeyMap.bindings.map(\.command))
        #expect(EditCommand.allCases.filter { $0.help.isEmpty } == [])
        #expect(EditCommand.allCases.filter { !bound.contains($0) } == [])
        #expect(Set(KeyMap.bindings.map(\.keys)).count == KeyMap.bindings.count)
        #expect(KeyMap.bindings.allSatisfy { $0.keys.allSatisfy { !$0.label.isEmpty } })
    }
}
