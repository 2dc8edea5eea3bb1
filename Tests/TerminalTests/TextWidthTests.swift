import Terminal
import Testing

@Suite struct TextWidthTests {
    @Test(arguments: [
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("⚡", 2), ("✅", 2), ("⌚", 2),
        ("⭐", 2),
        ("🟢", 2), ("🪣", 2), ("🚀", 2), ("\u{1F321}", 1), ("\u{AD}", 1), ("\u{200B}", 0), ("\u{301}", 0), ("—", 1),
        ("€", 1),
    ])
    func `Counts the columns that terminals give a character`(text: String, columns: Int) {
        #expect(TextWidth.columns(text) == columns)
    }
}

@Suite struct EditorRobustnessTests {
    @Test func `Is back in the present after a search that was given up`() {
        var desk = Desk(history: ["one", "two", "three"])
        desk.type("draft\u{12}one\u{7}")
        #expect(desk.editor.buffer.text == "draft")
        desk.type("\u{15}\u{1B}[A")
        #expect(desk.editor.buffer.text == "three")
    }

    @Test func `Takes line ends of other systems for line feeds`() {
        var editor = LineEditor()
        editor.replace("one\r\ntwo")

        #expect(editor.buffer.text == "one\ntwo")
        #expect(editor.buffer.characters.count == 7)
    }

    @Test func `Shows no character that turns the direction of writing`() {
        var desk = Desk()
        desk.type("pc-\u{202E}100")

        #expect(desk.lines == ["> pc-\u{FFFD}100"])
        #expect(desk.editor.buffer.text == "pc-\u{202E}100")
    }

    @Test func `Forgets the oldest changes before they fill the memory`() {
        var editor = LineEditor()
        _ = editor.handle(.paste(String(repeating: "x", count: 400_000)))
        for _ in 0..<5 { _ = editor.handle(.named(.backspace)) }
        for _ in 0..<5 { _ = editor.handle(.control("_")) }

        #expect(editor.buffer.characters.count == 399_997)
    }

    @Test func `Leaves nothing behind where nothing was drawn`() {
        var desk = Desk()
        desk.type("x")
        desk.terminal.write(desk.screen.erase())
        desk.terminal.write(desk.screen.finish())

        #expect((desk.terminal.row, desk.lines) == (1, [""]))
    }
}
