/// Which keys do what; readline's, in the order in which help prints them.
package enum KeyMap {
    /// One or several keys after each other, and what they do.
    package struct Binding: Sendable {
        /// Keys in their order.
        package let keys: [Key]
        /// What they do.
        package let command: EditCommand
    }

    /// All bindings.
    ///
    /// Origin: GNU Readline 8.2, "Readline Init File Syntax", emacs mode; block keys by IPython.
    package static let bindings: [Binding] = [
        bind([.control("a")], .beginningOfLine), bind([.named(.home)], .beginningOfLine),
        bind([.control("e")], .endOfLine), bind([.named(.end)], .endOfLine),
        bind([.control("f")], .forwardCharacter), bind([.named(.right)], .forwardCharacter),
        bind([.control("b")], .backwardCharacter), bind([.named(.left)], .backwardCharacter),
        bind([.meta("f")], .forwardWord), bind([.named(.right, .control)], .forwardWord),
        bind([.named(.right, .meta)], .forwardWord), bind([.meta("b")], .backwardWord),
        bind([.named(.left, .control)], .backwardWord), bind([.named(.left, .meta)], .backwardWord),
        bind([.named(.up)], .previousLine), bind([.named(.down)], .nextLine),
        bind([.named(.home, .control)], .beginningOfBlock), bind([.named(.end, .control)], .endOfBlock),
        bind([.control("p")], .previousHistory), bind([.named(.pageUp)], .previousHistory),
        bind([.control("n")], .nextHistory), bind([.named(.pageDown)], .nextHistory),
        bind([.meta("<")], .beginningOfHistory), bind([.meta(">")], .endOfHistory),
        bind([.control("r")], .reverseSearch), bind([.control("s")], .forwardSearch),
        bind([.meta(".")], .yankLastArgument), bind([.meta("_")], .yankLastArgument),
        bind([.named(.delete)], .deleteCharacter), bind([.control("d")], .endOfInput),
        bind([.named(.backspace)], .backwardDelete), bind([.control("h")], .backwardDelete),
        bind([.control("t")], .transposeCharacters), bind([.meta("t")], .transposeWords),
        bind([.meta("u")], .upcaseWord), bind([.meta("l")], .downcaseWord), bind([.meta("c")], .capitalizeWord),
        bind([.control("q")], .quotedInsert), bind([.control("v")], .quotedInsert),
        bind([.named(.enter, .meta)], .insertNewline), bind([.control("o")], .insertNewline),
        bind([.control("k")], .killLine), bind([.control("u")], .discardLine), bind([.meta("d")], .killWord),
        bind([.named(.delete, .control)], .killWord), bind([.named(.backspace, .meta)], .backwardKillWord),
        bind([.control("w")], .rubout), bind([.meta("\\")], .deleteBlanks),
        bind([.control("y")], .yank), bind([.meta("y")], .yankPop),
        bind([.control("_")], .undo), bind([.control("x"), .control("u")], .undo), bind([.meta("r")], .revertLine),
        bind([.named(.enter)], .acceptLine), bind([.control("j")], .acceptLine),
        bind([.named(.tab)], .complete), bind([.control("l")], .clearScreen), bind([.control("g")], .abort),
        bind([.control("c")], .interrupt), bind([.control("z")], .suspend),
        bind([.control("x"), .control("e")], .editInEditor), bind([.meta("#")], .insertComment),
    ]

    private static let commands = Dictionary(uniqueKeysWithValues: bindings.map { ($0.keys, $0.command) })
    private static let prefixes = Set(bindings.filter { $0.keys.count > 1 }.map { Array($0.keys.dropLast()) })

    /// Rows for help: keys, and what they do.
    package static var rows: [(term: String, text: String)] {
        var rows: [(term: String, text: String)] = []
        for binding in bindings {
            let keys = binding.keys.map(\.label).joined(separator: " ")
            if let place = rows.firstIndex(where: { $0.text == binding.command.help }) {
                rows[place].term += ", " + keys
            } else {
                rows.append((keys, binding.command.help))
            }
        }
        return rows
    }

    /// What keys do; nil for nothing, or not yet.
    static func command(for keys: [Key]) -> EditCommand? { commands[keys] }

    /// Whether more has to follow.
    static func isPrefix(_ keys: [Key]) -> Bool { prefixes.contains(keys) }

    private static func bind(_ keys: [Key], _ command: EditCommand) -> Binding {
        Binding(keys: keys, command: command)
    }
}

extension Key {
    /// Key as help prints it, as in `Ctrl-A`.
    package var label: String {
        switch self {
        case .character(let letter): String(letter)
        case .control(let letter): "Ctrl-" + letter.uppercased()
        case .meta(let letter): "Alt-" + (letter.isLetter ? letter.uppercased() : String(letter))
        case .named(let name, .none): name.label
        case .named(let name, .meta): "Alt-" + name.label
        case .named(let name, .control): "Ctrl-" + name.label
        case .paste: "a paste"
        }
    }
}

extension Key.Name {
    fileprivate var label: String {
        switch self {
        case .backTab: "Shift-Tab"
        case .pageUp: "PageUp"
        case .pageDown: "PageDown"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }
}
