import LuaKit
import Testing

/// How many fields of fields one expression may have.
@Suite struct ChainTests {
    /// Texts that name a field of a field a hundred and a thousand times, as an expression of Lua that writes one.
    private static let links = [
        "('.a'):rep(n)", "(' . a'):rep(n)", "('[b]'):rep(n)", "('[b.c[b]]'):rep(n)", "('[ [[a]] ]'):rep(n)",
        "('--[=[ ]] ]=]\\n.a'):rep(n)", "('--x\\n.a[b + f(c, {d = 1})]'):rep(n // 2)",
    ]

    @Test(arguments: links)
    func `Refuses a thousand in a row, which would take seconds to name in a message`(_ link: String) throws {
        for head in ["t", "'' .. t", "f(x).y", "(t)", "{ 1, t"] {
            let script = "local n = 1000 return select(2, load([[return \(head)]] .. \(link)))"
            let message = try LuaMachine().run(script).first?.string
            #expect(message?.contains("more than 200 fields in a row") == true, "\(head): \(message ?? "none")")
        }
    }

    @Test(arguments: links)
    func `Takes a hundred`(_ link: String) throws {
        let script = "local n = 99 return load([[return t]] .. \(link)) ~= nil"
        #expect(try LuaMachine().run(script).first?.boolean == true)
    }

    @Test(arguments: [
        "x = t.a.b ", "f(t.a).b(t.c.d) ", "x = { [1] = t.a, [2] = 'a.b.c', [t.a] = 5, .5, 1.5e3, t.a .. 1 .. t.b } ",
        "x = 'it\\'s a.b.c' -- a.b.c it's [[ \n", "x = [==[ a.b ]] ' \" --[[ ]==] ", "t.a:b():c().d = t[t.a] ",
        "if t.a and t.b.c then return t.a end ",
    ])
    func `Counts none that belong to different expressions`(_ statement: String) throws {
        let script = "local text = ('do \(statement) end '):rep(400) return select(2, load(text)) or 'fine'"
        let quoted = script.replacing("'do \(statement) end '", with: "[===[do \(statement) end ]===]")
        #expect(try LuaMachine().run(quoted).first?.string == "fine")
    }

    @Test func `Tells the line of it`() throws {
        let script = "return select(2, load('\\n\\nx = t' .. ('.a'):rep(300), '=own.lua'))"
        let message = try LuaMachine().run(script).first?.string
        #expect(message == "own.lua:3: more than 200 fields in a row; keep a part of a.b.c in a variable")
    }
}
