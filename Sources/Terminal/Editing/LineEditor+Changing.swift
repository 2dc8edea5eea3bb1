extension LineEditor {
    /// Does what changes the input.
    mutating func change(_ command: EditCommand) -> [Event] {
        switch command {
        case .deleteCharacter, .endOfInput: delete(buffer.cursor..<min(buffer.cursor + 1, buffer.characters.count))
        case .backwardDelete: delete(max(0, buffer.cursor - 1)..<buffer.cursor)
        case .deleteBlanks: delete(blanks)
        case .insertNewline: put("\n")
        case .killLine: kill(lineRest, isBefore: false)
        case .discardLine: kill(buffer.line.lowerBound..<buffer.cursor, isBefore: true)
        case .killWord: kill(buffer.cursor..<buffer.nextWordEnd, isBefore: false)
        case .backwardKillWord: kill(buffer.wordStart..<buffer.cursor, isBefore: true)
        case .rubout: kill(buffer.blankedStart..<buffer.cursor, isBefore: true)
        case .yank: yank()
        case .yankPop: yankPop()
        case .undo: restore(log.undo())
        case .revertLine: restore(log.undoAll())
        case .upcaseWord: recase { $0.uppercased() }
        case .downcaseWord: recase { $0.lowercased() }
        case .capitalizeWord: recase { $0.capitalizedWord }
        case .transposeCharacters: transposeCharacters()
        case .transposeWords: transposeWords()
        default: end(.none, [.bell])
        }
    }

    private mutating func put(_ text: String) -> [Event] {
        log.keep(buffer, isTyping: false)
        buffer.insert(text)
        return end(.none)
    }

    private mutating func delete(_ range: Range<Int>) -> [Event] {
        guard !range.isEmpty else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        _ = buffer.remove(range)
        return end(.none)
    }

    private mutating func restore(_ state: EditBuffer?) -> [Event] {
        guard let state else { return end(.none, [.bell]) }
        buffer = state
        return end(.none)
    }

    // MARK: - Cutting out and putting in

    /// From the cursor to the end of its line; where it stands there already, the line feed.
    private var lineRest: Range<Int> {
        let end = buffer.line.upperBound
        return buffer.cursor..<(buffer.cursor == end ? min(end + 1, buffer.characters.count) : end)
    }

    private var blanks: Range<Int> {
        let before = buffer.characters[..<buffer.cursor].lastIndex { $0 != " " && $0 != "\t" }.map { $0 + 1 } ?? 0
        let after = buffer.characters[buffer.cursor...].firstIndex { $0 != " " && $0 != "\t" }
        return before..<(after ?? buffer.characters.count)
    }

    private mutating func kill(_ range: Range<Int>, isBefore: Bool) -> [Event] {
        guard !range.isEmpty else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        let text = buffer.remove(range)
        if chain == .kill { kills.extend(text, isBefore: isBefore) } else { kills.add(text) }
        // The next of several by a number goes on with this one.
        chain = .kill
        return []
    }

    private mutating func yank() -> [Event] {
        guard let text = kills.current else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        let start = buffer.cursor
        buffer.insert(text)
        return end(.yank(start..<buffer.cursor))
    }

    private mutating func yankPop() -> [Event] {
        guard case .yank(let range) = chain else { return end(.none, [.bell]) }
        kills.rotate()
        guard let text = kills.current else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        buffer.replace(range, with: text)
        return end(.yank(range.lowerBound..<buffer.cursor))
    }

    // MARK: - Words and letters

    private mutating func recase(_ change: (String) -> String) -> [Event] {
        let range = buffer.cursor..<buffer.nextWordEnd
        guard !range.isEmpty else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        buffer.replace(range, with: change(buffer.text(range)))
        return end(.none)
    }

    private mutating func transposeCharacters() -> [Event] {
        let line = buffer.line
        // At the end of the line the last two are swapped.
        let place = buffer.cursor == line.upperBound ? buffer.cursor - 1 : buffer.cursor
        guard place > line.lowerBound, place < line.upperBound else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        let pair = buffer.characters[(place - 1)...place]
        buffer.replace((place - 1)..<(place + 1), with: String(pair.reversed()))
        return end(.none)
    }

    private mutating func transposeWords() -> [Event] {
        var probe = buffer
        let secondEnd = probe.nextWordEnd
        probe.move(to: secondEnd)
        let second = probe.wordStart..<secondEnd
        probe.move(to: second.lowerBound)
        let firstStart = probe.wordStart
        probe.move(to: firstStart)
        let first = firstStart..<min(probe.nextWordEnd, second.lowerBound)
        guard !first.isEmpty, !second.isEmpty, first.upperBound <= second.lowerBound else { return end(.none, [.bell]) }
        log.keep(buffer, isTyping: false)
        let between = buffer.text(first.upperBound..<second.lowerBound)
        let words = buffer.text(second) + between + buffer.text(first)
        buffer.replace(first.lowerBound..<second.upperBound, with: words)
        return end(.none)
    }
}

extension String {
    /// Word whose first letter is a capital and no other is.
    fileprivate var capitalizedWord: String {
        guard let first = firstIndex(where: \.isLetter) else { return self }
        return self[..<first] + self[first].uppercased() + self[index(after: first)...].lowercased()
    }
}
