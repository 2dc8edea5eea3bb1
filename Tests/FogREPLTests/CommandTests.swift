import FogREPL
import FogSession
import Testing

@Suite struct CommandTests {
    @Test func `Has a line of help for each command, which begins with its name`() {
        for command in ColonCommand.allCases {
            let rows = ColonCommand.rows(of: command)
            #expect(!rows.isEmpty)
            #expect(rows.allSatisfy { $0.term == ":\(command.rawValue)" || $0.term.hasPrefix(":\(command.rawValue) ") })
            #expect(rows.allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test(arguments: [("help", "help"), ("q", "quit"), ("exit", "quit"), ("bt", "traceback"), ("h", "help")])
    func `Finds commands by their names and by shorter words`(word: String, name: String) {
        #expect(ColonCommand(named: word)?.rawValue == name)
    }

    @Test func `Says which command may have been meant`() {
        #expect(ColonCommand(named: "colums") == nil)
        #expect(ColonCommand.hint(for: "colums") == "did you mean \"columns\"?; :help lists all")
        #expect(ColonCommand.hint(for: "xyzzy") == ":help lists all commands")
    }

    @Test(
        arguments: [
            ("", .enter), ("advance 2h", .advance(7200)), ("advance 90s", .advance(90)), ("fault none", .noFaults),
            ("fault crash p=0.1", .fault("crash p=0.1")), ("reset", .reset), ("hosts", .hosts),
        ] as [(String, SimulatorOrder)]
    )
    func `Reads orders for the simulator`(text: String, order: SimulatorOrder) throws {
        #expect(try SimulatorOrder(text) == order)
    }

    @Test(arguments: ["advance", "advance 0s", "advance soon", "advance 31d", "fault", "reset now", "advnce 2h", "fly"])
    func `Refuses orders that do not hold`(text: String) {
        #expect(throws: PromptFault.self) { try SimulatorOrder(text) }
    }

    @Test func `Changes settings within their bounds`() throws {
        var settings = PromptSettings(isColoured: true)
        try settings.set("rows 100")
        try settings.set("colour off")
        try settings.set("hints=off")

        #expect(settings.shown == ShownLimits(rows: 100))
        #expect(!settings.isColoured && !settings.hasHints)
        #expect(settings.rows.map(\.term).prefix(1) == ["rows = 100"])
    }

    @Test(arguments: ["rows", "rows 0", "rows 1001", "rows many", "colour maybe", "row 3", "", "rows 1 2"])
    func `Refuses settings that do not hold`(text: String) {
        var settings = PromptSettings(isColoured: true)

        #expect(throws: PromptFault.self) { try settings.set(text) }
        #expect(settings == PromptSettings(isColoured: true))
    }
}
