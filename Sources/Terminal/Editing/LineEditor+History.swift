extension LineEditor {
    /// Goes to another line or another input; nil for a command that does something else.
    mutating func moved(_ command: EditCommand) -> [Event]? {
        switch command {
        case .previousLine: return goLine(-1)
        case .nextLine: return goLine(1)
        case .previousHistory: return show(history.go(-1, from: buffer.text))
        case .nextHistory: return show(history.go(1, from: buffer.text))
        case .beginningOfHistory: return show(history.goToEnd(isOldest: true, from: buffer.text))
        case .endOfHistory: return show(history.goToEnd(isOldest: false, from: buffer.text))
        case .reverseSearch: return begin(-1)
        case .forwardSearch: return begin(1)
        case .yankLastArgument: return yankLastArgument()
        default: return nil
        }
    }

    /// Goes a line up or down; from the first or last line, to the input before or after that begins like this one did.
    private mutating func goLine(_ step: Int) -> [Event] {
        if step < 0 ? !buffer.isInFirstLine : !buffer.isInLastLine {
            _ = buffer.moveLine(by: step)
            return end(chain)
        }
        // The text before the cursor when the walk began, as long as it goes on.
        let prefix: String = if case .history(let prefix) = chain { prefix } else { buffer.textBeforeCursor }
        guard let text = history.go(step, from: buffer.text, beginningWith: prefix) else {
            return end(.history(prefix), [.bell])
        }
        return show(text, .history(prefix))
    }

    private mutating func show(_ text: String?, _ chain: Chain = .none) -> [Event] {
        guard let text else { return end(chain, [.bell]) }
        buffer = EditBuffer(text)
        log = UndoLog()
        return end(chain)
    }

    private mutating func yankLastArgument() -> [Event] {
        var place = history.entries.count
        var range = buffer.cursor..<buffer.cursor
        if case .lastArgument(let last, let entry) = chain { (range, place) = (last, entry) }
        while place > 0 {
            place -= 1
            guard let word = history.entries[place].split(whereSeparator: \.isWhitespace).last else { continue }
            log.keep(buffer, isTyping: false)
            buffer.replace(range, with: String(word))
            return end(.lastArgument(range.lowerBound..<buffer.cursor, place))
        }
        return end(.none, [.bell])
    }

    // MARK: - Searching

    private mutating func begin(_ step: Int) -> [Event] {
        search = HistorySearch(step: step, before: buffer, history: history)
        return end(.none)
    }

    /// Takes a key while a search is typed; nil where the key ends the search and is to be handled like any other.
    mutating func handleInSearch(_ key: Key) -> [Event]? {
        guard var search else { return nil }
        switch key {
        case .character(let letter):
            search.wanted.append(letter)
            return find(search, from: search.found)
        case .named(.backspace, _), .control("h"):
            if !search.wanted.isEmpty { search.wanted.removeLast() }
            search.found = nil
            return find(search, from: nil)
        case .control("r"): return again(search, -1)
        case .control("s"): return again(search, 1)
        case .control("g"):
            (buffer, history) = (search.before, search.history)
            self.search = nil
            return end(.none)
        case .named(.escape, _):
            self.search = nil
            return end(.none)
        case .paste(let text):
            search.wanted += text.prefix { $0 != "\n" }
            return find(search, from: search.found)
        default:
            self.search = nil
            return nil
        }
    }

    private mutating func again(_ search: HistorySearch, _ step: Int) -> [Event] {
        var search = search
        search.step = step
        return find(search, from: search.found.map { $0 + step })
    }

    private mutating func find(_ search: HistorySearch, from place: Int?) -> [Event] {
        var search = search
        defer { self.search = search }
        guard !search.wanted.isEmpty else {
            search.isFailing = false
            (buffer, history) = (search.before, search.history)
            return end(.none)
        }
        let first = place ?? (search.step < 0 ? history.entries.count - 1 : 0)
        guard let found = history.search(search.wanted, from: first, step: search.step) else {
            search.isFailing = true
            return end(.none, [.bell])
        }
        (search.found, search.isFailing) = (found, false)
        let text = history.jump(to: found, from: buffer.text)
        let place = text.range(of: search.wanted, in: text) ?? text.count
        buffer = EditBuffer(text, cursor: place)
        return end(.none)
    }
}

extension String {
    /// Characters before the first place of a part, in either case where the part is in lower case.
    fileprivate func range(of part: String, in text: String) -> Int? {
        let folded = part == part.lowercased() ? text.lowercased() : text
        return folded.firstRange(of: part).map { folded.distance(from: folded.startIndex, to: $0.lowerBound) }
    }
}
