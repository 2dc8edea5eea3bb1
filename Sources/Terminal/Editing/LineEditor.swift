/// Edits one input of one or several lines: keys in, what is to be shown and done out.
///
/// A pure value: it knows no terminal and no time. Its host feeds it keys, shows ``view``, and does what ``Event``s ask.
package struct LineEditor: Sendable {
    /// What the host is to do.
    package enum Event: Hashable, Sendable {
        /// Say whether that input can be run as it is, with ``LineEditor/settle(isComplete:)``.
        case check(String)
        /// Run the input, which the buffer holds no longer and the history has.
        case submit(String)
        /// Say what could stand at the cursor, with ``LineEditor/offer(_:)``.
        case complete
        /// Show a fresh screen.
        case clearScreen
        /// The input was dropped.
        case interrupt
        /// Somebody wants to leave.
        case endOfInput
        /// Stop the program until it is continued.
        case suspend
        /// Open the input in an editor, and give it back with ``LineEditor/replace(_:)``.
        case openEditor
        /// Nothing could be done.
        case bell
    }

    /// What the last key did, as far as the next one goes on with it.
    enum Chain: Hashable, Sendable {
        case none, kill
        case yank(Range<Int>)
        case lastArgument(Range<Int>, Int)
        case history(String)
    }

    /// Input.
    package internal(set) var buffer = EditBuffer()
    /// Earlier inputs.
    package internal(set) var history: InputHistory
    /// Words or names that could stand at the cursor, shown below until the next key.
    package internal(set) var menu: [String] = []
    /// One line below the input, as the signature of a function; nil for none.
    package var hint: String?

    var kills = KillRing()
    var log = UndoLog()
    var search: HistorySearch?
    var chain = Chain.none
    /// How often the next command is to be done; nil is once.
    var count: Int?
    private var pending: [Key] = []
    private var isQuoting = false

    /// Makes an editor.
    ///
    /// - Parameter history: earlier inputs.
    package init(history: InputHistory = InputHistory()) {
        self.history = history
    }

    /// Takes a key.
    ///
    /// - Returns: what is to be done, in order.
    package mutating func handle(_ key: Key) -> [Event] {
        menu = []
        if isQuoting {
            isQuoting = false
            return quote(key)
        }
        if search != nil, let events = handleInSearch(key) { return events }
        if pending.isEmpty, case .meta(let digit) = key, let number = digit.wholeNumberValue {
            count = min(1_000, (count ?? 0) * 10 + number)
            return []
        }
        let keys = pending + [key]
        if KeyMap.isPrefix(keys) {
            pending = keys
            return []
        }
        pending = []
        if let command = KeyMap.command(for: keys) { return perform(command) }
        if keys.count > 1 { return end(.none, [.bell]) }
        return type(key)
    }

    /// Takes the input that came back from an editor.
    package mutating func replace(_ text: String) {
        log.keep(buffer, isTyping: false)
        buffer = EditBuffer(text)
        chain = .none
    }

    /// Takes whether the input can be run as it is: submits it, or begins a line more where the cursor stands.
    package mutating func settle(isComplete: Bool) -> [Event] {
        if isComplete { return submit() }
        log.keep(buffer, isTyping: false)
        buffer.insert("\n" + indentation)
        return end(.none)
    }

    // MARK: - Typing

    private mutating func type(_ key: Key) -> [Event] {
        switch key {
        case .character(let letter):
            log.keep(buffer, isTyping: true)
            buffer.insert(String(repeating: letter, count: max(1, count ?? 1)))
            return end(.none)
        case .paste(let text):
            log.keep(buffer, isTyping: false)
            // One line feed at the end is the terminal's, and would run nothing.
            buffer.insert(text.hasSuffix("\n") ? String(text.dropLast()) : text)
            return end(.none)
        case .named(.escape, _): return end(.none)
        default: return end(.none, [.bell])
        }
    }

    private mutating func quote(_ key: Key) -> [Event] {
        let text: String
        switch key {
        case .character(let letter): text = String(letter)
        case .named(.tab, _): text = "\t"
        case .named(.enter, _): text = "\n"
        case .paste(let pasted): text = pasted
        // A control character in a script is a mistake that nobody sees.
        default: return end(.none, [.bell])
        }
        log.keep(buffer, isTyping: false)
        buffer.insert(text)
        return end(.none)
    }

    // MARK: - Commands

    private mutating func perform(_ command: EditCommand) -> [Event] {
        if case .quotedInsert = command {
            isQuoting = true
            return []
        }
        let times = min(count ?? 1, command.isRepeated ? 1_000 : 1)
        var events: [Event] = []
        for _ in 0..<max(1, times) where events.isEmpty { events = once(command) }
        count = nil
        return events
    }

    private mutating func once(_ command: EditCommand) -> [Event] {
        if let event = leave(command) { return event }
        if let moved = moved(command) { return moved }
        if let place = place(command) {
            let isMoved = place != buffer.cursor
            buffer.move(to: place)
            return end(.none, isMoved ? [] : [.bell])
        }
        return change(command)
    }

    /// Ends the handling of a key.
    mutating func end(_ chain: Chain, _ events: [Event] = []) -> [Event] {
        self.chain = chain
        count = nil
        return events
    }

    /// Gives where a command goes to; nil for one that does something else.
    private func place(_ command: EditCommand) -> Int? {
        switch command {
        case .beginningOfLine: buffer.line.lowerBound
        case .endOfLine: buffer.line.upperBound
        case .forwardCharacter: min(buffer.cursor + 1, buffer.characters.count)
        case .backwardCharacter: max(buffer.cursor - 1, 0)
        case .forwardWord: buffer.nextWordEnd
        case .backwardWord: buffer.wordStart
        case .beginningOfBlock: 0
        case .endOfBlock: buffer.characters.count
        default: nil
        }
    }

    /// Does what ends an input or leaves the editor; nil for everything else.
    private mutating func leave(_ command: EditCommand) -> [Event]? {
        switch command {
        case .acceptLine: return accept()
        case .insertComment:
            buffer = EditBuffer(
                buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { "-- " + $0 }.joined(separator: "\n")
            )
            return submit()
        case .interrupt:
            clear()
            return [.interrupt]
        case .endOfInput where buffer.isEmpty: return end(.none, [.endOfInput])
        case .suspend: return end(.none, [.suspend])
        case .clearScreen: return end(chain, [.clearScreen])
        case .editInEditor: return end(.none, [.openEditor])
        case .abort: return end(.none, [.bell])
        case .complete: return tab()
        default: return nil
        }
    }

    /// Completes, or moves to the right where nothing stands before the cursor in its line.
    private mutating func tab() -> [Event] {
        let isBlank = buffer.characters[buffer.line.lowerBound..<buffer.cursor].allSatisfy(\.isWhitespace)
        guard isBlank, !buffer.isEmpty else { return end(.none, [.complete]) }
        log.keep(buffer, isTyping: false)
        buffer.insert("  ")
        return end(.none)
    }

    private mutating func accept() -> [Event] {
        buffer.text.allSatisfy(\.isWhitespace) ? submit() : end(.none, [.check(buffer.text)])
    }

    /// Blanks at the beginning of the cursor's line.
    private var indentation: String {
        String(buffer.characters[buffer.line.lowerBound..<buffer.cursor].prefix { $0 == " " || $0 == "\t" })
    }

    private mutating func submit() -> [Event] {
        let text = buffer.text
        history.add(text)
        clear()
        return [.submit(text)]
    }

    private mutating func clear() {
        buffer = EditBuffer()
        log = UndoLog()
        search = nil
        hint = nil
        history.add("")
        _ = end(.none)
    }
}

extension EditCommand {
    /// Whether a number before it says how often it is done.
    fileprivate var isRepeated: Bool {
        switch self {
        case .forwardCharacter, .backwardCharacter, .forwardWord, .backwardWord, .previousLine, .nextLine,
            .previousHistory, .nextHistory, .deleteCharacter, .backwardDelete, .killWord, .backwardKillWord, .rubout,
            .upcaseWord, .downcaseWord, .capitalizeWord, .undo, .transposeCharacters, .transposeWords, .endOfInput:
            true
        default: false
        }
    }
}
