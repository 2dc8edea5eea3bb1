import Terminal

/// Somebody at a keyboard before a terminal: keys as bytes in, the screen out.
struct Desk {
    var editor: LineEditor
    /// Whether a text can be run as it is.
    let isComplete: (String) -> Bool
    var decoder = KeyDecoder()
    var screen: EditorScreen
    var terminal: VirtualTerminal
    var style = EditorFrame.Style(prompt: "> ", continuation: ". ", isColoured: false)
    private(set) var events: [LineEditor.Event] = []

    init(
        columns: Int = 40,
        rows: Int = 10,
        history: [String] = [],
        isComplete: @escaping (String) -> Bool = { !$0.hasSuffix("do") }
    ) {
        editor = LineEditor(history: InputHistory(history))
        self.isComplete = isComplete
        screen = EditorScreen(columns: columns, rows: rows)
        terminal = VirtualTerminal(columns: columns, rows: rows)
        show()
    }

    /// What is on the screen.
    var lines: [String] { terminal.lines }
    /// Inputs that were submitted.
    var submitted: [String] { events.compactMap { if case .submit(let text) = $0 { text } else { nil } } }

    /// Types bytes, and shows what comes of it after each key.
    mutating func type(_ text: String) {
        for key in decoder.decode(Array(text.utf8)) { press(key) }
    }

    mutating func press(_ key: Key) {
        var waiting = editor.handle(key)[...]
        while let event = waiting.popFirst() {
            events.append(event)
            switch event {
            case .check(let text): waiting += editor.settle(isComplete: isComplete(text))
            case .submit, .interrupt: terminal.write(screen.finish())
            case .clearScreen: terminal.write(screen.clear())
            default: break
            }
        }
        show()
    }

    /// Prints a text above the input.
    mutating func print(_ text: String) {
        terminal.write(screen.write(text, above: EditorFrame(editor, style, columns: screen.width)))
    }

    mutating func offer(_ completions: Completions) {
        _ = editor.offer(completions)
        show()
    }

    mutating func show() {
        terminal.write(screen.draw(EditorFrame(editor, style, columns: screen.width)))
    }
}
