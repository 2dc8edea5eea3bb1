import FogBroker
import FogModel
import FogSession
import Synchronization
import Terminal

/// Shows a run as text: what the script prints on standard output, progress on standard error.
///
/// Progress is a region that is drawn anew where standard error is a terminal, and plain lines elsewhere.
final class TextView: RunView {
    fileprivate struct State {
        var board = ProgressBoard()
        var region = LiveRegion()
        var lastFrame: ContinuousClock.Instant?
        /// State and quarter that were last written of each task, where lines are written.
        var written: [ProgressBoard.Key: String] = [:]
    }

    /// Shortest time between two drawings: more would only flicker.
    private static let pause = Duration.milliseconds(80)

    private let output: OutputFile
    private let errors: OutputFile
    private let clock = ContinuousClock()
    private let state = Mutex(State())

    init(output: OutputFile, errors: OutputFile) {
        self.output = output
        self.errors = errors
    }

    func show(_ text: SessionOutput) {
        switch text.channel {
        case .print: put(text.text, on: output)
        case .debug: return
        case .info: put(text.text, on: errors)
        case .warning: put("warning: " + text.text, on: errors)
        case .error: put("error: " + text.text, on: errors)
        }
    }

    func show(_ event: BrokerEvent) {
        let line = state.withLock { $0.take(event) }
        if errors.isTerminal {
            redraw(isUrgent: false)
        } else if let line {
            errors.write(line + "\n")
        }
    }

    /// Nothing is shown yet: the end of the run names them all.
    func show(_ artifact: Artifact, at path: String) {}

    func note(_ text: String) {
        put(text, on: errors)
    }

    func end() {
        let frame = state.withLock { state in
            state.board = ProgressBoard()
            return state.region.frame([])
        }
        if errors.isTerminal { errors.write(frame) }
    }

    /// Writes lasting text above the region.
    private func put(_ text: String, on file: OutputFile) {
        guard errors.isTerminal else { return file.show(text) }
        errors.write(state.withLock { $0.region.frame([]) })
        file.show(text)
        redraw(isUrgent: true)
    }

    private func redraw(isUrgent: Bool) {
        let now = clock.now
        let frame: String? = state.withLock { state in
            guard state.board.isBusy || state.region.isShown else { return nil }
            if !isUrgent, let last = state.lastFrame, last.duration(to: now) < Self.pause { return nil }
            state.lastFrame = now
            return state.region.frame(state.board.isBusy ? state.board.lines(in: errors.size) : [])
        }
        if let frame { errors.write(frame) }
    }
}

extension TextView.State {
    /// Takes an event in; gives the line that stands for it where lines are written, nil where none does.
    fileprivate mutating func take(_ event: BrokerEvent) -> String? {
        let place = event.server.map { $0 + " " } ?? ""
        let server = event.server.map { "server " + $0 } ?? "the server"
        switch event.kind {
        case .taskCreated(let task):
            let name = place + (task.hostname ?? "host \(task.host)")
            board.show(.init(host: name, state: "queued"), for: .init(server: event.server, target: .task(task.task)))
            return "\(TerminalText.oneLine(name)): \(task.type) is task \(task.task)"
        case .taskProgress(let progress):
            let key = ProgressBoard.Key(server: event.server, target: progress.target)
            let name = place + (progress.hostname ?? progress.host.map { "host \($0)" } ?? "\(progress.target)")
            let session = progress.session.map { "joined \($0.joined) of \($0.expected)" }
            let state =
                progress.queue.map { "queue \($0)" } ?? session.flatMap { progress.percent == 0 ? $0 : nil }
                ?? progress.state
            let row = ProgressBoard.Row(
                host: name,
                state: state,
                percent: progress.percent,
                rate: progress.rate ?? "",
                timeLeft: progress.timeLeft ?? ""
            )
            board.show(row, for: key)
            let stage = "\(progress.state) \(progress.percent / 25)"
            return written.updateValue(stage, forKey: key) == stage ? nil : Self.line(row)
        case .verdict(let verdict):
            let key = ProgressBoard.Key(server: event.server, target: verdict.target)
            board.end(key, outcome: verdict.outcome.words)
            written[key] = nil
            let name = place + (verdict.hostname ?? "\(verdict.target)")
            return "\(TerminalText.oneLine(name)): \(verdict.outcome.words)"
                + (verdict.outcome == .done ? "" : ", " + TerminalText.oneLine(verdict.evidence))
        case .serverUnavailable(let gone): return "\(server) does not answer: \(TerminalText.oneLine(gone.message))"
        case .serverBack: return "\(server) answers again"
        case .operationBegun, .operationEnded: return nil
        }
    }

    private static func line(_ row: ProgressBoard.Row) -> String {
        [TerminalText.oneLine(row.host) + ": " + row.state, row.percent > 0 ? "\(row.percent) %" : "", row.rate]
            .filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
