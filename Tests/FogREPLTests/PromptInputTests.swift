import FogREPL
import Testing

@Suite struct PromptInputTests {
    @Test(
        arguments: [
            ("", .nothing), ("  \n ", .nothing), (":help", .command(name: "help", rest: "")),
            ("  :load  my file.lua ", .command(name: "load", rest: "my file.lua")), (":", .command(name: "", rest: "")),
            ("::top:: goto top", .chunk("::top:: goto top", isBehind: false)),
            ("?fog.deploy", .question(name: "fog.deploy", isDeep: false)),
            ("?? host ", .question(name: "host", isDeep: true)),
            ("?", .question(name: "", isDeep: false)), ("x = 1 & 2", .chunk("x = 1 & 2", isBehind: false)),
            ("fog.deploy('a') &", .chunk("fog.deploy('a')", isBehind: true)),
            ("a = {\n  1,\n}", .chunk("a = {\n  1,\n}", isBehind: false)),
        ] as [(String, PromptInput)]
    )
    func `Tells commands, questions and Lua apart`(text: String, input: PromptInput) {
        #expect(PromptInput(text) == input)
    }
}

@Suite struct HistoryRecordTests {
    private static let secrets: Set<String> = ["password", "ADPass"]

    @Test(arguments: [
        "fog.hosts()", "for i = 1, 3 do\n  print(i)\nend", "print('a\\\\nb')", "-- \\", "\\n\n\\", "x = \"ü – 電腦\"",
    ])
    func `Gives back what was entered, line feeds and all`(input: String) throws {
        let line = try #require(HistoryRecord.line(input, isSecret: Self.secrets.contains))

        #expect(!line.contains("\n"))
        #expect(HistoryRecord.read(line + "\n") == [input])
    }

    @Test(arguments: ["", " ", " fog.secret()", "\tx", "\nx"])
    func `Keeps nothing that begins with a blank`(input: String) {
        #expect(HistoryRecord.line(input, isSecret: Self.secrets.contains) == nil)
    }

    @Test(arguments: [
        ("fog.user_create{ name = 'a', password = 'hunter2' }", "fog.user_create{ name = 'a', password = \"…\" }"),
        ("u:update{ ['password'] = [[hunter2]] }", "u:update{ ['password'] = \"…\" }"),
        ("t.ADPass = \"hunter2\"\nprint(1)", "t.ADPass = \"…\"\\nprint(1)"),
        ("u:update{ password = \"hunter2", "u:update{ password = \"…\""),
        ("u{ password = 'hunter2' .. \"hunter2\", x = 'y' }", "u{ password = \"…\" .. \"…\", x = 'y' }"),
        ("u{ password = ('hunter2') }", "u{ password = (\"…\") }"),
        ("t.password = 'hunter2' print('x')", "t.password = \"…\" print('x')"),
        ("t.password = f('hunter2', 2)\nx = 'y'", "t.password = f(\"…\", 2)\\nx = 'y'"),
        ("print('password = \"x\"')", "print('password = \"x\"')"), ("passwords = 'x'", "passwords = 'x'"),
    ])
    func `Blanks the values of secret options`(input: String, line: String) {
        #expect(HistoryRecord.line(input, isSecret: Self.secrets.contains) == line)
        #expect(!line.contains("hunter2"))
    }

    @Test func `Passes over what a crash has cut, and over what was entered twice`() {
        #expect(HistoryRecord.read("a\nb\nb\na\nhalf a li") == ["a", "b", "a"])
        #expect(HistoryRecord.read("") == [])
        #expect(HistoryRecord.read("\n\n") == [])
    }
}
