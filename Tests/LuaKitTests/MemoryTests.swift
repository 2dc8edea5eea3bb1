import LuaKit
import Testing

private final class Heavy: Sendable {}

@Suite struct MemoryTests {
    static let limit = 16 << 20

    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine(limits: LuaLimits(memory: Self.limit))
    }

    static let growing: [WaitingTests.Script] = [
        .init("table", "local t = {} while true do t[#t + 1] = 1 end"),
        .init("hash", "local t, i = {}, 0.5 while true do t[i] = true i = i + 1 end"),
        .init("string", "local s = 'x' while true do s = s .. s end"),
        .init("rep", "local t = {} while true do t[#t + 1] = ('x'):rep(1e6) end"),
        .init("gsub", "local s = ('x'):rep(1e5):gsub('x', ('y'):rep(1e3)) return s"),
        .init(
            "concat",
            "local t = {} for i = 1, 1000 do t[i] = ('x'):rep(1000) end while true do t[#t + 1] = table.concat(t) end"
        ),
        .init("closures", "local t = {} while true do t[#t + 1] = function() return t end end"),
        .init(
            "coroutines",
            "local t = {} while true do t[#t + 1] = coroutine.create(print or load) end"
        ),
        .init(
            "caught",
            "local keep = {} while true do pcall(function() local t = {} while true do t[#t + 1] = {} end end) end"
        ),
        .init(
            "handled",
            "xpcall(function() local t = {} while true do t[#t + 1] = {} end end, function() while true do end end)"
        ),
        .init(
            "in a coroutine",
            "coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end)()"
        ),
        .init(
            "in a comparator",
            "table.sort({ 2, 1 }, function() local t = {} while true do t[#t + 1] = {} end end)"
        ),
    ]

    @Test(arguments: growing)
    func `Stops a script that takes too much`(_ script: WaitingTests.Script) throws {
        let error = try machine.failure(of: script.source)

        #expect(error.kind == .memory)
        #expect(Double(machine.memoryPeak) <= 2.1 * Double(Self.limit), "\(machine.memoryPeak)")
    }

    @Test(arguments: [
        (16 << 20, "return #('x'):rep(10e6)", 10_000_000),
        (24 << 20, "return #('x'):rep(5e6):gsub('x', 'yy')", 10_000_000),
        (28 << 20, "local t = {} for i = 1, 1e4 do t[i] = ('x'):rep(1e3) end return #table.concat(t)", 10_000_000),
    ])
    func `Lets one function fill a large buffer that fits`(_ limit: Int, _ script: String, _ length: Int) throws {
        let machine = try LuaMachine(limits: LuaLimits(memory: limit))

        #expect(try machine.run(script).first?.integer == length)
    }

    @Test func `Overshoots by less than a fifth in small steps`() throws {
        #expect(try machine.failure(of: "local t for i = 1, 1e9 do t = { t, tostring(i) } end").kind == .memory)
        #expect(machine.memoryPeak <= Self.limit * 6 / 5)
    }

    @Test func `Lets a script go on whose garbage is collected`() throws {
        try machine.run(
            "for i = 1, 200 do local s = ('x'):rep(1e6) .. i end for i = 1, 3e5 do local t = { i } end"
        )

        #expect(machine.memoryPeak <= Self.limit * 6 / 5)
    }

    @Test func `Runs on after a memory stop`() throws {
        #expect(
            try machine.failure(of: "local t = {} while true do t[#t + 1] = {} end").kind == .memory
        )
        try machine.collect()
        machine.clearStop()

        #expect(try machine.run("return #('x'):rep(1e6)") == [1_000_000])
        #expect(machine.memoryUsed < 1 << 20)
    }

    @Test func `Counts what objects are charged`() throws {
        try machine.declare(LuaObjectType<Heavy>("Heavy", fields: [], charge: { _ in 100_000 }))
        try machine.setGlobal(LuaFunction("heavy", raw: { _ in .value(.object(Heavy())) }))

        try machine.run("for i = 1, 1000 do heavy() end")
        #expect(
            try machine.failure(of: "local t = {} for i = 1, 1000 do t[i] = heavy() end").kind == .memory
        )
        #expect(machine.memoryPeak <= Self.limit * 6 / 5)
    }

    /// Lua 5.4.4 frees a table in the middle of a write when the allocator answers NULL there.
    @Test func `Survives a weak metatable at the limit`() throws {
        let source = """
            local h = {}
            local mt = setmetatable({ __newindex = h }, { __mode = 'v' })
            local t = setmetatable({}, mt)
            for i = 1, 65536 do t[i] = i end
            local cap = 16 * 1024
            local keep = {}
            while collectgarbage('count') < cap - 3000 do keep[#keep + 1] = ('x'):rep(500000) end
            while collectgarbage('count') < cap - 700 do keep[#keep + 1] = ('x'):rep(50000) end
            keep = nil h = nil
            t[65537] = 1
            for i = 65538, 70000 do t[i] = i end
            return 1
            """
        #expect(try machine.run(source) == [1])
    }

    /// Lua 5.4.4 overflows the C stack when coroutines close each other.
    @Test func `Survives 20,000 coroutines that close each other`() throws {
        let source = """
            local co = false
            for i = 1, 20000 do
              local previous = co
              co = coroutine.create(function()
                local c <close> = setmetatable({}, { __close = function() if previous then assert(coroutine.close(previous)) end end })
                coroutine.yield()
              end)
              coroutine.resume(co)
            end
            return coroutine.close(co)
            """
        let large = try LuaMachine(limits: LuaLimits(memory: 256 << 20))
        let values = try large.run(source)

        #expect(values[0] == false)
        #expect(values[1].string?.contains("C stack overflow") == true)
    }

    /// Lua 5.4.4 recurses once for each field while it words this error; the source limit bounds the chain.
    @Test func `Survives an error about a long chain of fields`() throws {
        let values = try machine.run(
            "local t = {} t.a = t return load('local t = ... return t' .. ('.a'):rep(400000) .. '+1')"
        )
        #expect(values[0] == .nil)
        try machine.run(
            "local t = {} t.a = t assert(not pcall(load('local t = ... return t' .. ('.a'):rep(8000) .. '+1'), t))"
        )
    }

    @Test func `Holds 10,000 waiting coroutines in little memory`() throws {
        let machine = try LuaMachine(limits: LuaLimits(memory: 48 << 20))
        try machine.setGlobal(LuaFunction("wait", waits: true, raw: { _ in .suspend }))
        let function = try machine.load("local n = ... return n + wait()", name: "x")
        let coroutines = try (0..<10_000).map { try machine.start(function, [.integer($0)]) }

        for coroutine in coroutines { _ = machine.step(coroutine) }
        #expect(machine.memoryUsed < 16 << 20)

        for (index, coroutine) in coroutines.enumerated() {
            guard case .finished(let values) = machine.resume(coroutine, returning: [1]) else {
                Issue.record("did not finish")
                return
            }
            #expect(values == [.integer(index + 1)])
        }
    }
}
