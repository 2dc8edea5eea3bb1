import FogBroker
import FogModel
import FogSession
import Synchronization
import Terminal

/// Shows a run as text: what the script prints on standard output, progress on standard error.
///
/// Progress is a region that is drawn anew where standard error is a terminal, and plain lines elsewhere.
final class TextView: RunView {
    private struct State {
        var progress = RunProgress()
        var region = LiveRegion()
        var lastFrame: ContinuousClock.Instant?
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
        let line = state.withLock { $0.progress.take(event) }
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
            state.progress = RunProgress()
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
            guard state.progress.board.isBusy || state.region.isShown else { return nil }
            if !isUrgent, let last = state.lastFrame, last.duration(to: now) < Self.pause { return nil }
            state.lastFrame = now
            return state.region.frame(state.progress.board.isBusy ? state.progress.board.lines(in: errors.size) : [])
        }
        if let frame { errors.write(frame) }
    }
}
