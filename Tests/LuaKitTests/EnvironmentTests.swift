import LuaKit
import Testing

@Suite struct EnvironmentTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
    }

    @Test func `Has Lua's safe globals and nothing else`() throws {
        let source =
            "local names = {} for name in pairs(_G) do names[#names + 1] = name end table.sort(names) return names"
        let values = try machine.run(source)

        let names = values.first?.table?.array.compactMap(\.string)
        let expected =
            "_G _VERSION assert collectgarbage coroutine error getmetatable ipairs load math next pairs pcall rawequal rawget"
            + " rawlen rawset select setmetatable string table tonumber tostring type utf8 xpcall"
        #expect(names == expected.split(separator: " ").map(String.init))
        #expect(
            try machine.run("return string.dump, ('').dump, coroutine.close ~= nil") == [
                .nil, .nil, true,
            ]
        )
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let source: String
        let message: String
        var testDescription: String { source }
    }

    @Test(arguments: [
        Refused(
            source: "setmetatable({}, { __gc = function() end })",
            message: "use a variable with <close>"
        ),
        Refused(source: "collectgarbage()", message: "only \"count\" is"),
        Refused(source: "getmetatable('').__index = nil", message: "attempt to index a boolean value"),
        Refused(source: "assert(load('\\27Lua'))", message: "attempt to load a binary chunk"),
        Refused(source: "assert(load('', '', 'b'))", message: "only text is available"),
        Refused(source: "load(function() end)", message: "reader functions are not available"),
        Refused(source: "assert(load((' '):rep(70000)))", message: "at most 65536 are allowed"),
    ])
    func `Refuses what is not safe`(_ refused: Refused) throws {
        #expect(try machine.failure(of: refused.source).message.contains(refused.message))
    }

    @Test func `Loads a chunk with the values of its own`() throws {
        let values = try machine.run(
            "x = 5 local f = load('local a = ... return a + x') local g = load('return y', 'g', 't', { y = 1 })"
                + " return f(1), g(), load('x x')"
        )
        #expect(values == [6, 1, .nil, "[string \"x x\"]:1: syntax error near 'x'"])
    }

    @Test func `Keeps a read-only table as it is`() throws {
        for name in ["fog.add", "fog.deep.add"] {
            try machine.setGlobal(LuaFunction(name) { (left: Int, right: Int) in left + right })
        }
        try machine.setGlobal("fog.version", 3)
        try machine.freezeGlobal("fog")

        #expect(
            try machine.run("return fog.add(1, 2), fog.deep.add(3, 4), fog.version, fog.nothing") == [
                3, 7, 3, .nil,
            ]
        )
        #expect(
            try machine.failure(of: "fog.add = 1").message
                == "test.lua:1: 'fog' is read-only: cannot set 'add'"
        )
        #expect(
            try machine.failure(of: "fog.deep.x = 1").message
                == "test.lua:1: 'fog.deep' is read-only: cannot set 'x'"
        )
        #expect(
            try machine.failure(of: "rawset(fog, 'x', 1)").message.contains(
                "table is read-only: cannot set 'x'"
            )
        )
        #expect(
            try machine.failure(of: "setmetatable(fog, nil)").message.contains("protected metatable")
        )
        #expect(try machine.failure(of: "table.insert(fog, 1)").message.contains("'fog' is read-only"))
        #expect(
            try machine.run(
                "local n = 0 for k, v in pairs(fog) do n = n + 1 assert(fog[k] == v) end return n"
            ) == [3]
        )
        #expect(
            try machine.run("local _, t = pairs(fog) return pcall(function() t.x = 1 end)").first == false
        )
        let error = #expect(throws: LuaError.self) { try machine.setGlobal("fog.late", 1) }
        #expect(error?.message == "global table is read-only")
    }

    @Test func `Gives an environment values of its own`() throws {
        let environment = try machine.makeEnvironment(strict: true)
        try machine.set("given", 7, in: environment)

        #expect(
            try machine.run("return given, _G.given", environment: environment) == [7, 7]
        )
    }

    @Test(arguments: [
        Refused(
            source: "return hsot",
            message: "test.lua:1: global 'hsot' is not declared (misspelt, or 'local' missing?)"
        ),
        Refused(
            source: "count = 1",
            message: "test.lua:1: global 'count' is not declared; write 'local count' for a variable"
        ),
        Refused(source: "function f() end", message: "global 'f' is not declared; write 'local f'"),
        Refused(source: "load('count = 1')()", message: "global 'count' is not declared"),
        Refused(source: "_G.count = 1", message: "global 'count' is not declared"),
        Refused(source: "rawset(_G, 'count', 1)", message: "table is read-only: cannot set 'count'"),
        Refused(source: "setmetatable(_G, nil)", message: "protected metatable"),
    ])
    func `Is strict about globals where it is asked to be`(_ refused: Refused) throws {
        let environment = try machine.makeEnvironment(strict: true)

        let error = #expect(throws: LuaError.self) {
            try machine.run(refused.source, environment: environment)
        }
        #expect(error?.message.contains(refused.message) == true, "\(error?.message ?? "")")
    }

    @Test func `Keeps the globals of one environment from another`() throws {
        let first = try machine.makeEnvironment(strict: false)
        let second = try machine.makeEnvironment(strict: false)

        try machine.run("mine = 1 assert(load('return mine')() == 1)", environment: first)

        #expect(try machine.run("return mine, _G.mine", environment: second) == [.nil, .nil])
        #expect(try machine.run("return mine") == [.nil])
    }

    @Test func `Seeds random numbers`() throws {
        try machine.seed(42)
        let first = try machine.run("return math.random(1000000), math.random(1000000)")
        try machine.seed(42)
        #expect(try machine.run("return math.random(1000000), math.random(1000000)") == first)
    }

    @Test func `Draws no seed from the clock or an address`() throws {
        let first = try machine.run("return math.random(0)")
        #expect(try LuaMachine().run("return math.random(0)") == first)

        try machine.seed(0)
        #expect(try machine.run("return math.random(0)") == first)
    }
}
