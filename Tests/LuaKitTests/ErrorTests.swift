import LuaKit
import Testing

@Suite struct ErrorTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
    }

    @Test func `Says where a source is no Lua`() throws {
        let error = try machine.failure(of: "local x = 1\nlocal = 2")

        #expect(error.kind == .syntax)
        #expect(error.message == "test.lua:2: <name> expected near '='")
        #expect(error.location == LuaLocation(source: "test.lua", line: 2))
    }

    @Test func `Refuses a source that is too long, and bytecode`() throws {
        let long = try machine.failure(of: String(repeating: " ", count: 64 << 10) + "x")
        let bytecode = try machine.failure(of: "\u{1B}Lua")

        #expect(long.kind == .syntax)
        #expect(long.message == "test.lua: source is 65537 bytes long; at most 65536 are allowed")
        #expect(bytecode.message.contains("attempt to load a binary chunk"))
    }

    @Test(arguments: [
        ("step({})", "test.lua:2: attempt to perform arithmetic on a table value (local 'x')"),
        ("step('a', refuse)", "test.lua:2: no"), ("pcall(step, 'a', refuse) step({})", "test.lua:2: attempt to"),
    ])
    func `Says where the script called what failed in a hidden chunk`(call: String, message: String) throws {
        let own = try machine.load(
            "return function(x, f) if f then error(select(2, pcall(f)), 0) end return x + 1 end",
            name: "own.lua",
            isHidden: true
        )
        try machine.setGlobal("step", try #require(try machine.call(own, tables: .references).first))
        try machine.setGlobal(LuaFunction("refuse", raw: { _ in throw LuaError(.script, "no") }))

        let error = try machine.failure(of: "local a = 1\n" + call)

        #expect(error.message.hasPrefix(message), "\(error.message)")
        #expect(error.location == LuaLocation(source: "test.lua", line: 2))
    }

    @Test func `Traces the coroutine that failed`() throws {
        let error = try machine.failure(
            of: "local function inner() error('deep') end\nlocal function outer() inner() end\nouter()"
        )

        #expect(error.message == "test.lua:1: deep")
        #expect(error.traceback.hasPrefix("stack traceback:\n\t[C]: in function 'error'"))
        #expect(
            error.traceback.contains("test.lua:2: in upvalue 'outer'")
                || error.traceback.contains("in local 'outer'")
        )
    }

    @Test func `Hands out an error that is a table, and words it`() throws {
        let plain = try machine.failure(of: "error({ code = 5 })")
        let worded = try machine.failure(
            of: "error(setmetatable({}, { __tostring = function() return 'worded' end }))"
        )
        let odd = try machine.failure(of: "error()")

        #expect(plain.value == ["code": 5])
        #expect(plain.message.hasPrefix("table: "))
        #expect(plain.location == LuaLocation(source: "test.lua", line: 1))
        #expect(worded.message == "worded")
        #expect(odd.message == "nil")
    }

    @Test func `Raises a value of the embedder's, untouched by pcall`() throws {
        machine.errorValue = { error, location in
            guard let refusal = error as? Refusal else { return nil }
            return [
                "code": LuaValue(refusal.description), "line": location.map { .integer($0.line) } ?? .nil,
            ]
        }
        try machine.setGlobal(
            LuaFunction("fail") { () throws -> Int in throw Refusal(description: "denied") }
        )

        #expect(
            try machine.run("local ok, e = pcall(fail)\nreturn ok, e.code, e.line") == [
                false, "denied", 1,
            ]
        )
        #expect(try machine.run("\nlocal ok, e = pcall(function() fail() end) return e.line") == [2])
        #expect(try machine.failure(of: "fail()").value?.table?["code"] == "denied")
    }

    @Test func `Raises a value that a function throws as an error`() throws {
        try machine.setGlobal(
            LuaFunction("fail") { () throws -> Int in throw LuaError(raising: ["x": 1]) }
        )

        #expect(try machine.run("local ok, e = pcall(fail) return e.x") == [1])
    }

    @Test func `Keeps what was raised through a call back`() throws {
        try machine.setGlobal(
            LuaFunction("through", raw: { .values(try $0.machine.call(try $0.reference(at: 1))) })
        )

        #expect(
            try machine.run("local ok, e = pcall(through, function() error({ x = 2 }) end) return e.x")
                == [2]
        )
        #expect(
            try machine.run("local ok, e = pcall(through, function() error('text') end) return e") == [
                "test.lua:1: text"
            ]
        )
    }

    @Test func `Is not misled by a message that looks like a place`() throws {
        let error = try machine.failure(of: "\nerror('http://server:80: no route', 0)")

        #expect(error.message == "http://server:80: no route")
        #expect(error.location == LuaLocation(source: "test.lua", line: 2))
    }

    @Test func `Says that a result cannot be copied`() throws {
        let error = try machine.failure(of: "local t = {} t.t = t return t")

        #expect(error.kind == .usage)
        #expect(error.message == "result cannot be copied: table contains itself")
    }

    @Test func `Says that a closed machine is closed`() throws {
        machine.close()
        let error = #expect(throws: LuaError.self) { try machine.load("", name: "x") }
        #expect(error?.kind == .usage)
    }
}
