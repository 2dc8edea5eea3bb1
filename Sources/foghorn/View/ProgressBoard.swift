package import FogModel
import Terminal

/// What is known of the hosts that a run works on, and how it is drawn.
///
/// A pure value: events go in, lines come out.
package struct ProgressBoard: Sendable {
    /// One host that is being worked on.
    package struct Row: Hashable, Sendable {
        /// Host's name.
        package var host: String
        /// Task's state in a word or two.
        package var state: String
        /// How far it is, 0 to 100.
        package var percent: Int
        /// Rate as the client words it; empty where unknown.
        package var rate: String
        /// Time left as the client words it; empty where unknown.
        package var timeLeft: String

        /// Makes a row.
        package init(host: String, state: String, percent: Int = 0, rate: String = "", timeLeft: String = "") {
            self.host = host
            self.state = state
            self.percent = percent
            self.rate = rate
            self.timeLeft = timeLeft
        }
    }

    /// Work of one server; two servers count alike.
    package struct Key: Hashable, Sendable {
        /// Name of the server; nil for the one that the run is about.
        package var server: String?
        /// Task or snapin job.
        package var target: WaitTarget

        /// Makes a key.
        package init(server: String? = nil, target: WaitTarget) {
            self.server = server
            self.target = target
        }
    }

    private var rows: [(key: Key, row: Row)] = []
    private var ended: [(outcome: String, count: Int)] = []

    /// Makes an empty board.
    package init() {}

    /// Whether a host is being worked on.
    package var isBusy: Bool { !rows.isEmpty }

    /// Shows a task, or shows it anew.
    ///
    /// - Parameters:
    ///   - row: what is known of it.
    ///   - key: what it is.
    package mutating func show(_ row: Row, for key: Key) {
        if let place = rows.firstIndex(where: { $0.key == key }) {
            rows[place].row = row
        } else {
            rows.append((key, row))
        }
    }

    /// Takes a task off the board and counts how it ended.
    package mutating func end(_ key: Key, outcome: String) {
        rows.removeAll { $0.key == key }
        if let place = ended.firstIndex(where: { $0.outcome == outcome }) {
            ended[place].count += 1
        } else {
            ended.append((outcome, 1))
        }
    }

    /// Draws the board.
    ///
    /// - Parameter size: room that there is; a summary is always drawn, further rows as far as they fit.
    /// - Returns: lines without line feeds, none wider than the room.
    package func lines(in size: TerminalSize) -> [String] {
        let room = max(0, size.rows - 3)
        let shown = rows.count <= room ? rows[...] : rows.prefix(max(0, room - 1))
        let nameWidth = min(24, max(8, shown.map { TextWidth.columns($0.row.host) }.max() ?? 8))
        var lines = shown.map { Self.line($0.row, nameWidth, size.columns) }
        if shown.count < rows.count { lines.append("… and \(rows.count - shown.count) more") }
        lines.append(summary)
        return lines.map { TextWidth.columns($0) < size.columns ? $0 : TextWidth.fit($0, to: max(1, size.columns - 1)) }
    }

    private var summary: String {
        (["\(rows.count) running"] + ended.map { "\($0.count) \($0.outcome)" }).joined(separator: " · ")
    }

    private static func line(_ row: Row, _ nameWidth: Int, _ columns: Int) -> String {
        let name = TextWidth.fit(TerminalText.oneLine(row.host), to: nameWidth)
        let percent = String(repeating: " ", count: max(0, 3 - String(row.percent).count)) + "\(row.percent) %"
        var line = name + "  " + TextWidth.fit(row.state, to: 11) + "  "
        if columns >= nameWidth + 60 {
            let filled = min(20, max(0, row.percent / 5))
            line += "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled) + "] "
        }
        line += percent
        if !row.rate.isEmpty { line += "  " + TerminalText.oneLine(row.rate) }
        if !row.timeLeft.isEmpty { line += "  " + TerminalText.oneLine(row.timeLeft) + " left" }
        return line
    }
}
