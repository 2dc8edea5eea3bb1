import FogModel
import FogOperations
import FogScript
import FogSession
import Testing

@Suite struct WaitingTests {
    let stage = Stage()

    @Test(arguments: [
        ("pcall", "print(select(2, pcall(function() return fog.host(1).name end)))"),
        ("xpcall", "print(select(2, xpcall(function() return fog.host(1).name end, print)))"),
        (
            "an iterator",
            "for host in function(_, last) if not last then return fog.host(1) end end do print(host.name) end"
        ),
        ("__index", "print(setmetatable({}, { __index = function(_, key) return fog.host(key).name end })[1])"),
        ("__call", "print(setmetatable({}, { __call = function(_, key) return fog.host(key).name end })(1))"),
        ("__concat", "print(setmetatable({}, { __concat = function() return fog.host(1).name end }) .. '')"),
        ("__close", "do local x <close> = setmetatable({}, { __close = function() print(fog.host(1).name) end }) end"),
        ("a coroutine of its own", "print(coroutine.wrap(function() return fog.host(1).name end)())"),
        (
            "a generator",
            "for name in coroutine.wrap(function() coroutine.yield(fog.host(1).name) end) do print(name) end"
        ),
    ])
    func `Waits wherever Lua can`(place: String, text: String) throws {
        try stage.run(text)

        #expect(stage.printed == ["lab-a-1"])
    }

    @Test(arguments: [
        "table.sort({ 1, 2 }, function(a, b) return fog.host(a).id < fog.host(b).id end)",
        "string.gsub('x', 'x', function() return fog.host(1).name end)",
        "table.sort({ 1, 2 }, function() require('flow').sleep(1) end)",
    ])
    func `Says what to do where Lua cannot wait`(text: String) throws {
        let failure = try #require(stage.failure(text))

        #expect(failure.message.contains("cannot wait inside a table.sort comparison"))
        #expect(failure.message.contains("collect the values first"))
        #expect(stage.operations == [])
    }

    @Test func `Runs two scripts' coroutines in the order of their answers`() throws {
        try stage.run(
            """
            local flow = require("flow")
            flow.spawn(function() for _ = 1, 3 do flow.sleep(2) print("a") end end)
            flow.spawn(function() for _ = 1, 2 do flow.sleep(3) print("b") end end)
            """
        )

        #expect(stage.printed == ["a", "b", "a", "b", "a"])
    }

    static let busyText = """
        local flow = require("flow")
        local hosts = fog.hosts()
        flow.each(hosts, { parallel = 2 }, function(host)
          flow.sleep(math.random(10))
          local task = host:task("deploy")
          print(host.name, task:wait().outcome, math.random(1000))
        end)
        """

    @Test func `Does the same twice, and something else for another seed`() throws {
        let runs = try [7, 7, 8].map { (seed: UInt64) in
            let stage = Stage()
            try stage.run(Self.busyText, SessionSettings(seed: seed))
            return stage.events
        }

        #expect(runs[0] == runs[1])
        #expect(runs[0] != runs[2])
    }

    @Test func `Holds 10,000 waiting coroutines in less than 64 MiB`() throws {
        let settings = SessionSettings(limits: [.memory: 64 << 20])
        let text = """
            local flow = require("flow")
            local items = {}
            for i = 1, 10000 do items[i] = i end
            local most = 0
            local results = flow.each(items, { parallel = 10000 }, function(item)
              flow.sleep(60)
              most = math.max(most, collectgarbage("count"))
              return item
            end)
            print(#results, results[10000])
            return most // 1
            """

        let kilobytes = try stage.run(text, settings)

        #expect(stage.printed == ["10000\t10000"])
        #expect(stage.now == 60)
        guard case .number(let most) = kilobytes else { throw NoNumber() }
        #expect(most < 64 * 1024)
    }

    struct NoNumber: Error {}
}
