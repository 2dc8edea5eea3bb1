import ArgumentParser
import FogBroker
import FogREPL
import Foundation
import Terminal

/// The loop of a live prompt: what happens goes in one by one, what is to be seen comes out.
final class LiveLoop {
    /// What the prompt is doing.
    enum Mode {
        /// An input is written.
        case editing
        /// The state is asked whether the input is complete.
        case checking
        /// The state is asked what could follow.
        case completing
        /// An input runs.
        case running
    }

    /// A question that waits for its answer.
    struct Question {
        var text: String
        var editor = LineEditor()
        var waiter: CheckedContinuation<Bool, Never>
    }

    let session: PromptSession
    let front: LiveFront
    let terminal: LiveTerminal
    let folder: String?
    let runsStartUp: Bool
    var editor = LineEditor()
    var screen: EditorScreen
    var decoder = KeyDecoder()
    var mode = Mode.running
    var history: HistoryFile
    var historyName = ""
    var label = ""
    /// Keys that were pressed before they could be dealt with.
    var ahead: [Key] = []
    var questions: [Question] = []
    var progress = RunProgress()
    var live: [String] = []
    /// Text to show once the terminal is ours again.
    var held: [String] = []
    var escapes = 0
    var isDrawingDue = false
    var isHintAsked = false
    var isLeaving = false
    /// Whether prompts are coloured.
    var colours = false

    /// Most keys that are kept for later.
    static let mostAhead = 100_000
    /// How long an Escape waits for what may follow it.
    static let escapePatience = Duration.milliseconds(50)
    /// Shortest time between two drawings of progress.
    static let pause = Duration.milliseconds(80)

    init(_ session: PromptSession, _ front: LiveFront, folder: String?, runsStartUp: Bool) {
        self.session = session
        self.front = front
        self.folder = folder
        self.runsStartUp = runsStartUp
        history = HistoryFile("", folder: nil)
        terminal = LiveTerminal(front)
        let size = terminal.size
        screen = EditorScreen(columns: size.columns, rows: size.rows)
    }

    /// Runs until somebody leaves.
    func run() async -> ExitCode {
        show([
            "Foghorn \(Foghorn.configuration.version): :help lists commands, ?NAME tells of a function, Ctrl-D leaves."
        ])
        await beginInput()
        if runsStartUp {
            start { await $0.startUp() }
        } else {
            mode = .editing
            draw()
        }
        for await event in front.events {
            await take(event)
            if isLeaving { break }
        }
        // Where an input has run there is nothing to be left standing.
        terminal.write(mode == .running ? screen.erase() : screen.finish())
        terminal.leave()
        for question in questions { question.waiter.resume(returning: false) }
        await front.close()
        return .success
    }

    private func take(_ event: LiveEvent) async {
        switch event {
        case .bytes(let bytes): await takeKeys(decoder.decode(bytes))
        case .inputEnded: isLeaving = true
        case .escapeAlone(let number): if number == escapes { await takeKeys(decoder.flush()) }
        case .resized: fit()
        case .signal(let isInterrupt): await takeSignal(isInterrupt)
        case .due:
            isDrawingDue = false
            draw()
        case .lines(let lines): show(lines)
        case .progress(let event):
            // What was made is on the board once somebody waits for it.
            if case .taskCreated = event.kind { return }
            _ = progress.take(event)
            drawSoon()
        case .live(let lines):
            live = lines
            drawSoon()
        case .clear: terminal.write(screen.clear())
        case .fill(let text): editor.replace(text)
        case .question(let text, let waiter): ask(text, waiter)
        case .leave(let waiter):
            terminal.write(screen.erase())
            terminal.leave()
            waiter.resume()
        case .comeBack(let waiter):
            terminal.comeBack()
            resize()
            show(held)
            held = []
            waiter.resume()
        case .checked(let isComplete): await settle(isComplete)
        case .ended(let outcome): await end(outcome)
        case .offered(let text, let completions): await offer(text, completions)
        case .hinted(let text, let hint): takeHint(text, hint)
        }
    }

    // MARK: - Showing

    /// Shows lines that stay.
    func show(_ lines: [String]) {
        guard !terminal.isLeft else {
            held += lines
            return
        }
        if !lines.isEmpty { terminal.write(screen.write(lines.joined(separator: "\n"), above: frame)) }
    }

    /// Draws what is shown for the moment.
    func draw() {
        guard !terminal.isLeft else { return }
        terminal.write(screen.draw(frame))
    }

    /// Draws at most so often: more would only flicker.
    private func drawSoon() {
        guard !isDrawingDue else { return }
        isDrawingDue = true
        front.post(.due, after: Self.pause)
    }

    /// Draws anew where the terminal has another size than what is drawn.
    func fit() {
        let size = terminal.size
        guard !terminal.isLeft, size.columns != screen.width || size.rows != screen.rows else { return }
        resize()
    }

    private func resize() {
        let size = terminal.size
        terminal.write(screen.resize(columns: size.columns, rows: size.rows))
        draw()
    }

    private var frame: EditorFrame {
        let width = screen.width
        if let question = questions.first {
            let style = EditorFrame.Style(prompt: "Type yes to go on: ", continuation: "", isColoured: false)
            return EditorFrame(question.editor, style, columns: width)
        }
        if mode == .running { return EditorFrame(lines: live + board, columns: width) }
        let style = EditorFrame.Style(prompt: label + "> ", continuation: continuation, isColoured: colours)
        return EditorFrame(editor, style, columns: width).below(board, columns: width)
    }

    /// Dots as wide as the prompt, so that lines of a block stand below each other.
    var continuation: String { String(repeating: ".", count: max(1, TextWidth.columns(label))) + "> " }

    private var board: [String] {
        guard progress.board.isBusy else { return [] }
        let size = terminal.size
        return progress.board.lines(in: TerminalSize(columns: size.columns, rows: max(5, size.rows / 2)))
    }
}
