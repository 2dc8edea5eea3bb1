import LuaKit
import Synchronization
import Testing

@Suite struct StopTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
        let stop = machine.stop
        try machine.setGlobal(
            LuaFunction("stop") { () -> LuaNothing in
                stop.deadline()
                return LuaNothing()
            }
        )
        try machine.setGlobal(LuaFunction("wait", waits: true, raw: { _ in .suspend }))
    }

    static let unstoppable: [WaitingTests.Script] = [
        .init("plain loop", "stop() while true do end"),
        .init("pcall in a loop", "while true do pcall(function() stop() while true do end end) end"),
        .init("pcall in pcall", "local function f() stop() while true do pcall(f) end end f()"),
        .init(
            "error handler",
            "xpcall(function() stop() while true do end end, function() while true do end end)"
        ),
        .init("handler of its own", "local function f() stop() xpcall(f, f) end while true do f() end"),
        .init(
            "close of a variable",
            "local function f() local x <close> = setmetatable({}, { __close = function() while true do end end }) stop()"
                + " while true do end end pcall(f) while true do end"
        ),
        .init(
            "new coroutine",
            "coroutine.wrap(function() stop() while true do end end)() while true do end"
        ),
        .init(
            "close of a wrapped coroutine",
            "local co = coroutine.wrap(function() local x <close> = setmetatable({}, { __close = function() while true do end end })"
                + " stop() while true do end end) pcall(co) while true do end"
        ),
        .init(
            "close of a coroutine in a comparator",
            "table.sort({ 3, 2, 1 }, function() local co = coroutine.wrap(function() local x <close> = setmetatable({}, "
                + "{ __close = function() while true do end end }) stop() while true do end end) pcall(co) return false end)"
        ),
        .init(
            "sort comparator",
            "pcall(table.sort, { 1, 2, 3 }, function() stop() while true do end end) while true do end"
        ),
        .init(
            "gsub replacement",
            "pcall(string.gsub, 'x', '.', function() stop() while true do end end) while true do end"
        ),
        .init(
            "error handler in a comparator",
            "pcall(table.sort, { 2, 1 }, function() xpcall(function() stop() while true do end end,"
                + " function() while true do end end) end) while true do end"
        ),
        .init("coroutine that ends by stopping", "coroutine.wrap(stop)() while true do end"),
        .init(
            "tostring",
            "pcall(tostring, setmetatable({}, { __tostring = function() stop() while true do end end }))"
        ),
        .init(
            "ring of coroutines",
            "stop() local co = coroutine.wrap(function() while true do coroutine.yield() end end) while true do co() end"
        ),
        .init(
            "deep recursion",
            "local function f(n) if n == 0 then stop() while true do end end pcall(f, n - 1) end f(150) while true do end"
        ),
    ]

    @Test(arguments: unstoppable)
    func `Stops a script that would not end`(_ script: WaitingTests.Script) throws {
        let error = try machine.failure(of: script.source)

        #expect(error.kind == .deadline)
        #expect(error.message == "time limit exceeded")
        #expect(try machine.failure(of: "return 1").kind == .deadline)
        machine.clearStop()
        #expect(try machine.run("return 1") == [1])
    }

    @Test func `Says where a stop met the script`() throws {
        let error = try machine.failure(
            of: "local function busy()\n  stop()\n  while true do end\nend\nbusy()"
        )

        #expect(error.traceback.contains("in local 'busy'"))
        #expect(error.location?.source == "test.lua")
    }

    @Test func `Stops from another thread`() async throws {
        let stop = machine.stop
        try machine.setGlobal(
            LuaFunction("begin") { () -> LuaNothing in
                Task.detached { stop.cancel() }
                return LuaNothing()
            }
        )
        #expect(
            try machine.failure(of: "begin() while true do pcall(function() end) end").kind == .cancelled
        )
    }

    @Test func `Stops a call back, and then its caller`() throws {
        try machine.setGlobal(
            LuaFunction(
                "through",
                raw: { arguments in
                    _ = try? arguments.machine.call(try arguments.reference(at: 1))
                    return .nothing
                }
            )
        )
        #expect(
            try machine.failure(of: "through(function() stop() while true do end end) while true do end")
                .kind == .deadline
        )
    }

    @Test func `Runs no variable's close once stopped`() throws {
        var closed = 0
        try machine.setGlobal(
            LuaFunction("closed") { () -> LuaNothing in
                closed += 1
                return LuaNothing()
            }
        )
        _ = try machine.failure(
            of: "local x <close> = setmetatable({}, { __close = closed }) stop() while true do end"
        )
        #expect(closed == 0)
    }

    @Test func `Stops what waits when it is resumed`() throws {
        let coroutine = try machine.start(machine.load("wait() wait()", name: "x"))
        _ = machine.step(coroutine)
        machine.stop.cancel()

        guard case .failed(let error) = machine.resume(coroutine, returning: []) else {
            Issue.record("went on")
            return
        }
        #expect(error.kind == .cancelled)
        #expect(coroutine.status == .ended)
    }

    @Test func `Gives way and goes on`() throws {
        let stop = machine.stop
        try machine.setGlobal(
            LuaFunction("yield_soon") { () -> LuaNothing in
                stop.giveWay()
                return LuaNothing()
            }
        )
        let source = """
            local sum = 0
            local co = coroutine.wrap(function() for i = 1, 3 do yield_soon() sum = sum + i end end)
            yield_soon() co() pcall(yield_soon)
            table.sort({ 2, 1 }, function(a, b) yield_soon() return a < b end)
            return sum
            """
        let coroutine = try machine.start(machine.load(source, name: "x"))
        var turns = 0
        var step = machine.step(coroutine)
        while case .preempted = step {
            turns += 1
            step = machine.step(coroutine)
        }

        guard case .finished(let values) = step else {
            Issue.record("\(step)")
            return
        }
        #expect(values == [6])
        #expect(turns == 5)
    }

    @Test func `Ignores a token whose machine has gone`() throws {
        var gone: LuaStop?
        do { gone = try LuaMachine().stop }
        gone?.cancel()
        gone?.giveWay()
    }
}
