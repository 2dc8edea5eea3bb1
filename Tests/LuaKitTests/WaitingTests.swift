import LuaKit
import Testing

/// Answers waits for `get` with twice the number, and refuses negative ones; `echo` gives back what it gets.
@Suite struct WaitingTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
        for name in ["h.get", "h.echo"] {
            try machine.setGlobal(
                LuaFunction(
                    name,
                    waits: true,
                    raw: { arguments in
                        let value =
                            arguments.string(at: 1) ?? arguments.integer(at: 1).map(String.init) ?? "nothing"
                        return .suspend(for: value)
                    }
                )
            )
        }
    }

    static func answer(_ token: String) throws -> [LuaValue] {
        guard let number = Int(token) else { return [LuaValue(token)] }
        if number < 0 { throw Refusal(description: "negative") }
        return [.integer(number * 2)]
    }

    struct Script: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let source: String
        init(_ description: String, _ source: String) {
            testDescription = description
            self.source = source
        }
    }

    static let everywhere: [Script] = [
        Script("main chunk", "assert(h.get(4) == 8)"),
        Script(
            "under pcall",
            "local ok, v = pcall(h.get, 4) assert(ok and v == 8) ok, v = pcall(h.get, -1) assert(not ok and v == 'negative', v)"
        ),
        Script(
            "under xpcall with a handler",
            "local ok, v = xpcall(h.get, function(m) return 'H:' .. m end, -1) assert(not ok and v == 'H:negative', v)"
                + " ok, v = xpcall(h.get, error, 5) assert(ok and v == 10)"
        ),
        Script(
            "30 protected calls deep",
            "local function f(n) if n == 0 then return h.get(1) end local ok, v = pcall(f, n - 1) assert(ok, v) return v end"
                + " assert(f(30) == 2)"
        ),
        Script(
            "generator in a loop",
            "local t = 0 for v in coroutine.wrap(function() for i = 1, 5 do coroutine.yield(h.get(i)) end end) do t = t + v end"
                + " assert(t == 30)"
        ),
        Script(
            "iterator itself",
            "local n = 0 for v in function() n = n + 1 if n < 4 then return h.get(n) end end do assert(v == n * 2) end"
        ),
        Script(
            "coroutines 20 deep",
            "local function mk(n) return coroutine.wrap(function() if n == 0 then return h.get(21) end return mk(n - 1)() end) end"
                + " assert(mk(20)() == 42)"
        ),
        Script(
            "script's yields and host's waits mixed",
            """
            local co = coroutine.create(function(a)
              local b = coroutine.yield(h.get(a)) local c = coroutine.yield(h.get(b)) return h.get(c)
            end)
            local _, x = coroutine.resume(co, 1) assert(x == 2)
            _, x = coroutine.resume(co, 10) assert(x == 20)
            _, x = coroutine.resume(co, 100) assert(x == 200 and coroutine.status(co) == 'dead')
            """
        ),
        Script(
            "metamethods",
            """
            local m = {}
            m.__index = function(_, k) return h.get(#k) end
            m.__add = function() return h.get(1) end
            m.__call = function(_, a) return h.get(a) end
            m.__concat = function() return h.get(3) end
            m.__eq = function() return h.get(4) == 8 end
            m.__lt = function() return h.get(1) == 2 end
            m.__le = function() return h.get(1) == 3 end
            m.__len = function() return h.get(7) end
            m.__unm = function() return h.get(9) end
            m.__newindex = function(t, k, v) rawset(t, k, h.get(v)) end
            local a, b = setmetatable({}, m), setmetatable({}, m)
            assert(a.xx == 4 and a + b == 2 and a(5) == 10 and a .. b == 6 and a == b and a < b and not (a <= b))
            assert(#a == 14 and -a == 18)
            a.z = 6 assert(rawget(a, 'z') == 12)
            """
        ),
        Script(
            "variable with <close>",
            "local log = {} do local x <close> = setmetatable({}, { __close = function() log[1] = h.get(2) end }) end"
                + " assert(log[1] == 4)"
        ),
        Script(
            "body of a pairs loop",
            "for k, v in pairs { 1, 2, 3 } do assert(h.get(v) == v * 2) end"
        ),
        Script(
            "error after a wait in a wrapped coroutine",
            "local ok, e = pcall(coroutine.wrap(function() h.get(1) error('late') end)) assert(not ok and e:find('late'), e)"
        ),
        Script(
            "close of a coroutine that has waited",
            "local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() end })"
                + " h.get(1) coroutine.yield() end) coroutine.resume(co) assert(coroutine.close(co))"
        ),
        Script(
            "what coroutines tell about themselves",
            """
            assert(not coroutine.isyieldable()) local co, main = coroutine.running() assert(main)
            coroutine.wrap(function()
              assert(coroutine.isyieldable()) local c, m = coroutine.running() assert(not m) h.get(1)
              assert(coroutine.isyieldable())
            end)()
            """
        ),
    ]

    @Test(arguments: everywhere)
    func `Waits anywhere in a script`(_ script: Script) throws {
        try machine.run(script.source, answer: Self.answer)
    }

    static let nowhere: [Script] = [
        Script(
            "sort comparator",
            "table.sort({ 3, 2, 1 }, function(a, b) return h.get(a) < h.get(b) end)"
        ),
        Script("gsub replacement", "local r = ('abc'):gsub('.', function(c) return h.echo(c) end)"),
        Script(
            "coroutine resumed in a comparator",
            "table.sort({ 3, 2, 1 }, function(a, b) local f = coroutine.wrap(function() return h.get(a) end) return f() < b end)"
        ),
        Script(
            "tostring of C",
            "return tostring(setmetatable({}, { __tostring = function() return h.echo('x') end }))"
        ),
        Script(
            "error handler",
            "local ok, e = xpcall(error, function() return select(2, pcall(h.get, 1)) end) error(e, 0)"
        ),
        Script(
            "close from C",
            "local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() h.get(1) end })"
                + " coroutine.yield() end) coroutine.resume(co) local ok, e = coroutine.close(co) error(e, 0)"
        ),
    ]

    @Test(arguments: nowhere)
    func `Says where it cannot wait, and what to do`(_ script: Script) throws {
        let error = try machine.failure(of: script.source, answer: Self.answer)

        #expect(error.kind == .script)
        #expect(
            error.message.contains(
                "cannot wait inside a table.sort comparison, a string.gsub replacement"
            )
        )
        #expect(error.message.contains("collect the values first, then call it outside"))
        #expect(error.message.contains("'h.get'") || error.message.contains("'h.echo'"))
    }

    @Test func `Lets a script catch that it cannot wait`() throws {
        try machine.run(
            "local ok, e = pcall(table.sort, { 3, 2, 1 }, function(a, b) return h.get(a) < h.get(b) end)"
                + " assert(not ok and e:find('cannot wait')) assert(h.get(1) == 2)",
            answer: Self.answer
        )
    }

    @Test func `Refuses to yield to nobody`() throws {
        #expect(try machine.failure(of: "coroutine.yield(1)").message.contains("outside a coroutine"))
    }

    @Test func `Puts the place of the call before a late error`() throws {
        let error = try machine.failure(of: "local x = 1\nh.get(-1)", answer: Self.answer)

        #expect(error.message == "test.lua:2: negative")
    }

    @Test func `Tells the embedder which coroutine waits, and for what`() throws {
        var seen: [ObjectIdentifier?] = []
        try machine.setGlobal(
            LuaFunction(
                "who",
                raw: { arguments in
                    seen.append(arguments.coroutine.map(ObjectIdentifier.init))
                    return .suspend(for: "token")
                }
            )
        )
        let coroutine = try machine.start(machine.load("return coroutine.wrap(who)()", name: "x"))

        guard case .waiting(let token) = machine.step(coroutine) else {
            Issue.record("did not wait")
            return
        }

        #expect(seen == [ObjectIdentifier(coroutine)])
        #expect(token as? String == "token")
        #expect(coroutine.status == .waiting)
        guard case .finished(let values) = machine.resume(coroutine, returning: [1, "two"]) else {
            Issue.record("did not finish")
            return
        }
        #expect(values == [1, "two"])
        #expect(coroutine.status == .ended)
    }

    @Test func `Protects a waiting coroutine from other scripts`() throws {
        let owner = try machine.start(
            machine.load(
                "main = coroutine.running() shared = coroutine.create(function() return h.get(1) end) coroutine.resume(shared)"
                    + " return select(2, coroutine.resume(shared))",
                name: "a"
            )
        )
        guard case .waiting = machine.step(owner) else {
            Issue.record("did not wait")
            return
        }

        try machine.run(
            """
            for _, co in ipairs { shared, main } do
              assert(coroutine.status(co) == 'normal', coroutine.status(co))
              local ok, e = coroutine.resume(co) assert(not ok and e:find('non%-suspended'), e)
              ok, e = pcall(coroutine.close, co) assert(not ok and e:find('cannot close'), e)
            end
            """
        )

        guard case .finished(let values) = machine.resume(owner, returning: [2]) else {
            Issue.record("did not finish")
            return
        }
        #expect(values == ["cannot resume dead coroutine"])
    }

    @Test func `Runs many coroutines by turns`() throws {
        let function = try machine.load("local n = ... return h.get(n) + h.get(n)", name: "x")
        let coroutines = try (1...50).map { try machine.start(function, [.integer($0)]) }
        for coroutine in coroutines { _ = machine.step(coroutine) }

        for (index, coroutine) in coroutines.enumerated().reversed() {
            guard case .waiting = machine.resume(coroutine, returning: [.integer(index)]),
                case .finished(let values) = machine.resume(coroutine, returning: [1])
            else {
                Issue.record("did not finish")
                return
            }
            #expect(values == [.integer(index + 1)])
        }
    }

    @Test func `Says what is wrong with a resume`() throws {
        let coroutine = try machine.start(machine.load("h.get(1)", name: "x"))

        guard case .failed(let early) = machine.resume(coroutine, returning: []) else {
            Issue.record("resumed")
            return
        }
        _ = machine.step(coroutine)
        guard case .failed(let waiting) = machine.step(coroutine) else {
            Issue.record("stepped")
            return
        }
        machine.abandon(coroutine)
        guard case .failed(let late) = machine.step(coroutine) else {
            Issue.record("stepped")
            return
        }

        #expect([early, waiting, late].map(\.kind) == [.usage, .usage, .usage])
        #expect(late.message == "coroutine has ended")
    }
}
