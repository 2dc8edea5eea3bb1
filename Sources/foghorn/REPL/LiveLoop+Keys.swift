import FogREPL
import Foundation
import Terminal

extension LiveLoop {
    /// Takes keys, now or as soon as they can be dealt with.
    func takeKeys(_ keys: [Key]) async {
        // The signal that tells of another size may come after what was typed then.
        fit()
        if decoder.isUndecided { waitForMore() }
        if mode == .editing, editor.buffer.isEmpty { label = await session.label }
        for key in keys {
            if !questions.isEmpty {
                answer(key)
            } else if mode == .editing {
                ahead.append(key)
                await drain()
            } else {
                await takeMeanwhile(key)
            }
        }
        draw()
    }

    /// Presses the keys that wait.
    func drain() async {
        var place = ahead.startIndex
        while mode == .editing, questions.isEmpty, place < ahead.endIndex, !isLeaving {
            let key = ahead[place]
            place += 1
            await press(key)
        }
        ahead.removeSubrange(..<min(place, ahead.endIndex))
        if mode == .editing { askForHint() }
    }

    /// Takes a key while something runs.
    private func takeMeanwhile(_ key: Key) async {
        switch key {
        case .control("c"):
            ahead = []
            guard mode != .running else { return await session.interrupt() }
            mode = .editing
            await press(key)
        case .control("z"): suspend()
        default: if ahead.count < Self.mostAhead { ahead.append(key) }
        }
    }

    private func suspend() {
        terminal.write(screen.erase())
        terminal.suspend()
    }

    private func press(_ key: Key) async {
        for event in editor.handle(key) { await perform(event) }
    }

    /// Does what the editor asks for.
    func perform(_ event: LineEditor.Event) async {
        switch event {
        case .check(let text):
            mode = .checking
            Task { [session, front] in front.post(.checked(isComplete: await session.isComplete(text))) }
        case .submit(let text): await submit(text)
        case .complete:
            mode = .completing
            let text = editor.buffer.textBeforeCursor
            Task { [session, front] in front.post(.offered(text, await session.completions(of: text))) }
        case .clearScreen: terminal.write(screen.clear())
        case .interrupt:
            draw()
            terminal.write(screen.finish())
        case .endOfInput: isLeaving = true
        case .suspend: suspend()
        case .openEditor:
            let text = editor.buffer.text
            start { [front] session in
                if let changed = await session.edited(text) { front.post(.fill(changed)) }
            }
        case .bell: terminal.write("\u{7}")
        }
    }

    private func submit(_ text: String) async {
        editor.hint = nil
        finishInput(text)
        guard !text.allSatisfy(\.isWhitespace) else { return draw() }
        history.add(text)
        front.take(history: editor.history.entries)
        mode = .running
        draw()
        Task { [session, front] in front.post(.ended(await session.run(text))) }
    }

    /// Leaves the input standing as it was, without what was below and above it.
    private func finishInput(_ text: String) {
        var entered = LineEditor()
        entered.replace(text)
        let style = EditorFrame.Style(prompt: label + "> ", continuation: continuation, isColoured: colours)
        terminal.write(screen.draw(EditorFrame(entered, style, columns: screen.width)))
        terminal.write(screen.finish())
    }

    /// Runs something for which the prompt waits.
    func start(_ work: @escaping @Sendable (PromptSession) async -> Void) {
        mode = .running
        draw()
        Task { [session, front] in
            await work(session)
            front.post(.ended(.goesOn))
        }
    }

    // MARK: - Answers of the session

    /// Goes on with an input that is complete, or not.
    func settle(_ isComplete: Bool) async {
        guard mode == .checking else { return }
        mode = .editing
        for event in editor.settle(isComplete: isComplete) { await perform(event) }
        await drain()
        draw()
    }

    /// Goes on when an input has come to its end.
    func end(_ outcome: PromptSession.Outcome) async {
        live = []
        if outcome == .leave {
            isLeaving = true
            return
        }
        // Of what nobody waits for any more nothing will be heard.
        if await session.isQuiet { progress = RunProgress() }
        mode = .editing
        await beginInput()
        await drain()
        draw()
    }

    /// Prepares the next input: the prompt, and the history of the server where it is now.
    func beginInput() async {
        label = await session.label
        colours = await session.settings.isColoured
        let name = await session.historyName
        guard name != historyName else { return }
        historyName = name
        history = HistoryFile(name, folder: folder)
        let text = editor.buffer.text
        editor = LineEditor(history: InputHistory(history.read(), capacity: HistoryFile.capacity))
        if !text.isEmpty { editor.replace(text) }
        front.take(history: editor.history.entries)
    }

    /// Shows what could follow.
    func offer(_ text: String, _ completions: Completions?) async {
        guard mode == .completing else { return }
        mode = .editing
        guard text == editor.buffer.textBeforeCursor else { return await drain() }
        for event in editor.offer(completions ?? Completions(range: 0..<0, candidates: [])) { await perform(event) }
        await drain()
        draw()
    }

    // MARK: - The line below

    /// Asks what is to be said of the call that is being written.
    func askForHint() {
        let text = editor.buffer.textBeforeCursor
        guard text.contains(where: { $0 == "(" || $0 == "{" }), text.count < 4_000 else {
            editor.hint = nil
            return
        }
        guard !isHintAsked else { return }
        isHintAsked = true
        Task { [session, front] in front.post(.hinted(text, await session.hint(for: text))) }
    }

    /// Shows what is to be said of a call, if it is still the one that is written.
    func takeHint(_ text: String, _ hint: String?) {
        isHintAsked = false
        guard mode == .editing else { return }
        guard text == editor.buffer.textBeforeCursor else { return askForHint() }
        guard editor.hint != hint else { return }
        editor.hint = hint
        draw()
    }

    // MARK: - Questions

    /// Puts a question to whoever sits there.
    func ask(_ text: String, _ waiter: CheckedContinuation<Bool, Never>) {
        show(text.split(separator: "\n").map { TerminalText.harmless(String($0)) })
        questions.append(Question(text: text, waiter: waiter))
        draw()
    }

    private func answer(_ key: Key) {
        guard var question = questions.first else { return }
        if case .paste = key { return }
        for event in question.editor.handle(key) {
            switch event {
            case .check(let text), .submit(let text): return answer(text)
            case .interrupt, .endOfInput: return answer("no")
            case .bell: terminal.write("\u{7}")
            case .complete, .clearScreen, .suspend, .openEditor: continue
            }
        }
        questions[0] = question
    }

    private func answer(_ text: String) {
        let word = text.trimmed.lowercased()
        let isYes = ["y", "yes"].contains(word)
        guard isYes || ["n", "no", ""].contains(word) else {
            questions[0].editor = LineEditor()
            return show(["Type yes or no."])
        }
        let question = questions.removeFirst()
        terminal.write(screen.erase())
        show([isYes ? "yes" : "no"])
        question.waiter.resume(returning: isYes)
    }

    // MARK: - Signals

    /// Takes a signal.
    func takeSignal(_ isInterrupt: Bool) async {
        // Whoever has the terminal deals with it.
        if terminal.isLeft, isInterrupt { return }
        guard isInterrupt else {
            isLeaving = true
            return
        }
        await takeKeys([.control("c")])
    }

    private func waitForMore() {
        escapes += 1
        front.post(.escapeAlone(escapes), after: Self.escapePatience)
    }
}
