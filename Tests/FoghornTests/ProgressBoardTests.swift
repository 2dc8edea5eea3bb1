import FogModel
import Terminal
import Testing
import foghorn

@Suite struct ProgressBoardTests {
    static func key(_ number: Int) -> ProgressBoard.Key {
        guard let task = TaskID(number) else { preconditionFailure("\(number) names no task") }
        return .init(target: .task(task))
    }

    static func board(_ count: Int) -> ProgressBoard {
        var board = ProgressBoard()
        for task in 1...count {
            board.show(.init(host: "lab-a-\(task)", state: "queued"), for: Self.key(task))
        }
        return board
    }

    @Test func `Draws a line for each host that runs and a summary`() {
        var board = Self.board(2)
        let row = ProgressBoard.Row(
            host: "lab-a-1",
            state: "in progress",
            percent: 45,
            rate: "1.53GB/min",
            timeLeft: "00:04:20"
        )
        board.show(row, for: Self.key(1))
        board.end(Self.key(2), outcome: "done")

        let lines = board.lines(in: TerminalSize(columns: 100, rows: 24))

        #expect(
            lines == [
                "lab-a-1   in progress  [#########...........]  45 %  1.53GB/min  00:04:20 left", "1 running · 1 done",
            ]
        )
    }

    @Test func `Stays within a small terminal and says how much is left out`() {
        let lines = Self.board(40).lines(in: TerminalSize(columns: 30, rows: 10))

        #expect(lines.count == 8)
        #expect(lines[6] == "… and 34 more")
        #expect(lines.allSatisfy { TextWidth.columns($0) < 30 })
    }

    @Test func `Shows a host's escape sequences as text`() {
        var board = ProgressBoard()
        board.show(.init(host: "\u{1B}p", state: "queued"), for: Self.key(1))

        #expect(board.lines(in: TerminalSize(columns: 80, rows: 24))[0].hasPrefix("<ESC>"))
    }

    @Test(arguments: [("pc", 6, "pc    "), ("日本語", 4, "日… "), ("abcdef", 4, "abc…"), ("e\u{301}", 2, "e\u{301} ")])
    func `Fits text to a width`(_ text: String, _ width: Int, _ fitted: String) {
        #expect(TextWidth.fit(text, to: width) == fitted)
    }
}
