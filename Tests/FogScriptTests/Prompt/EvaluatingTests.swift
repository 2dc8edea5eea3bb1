import FogOperations
import FogSession
import Testing

@Suite struct EvaluatingTests {
    /// A text and what it gives.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let values: [ShownValue]
        var testDescription: String { text }

        init(_ text: String, _ values: ShownValue...) {
            (self.text, self.values) = (text, values)
        }
    }

    static let cases: [Case] = [
        Case("1 + 1", .integer(2)), Case("'a', nil, true", .text(ShownText("a")), .none, .boolean(true)),
        Case("x = 3"), Case("return 7", .integer(7)), Case("do return 1, 2 end", .integer(1), .integer(2)),
        Case(""), Case("-- nothing"), Case("print('x')"), Case("0x10 -- sixteen", .integer(16)),
        Case("1.5;", .number(1.5)),
        Case("fog.task", .function(name: "fog.task")), Case("print", .function(name: nil)),
        Case("coroutine.create(print)", .other("thread")),
        Case("fog.host('lab-a-1').name", .text(ShownText("lab-a-1"))),
    ]

    @Test(arguments: cases)
    func `Gives the values of expressions and none of statements`(row: Case) throws {
        let stage = PromptStage()

        #expect(try stage.values(row.text) == row.values)
    }

    @Test func `Keeps globals from chunk to chunk`() throws {
        let stage = PromptStage()

        try stage.enter("names = {}")
        try stage.enter("for _, host in ipairs(fog.hosts()) do names[#names + 1] = host.name end")

        #expect(try stage.values("#names, names[1]") == [.integer(4), .text(ShownText("lab-a-1"))])
    }

    @Test func `Reads a global that was made nil, and refuses one that never was`() throws {
        let stage = PromptStage()

        try stage.enter("hosts = 1")
        try stage.enter("hosts = nil")

        #expect(try stage.values("hosts") == [.none])
        let failure = try #require(try stage.failure("hsots"))
        #expect(failure.message == "prompt:4:1: global 'hsots' is not declared; did you mean \"hosts\"?")
        #expect(failure.source == "prompt:4")
        #expect(failure.line == 1)
    }

    @Test func `Keeps results by number, the last one, and the last error`() throws {
        let stage = PromptStage()

        #expect(try stage.values("_, _err") == [.none, .none])
        guard case .done(let result) = try stage.enter("40 + 2") else { return }
        try stage.enter("x = 1")
        try stage.enter("fog.host('nobody')")

        #expect(result.kept == "_2")
        #expect(try stage.values("_, _2, _err.code") == [.integer(42), .integer(42), .text(ShownText("not_found"))])
        #expect(try stage.values("#_, _.n, _[3]") == [.integer(3), .integer(3), .text(ShownText("not_found"))])
        let absent = try #require(try stage.failure("_77"))
        #expect(absent.message.contains("nothing is kept as '_77'"))
    }

    @Test func `Forgets results that are long gone`() throws {
        let stage = PromptStage()

        for number in 1...21 { try stage.enter("\(number)") }

        #expect(try stage.failure("_1") != nil)
        #expect(try stage.values("_2") == [.integer(2)])
    }

    @Test(arguments: [
        "if x then", "fog.hosts(", "f = function()", "x =", "1 +", "--[[ a", "s = [==[ a ]]", "{", "print('a\\",
        "for i = 1, 2 do\n  print(i)",
    ])
    func `Asks for more lines where a chunk has only begun`(text: String) throws {
        let stage = PromptStage()

        #expect(try stage.enter(text) == .incomplete)
        #expect(try stage.values("1") == [.integer(1)])
    }

    static let faults: [(String, Int, Int?, String)] = [
        ("x = = 1", 1, 5, "unexpected symbol near '='"), ("a b", 1, 3, "syntax error near 'b'"),
        ("x = 1\n\ny = 'é' )", 3, 9, "unexpected symbol near ')'"), ("x = 'a", 1, 5, "unfinished string"),
        ("goto nowhere", 1, nil, "no visible label 'nowhere'"),
        ("x = f(a)) y = f(b)", 1, 9, "unexpected symbol near ')'"), ("'a' 'b'", 1, 1, "unexpected symbol"),
    ]

    @Test(arguments: faults)
    func `Says where a text is no Lua`(text: String, line: Int, column: Int?, words: String) throws {
        let stage = PromptStage()

        guard case .wrong(let fault) = try stage.enter(text) else {
            Issue.record("\(text) is no fault")
            return
        }
        #expect(fault.line == line)
        #expect(fault.column == column, "\(fault.message)")
        #expect(fault.message.hasPrefix(words), "\(fault.message)")
    }

    @Test func `Goes on after an error with all that was done before it`() throws {
        let stage = PromptStage()

        let failure = try #require(try stage.failure("x = 1\ny = x.z.w"))

        #expect(failure.line == 2)
        #expect(try stage.values("x") == [.integer(1)])
        #expect(try stage.values("_err") == [.text(ShownText(failure.message))])
    }

    @Test func `Tells output before the answer, and whose it is`() throws {
        let stage = PromptStage()

        try stage.enter("print(1) log.info('two')")

        #expect(stage.output == ["1: 1", "1: two"])
        let places = stage.events.indices.filter { place in
            switch stage.events[place] {
            case .output, .prompt(.evaluated): true
            default: false
            }
        }
        #expect(places == places.sorted())
        if case .prompt(.evaluated) = stage.events[places.last ?? 0] {} else { Issue.record("output after the answer") }
        #expect(try stage.enter("fog.hosts()").isOver)
        #expect(stage.calls.map(\.job) == [2])
    }
}
