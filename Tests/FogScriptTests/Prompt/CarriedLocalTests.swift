import FogSession
import FogStdlib
import Testing

@Suite struct CarriedLocalTests {
    /// Chunks that are entered one after the other, and what the last one gives.
    struct Case: Sendable, CustomTestStringConvertible {
        let chunks: [String]
        let values: [ShownValue]
        var testDescription: String { chunks.joined(separator: " ↵ ") }

        init(_ chunks: String..., gives values: ShownValue...) {
            (self.chunks, self.values) = (chunks, values)
        }
    }

    static let cases: [Case] = [
        Case("local x = 1", "x + 1", gives: .integer(2)), Case("local x", "x", gives: .none),
        Case("local x = 1", "local x = x + 1", "x", gives: .integer(2)),
        Case("local a, b = 1", "a, b", gives: .integer(1), .none),
        Case("local function f(n) return n < 1 and 0 or n + f(n - 1) end", "f(3)", gives: .integer(6)),
        Case("local n = 0 function up() n = n + 1 end", "up() up()", "n", gives: .integer(2)),
        Case("local x = 1 do local x = 2 end", "x", gives: .integer(1)),
        Case("local x = 1 for x = 5, 6 do end", "x", gives: .integer(1)),
        Case("local k <const> = 7", "k", gives: .integer(7)),
        Case("local k <const> = 7", "local k = k + 1", "k = k + 1", "k", gives: .integer(9)),
        Case("k = 1", "local k <const> = k + 1", "k", gives: .integer(2)),
        Case("local k <const> = nil", "k", gives: .none), Case("local x = 1\nerror('no')", "x", gives: .integer(1)),
        Case("local x = 1", "x = = 2", "x", gives: .integer(1)),
        Case("local t = {}", "t.a = 3", "t.a", gives: .integer(3)),
        Case("local x = 1 return x + 1", "x", gives: .integer(1)),
        Case("local flow = require 'flow'", "flow.sleep(1)", "1", gives: .integer(1)),
        Case("local print = 5", "print", gives: .integer(5)), Case("local x = 1 x = nil", "x", gives: .none),
        Case(
            "function c() closed = true end local f <close> = setmetatable({}, { __close = c })",
            "closed",
            gives: .boolean(true)
        ),
        Case("x = 3 local _ENV = { x = 5 } y = x", "x", gives: .integer(3)),
    ]

    @Test(arguments: cases)
    func `Keeps locals from chunk to chunk`(row: Case) throws {
        let stage = PromptStage()

        for chunk in row.chunks.dropLast() { try stage.enter(chunk) }

        #expect(try stage.values(row.chunks.last ?? "") == row.values)
    }

    @Test func `Refuses to set a constant`() throws {
        let stage = PromptStage()
        try stage.enter("local k <const> = 7")

        let failure = try #require(try stage.failure("k = 8"))

        #expect(failure.message == "prompt:2:1: attempt to assign to const variable 'k'")
        #expect(try stage.values("k") == [.integer(7)])
    }

    @Test func `Forgets the locals of a file, and those within blocks`() throws {
        let stage = PromptStage()
        try stage.enter("local x = 1 y = 2", keepsLocals: false)
        try stage.enter("do local z = 1 end")

        #expect(try stage.values("y") == [.integer(2)])
        #expect(try stage.failure("x") != nil)
        #expect(try stage.failure("z") != nil)
    }

    @Test(arguments: Stdlib.modules)
    func `Leaves a long text what it is`(module: String) throws {
        let stage = PromptStage()
        let text = try #require(Stdlib.source(of: module))

        let evaluation = try stage.enter("local native = ... " + text)

        // What is Lua stays Lua; most of the library then misses what only it is given.
        switch evaluation {
        case .done, .failed: break
        default: Issue.record("\(evaluation)")
        }
    }

    @Test func `Names lines as they were written`() throws {
        let stage = PromptStage()

        let failure = try #require(try stage.failure("local a\n  <const>\n = 1\nlocal b = a.c.d"))

        #expect(failure.line == 4)
    }
}
