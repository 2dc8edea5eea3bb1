import LuaSyntax
import Testing

@Suite struct OuterLocalsTests {
    /// A chunk, and what becomes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let carried: String
        var testDescription: String { text }

        init(_ text: String, _ carried: String? = nil) {
            (self.text, self.carried) = (text, carried ?? text)
        }
    }

    static let cases: [Case] = [
        Case("local x = 1", "      x = 1"), Case("local x", "      x = nil"),
        Case("local a, b = f()", "      a, b = f()"), Case("local a,b", "      a,b = nil"),
        Case("local x local y = 2", "      x = nil       y = 2"), Case("local x; x = 3", "      x = nil; x = 3"),
        Case("local\nx\n=\n1", "     \nx\n=\n1"),
        Case("local function f() return f end", "      function f() return f end"),
        Case("local a <const> = 1", "_ENV[\"const a\"] = 1       a         = 1"),
        Case("local a <const>, b = 1, 2", "_ENV[\"const a\"] = 1       a        , b = 1, 2"),
        Case("local a <const>", "_ENV[\"const a\"] = 1       a         = nil"),
        Case("local f <close> = g()"), Case("do local x = 1 end"), Case("if a then local x end"),
        Case("while a do local x end"), Case("for i = 1, 2 do local x = i end"), Case("repeat local x until x"),
        Case("function f() local x = 1 end"), Case("x = function() local y end"), Case("f{g = function() local y end}"),
        Case("do do local a end end local b = 1", "do do local a end end       b = 1"),
        Case(
            "if a then b() elseif c then d() else local e end local f = 1",
            "if a then b() elseif c then d() else local e end       f = 1"
        ),
        Case("repeat local x until function() end local y = 1", "repeat local x until function() end       y = 1"),
        Case("x = 'local y = 1'"), Case("x = [[\nlocal y = 1]]"), Case("-- local y = 1\nx = 2"),
        Case("--[==[ local y ]] ]==] local z = 1", "--[==[ local y ]] ]==]       z = 1"),
        Case("local s = \"local \\\" end\" local t = 1", "      s = \"local \\\" end\"       t = 1"),
        Case("local _ENV = {} local x = 1"),
        Case("local x = 1 local _ENV = {} local y", "      x = 1 local _ENV = {} local y"),
        Case("locals = 1"), Case("x.y = 2"), Case("local x = 1 return x", "      x = 1 return x"),
        Case("goto done local x = 1 ::done::", "goto done       x = 1 ::done::"),
        Case(
            "local k <const> = 1 local k = 2",
            "_ENV[\"const k\"] = 1       k         = 1 _ENV[\"local k\"] = 1       k = 2"
        ),
    ]

    @Test(arguments: cases)
    func `Carries the outermost locals over`(row: Case) {
        #expect(OuterLocals.carried(row.text) == row.carried)
    }

    @Test func `Announces a variable that takes the place of a constant`() {
        #expect(OuterLocals.carried("local a, b = 1, 2", constants: ["b"]) == "_ENV[\"local b\"] = 1       a, b = 1, 2")
        #expect(
            OuterLocals.carried("local function b() end", constants: ["b"])
                == "_ENV[\"local b\"] = 1       function b() end"
        )
        #expect(OuterLocals.marked("const a b")?.name == "a b")
        #expect(OuterLocals.marked("constant") == nil)
    }
}
