import FogBroker
import FogModel
import Terminal

/// What becomes of a run's tasks: as a board, and as lines.
struct RunProgress {
    /// What is under way.
    private(set) var board = ProgressBoard()
    /// State and quarter that were last written of each task.
    private var written: [ProgressBoard.Key: String] = [:]

    /// Takes an event in; gives the line that stands for it where lines are written, nil where none does.
    mutating func take(_ event: BrokerEvent) -> String? {
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
