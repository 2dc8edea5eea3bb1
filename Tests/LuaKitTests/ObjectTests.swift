import LuaKit
import Testing

private final class Machine: Sendable {
    let id: Int
    let name: String?
    init(id: Int, name: String?) {
        self.id = id
        self.name = name
    }
}

private final class Sheet: Sendable {
    let record: LuaRecord

    init(_ values: [LuaValue]) { record = LuaRecord(values) }

    static var type: LuaObjectType<Sheet> {
        var type = LuaObjectType<Sheet>(
            "Sheet",
            fields: ["a", "b", "c", "d", "e", "f"].map { .init($0) }
        )
        type.record = \.record
        return type
    }
}

@Suite struct ObjectTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
        var type = LuaObjectType<Machine>(
            "Host",
            fields: [
                .init("id") { .integer($0.id) }, .init("name") { $0.name.map { LuaValue($0) } ?? .nil },
                .init("broken") { _ in throw Refusal(description: "cannot read") },
            ],
            methods: [
                (
                    "double",
                    LuaFunction(
                        "host:double",
                        raw: { arguments in
                            guard let host = arguments.object(at: 1, as: Machine.self) else {
                                throw LuaError(.script, "Host expected, got \(arguments.typeName(at: 1))")
                            }
                            return .value(.integer(host.id * 2))
                        }
                    )
                )
            ],
            charge: { _ in 1000 },
            text: { "Host \($0.id)" },
            isEqual: { $0.id == $1.id }
        )
        let triple = try machine.load("return function(self, more) return self.id * 3 + more end", name: "triple")
        let values = try machine.call(triple, tables: .references)
        type.scripted = [("triple", try #require(values.first?.reference))]
        type.called = [
            (
                "twin",
                LuaFunction(
                    "Host.twin",
                    waits: true,
                    raw: { .suspend(for: "\($0.object(at: 1, as: Machine.self)?.id ?? 0)") }
                )
            ),
            (
                "near",
                LuaFunction(
                    "Host.near",
                    raw: { arguments in
                        guard let host = arguments.object(at: 1, as: Machine.self), arguments.count == 1 else {
                            throw LuaError(.script, "\(arguments.count) arguments")
                        }
                        if host.id > 3 { return .value(.object(Machine(id: host.id + 1, name: nil))) }
                        try arguments.requireWait()
                        return .suspend(for: "\(-host.id)")
                    }
                )
            ),
        ]
        type.length = { $0.id }
        type.unknownField = { _, key in "Host has no field '\(key)'; did you mean 'id'?" }
        try machine.declare(type)
        try machine.setGlobal(
            LuaFunction(
                "host",
                raw: { .value(.object(Machine(id: $0.integer(at: 1) ?? 0, name: $0.string(at: 2)))) }
            )
        )
    }

    @Test func `Reads fields, calls methods, compares and words objects`() throws {
        let values = try machine.run(
            "local h = host(4, 'pc') return h.id, h.name, host(1).name, h:double(), h == host(4), h == host(5), tostring(h), #h"
        )

        #expect(values == [4, "pc", .nil, 8, true, false, "Host 4", 4])
    }

    @Test func `Calls methods that are written in Lua`() throws {
        #expect(try machine.run("return host(4):triple(1), pcall(host(1).triple)").first == 13)
    }

    @Test func `Reads fields that wait, wherever Lua reads a field`() throws {
        let answer: (String) throws -> [LuaValue] = { token in
            guard let id = Int(token), id >= 0 else { throw Refusal(description: "no host \(token)") }
            return [.object(Machine(id: id * 10, name: "twin"))]
        }
        let source = """
            local h = host(4)
            local name = "twin"
            local function chain(x) return x.near.twin.id end
            local list = {}
            for i = 1, 3 do list[i] = host(i).twin.id + host(i)[name].id end
            local wrapped = coroutine.wrap(function() coroutine.yield(h.twin.id) end)()
            local proxy = setmetatable({}, { __index = function(_, key) return h[key] end })
            local ok, failure = pcall(function() return host(2).near end)
            return h.twin.id, h.near.id, chain(h), list, wrapped, proxy.twin.name, ok, failure, h.twin == host(40),
              #h.twin, h.twin.name .. h.twin.name, host(4).twin.twin.id
            """

        #expect(
            try machine.run(source, answer: answer) == [
                40, 5, 50, [20, 40, 60], 40, "twin", false, "test.lua:8: no host -2", true, 40, "twintwin", 400,
            ]
        )
        let names = try machine.run(
            "local n = {} for k in pairs(host(3)) do n[#n + 1] = k if k == 'id' then break end end return n"
        )
        #expect(names == [["id"]])
    }

    @Test(arguments: ["id", "name", "twin", "near"])
    func `Reads no field that waits where it cannot`(name: String) throws {
        let source = "local h, n = host(2), 0 table.sort({ 1, 2 }, function(a, b) n = h.\(name) return a < b end)"
        guard ["twin", "near"].contains(name) else {
            _ = try machine.run(source)
            return
        }

        let failure = try machine.failure(of: source)
        #expect(failure.message.hasPrefix("test.lua:1: 'Host.\(name)' cannot wait inside a table.sort comparison"))
    }

    @Test func `Reads fields of a record, and asks Swift for none of them`() throws {
        let bytes = LuaString(bytes: [0xFF, 0, 0x41])
        try machine.declare(Sheet.type)
        try machine.setGlobal(
            "sheet",
            .object(Sheet([1, "text", .nil, LuaValue(["a", "b"]), ["deep": LuaValue([true])], .string(bytes)]))
        )
        try machine.setGlobal("empty", .object(Sheet(Array(repeating: .nil, count: 6))))

        let values = try machine.run(
            """
            local names = {}
            for name, value in pairs(sheet) do names[#names + 1] = name end
            return sheet.a, sheet.b, sheet.c, sheet.d[2], sheet.e.deep[1], #sheet.f, table.concat(names), next({ pairs(empty)(empty) })
            """
        )

        #expect(values == [1, "text", .nil, "b", true, 3, "abdef", .nil])
        #expect(try machine.failure(of: "return sheet.g").message.hasPrefix("test.lua:1: Sheet has no field"))
        #expect(Sheet([7, .nil, "x", .nil, .nil, .nil]).record.integer(at: 0) == 7)
        #expect(Sheet([7, .nil, "x", .nil, .nil, .nil]).record.integer(at: 2) == nil)
    }

    @Test func `Keeps an object with a record while Lua can reach it`() throws {
        try machine.declare(Sheet.type)
        try machine.setGlobal(
            LuaFunction(
                "make",
                raw: { _ in .value(.object(Sheet(Array(repeating: "long enough for a heap", count: 6)))) }
            )
        )

        let values = try machine.run(
            """
            local kept = {}
            for i = 1, 5000 do kept[i % 50 + 1] = make() local waste = ("x"):rep(i * 100) end
            local sum = 0
            for _, sheet in ipairs(kept) do sum = sum + #sheet.f end
            return sum
            """
        )

        #expect(values == [.integer(50 * 22)])
    }

    struct Misuse: Sendable, CustomTestStringConvertible {
        let source: String
        let message: String
        var testDescription: String { source }
    }

    @Test(arguments: [
        Misuse(
            source: "return host(1).idd",
            message: "test.lua:1: Host has no field 'idd'; did you mean 'id'?"
        ),
        Misuse(source: "host(1).id = 2", message: "test.lua:1: Host is read-only: cannot set 'id'"),
        Misuse(source: "return host(1).broken", message: "test.lua:1: cannot read"),
        Misuse(source: "host(1).double({})", message: "test.lua:1: Host expected, got table"),
        Misuse(source: "return host(1) + 1", message: "attempt to perform arithmetic on a Host value"),
        Misuse(source: "setmetatable(host(1), {})", message: "table expected, got Host"),
    ])
    func `Says what is wrong with an access`(_ misuse: Misuse) throws {
        #expect(try machine.failure(of: misuse.source).message.contains(misuse.message))
    }

    @Test func `Lists fields that are set, in order`() throws {
        let source =
            "local names = {} for k, v in pairs(host(3, 'x')) do names[#names + 1] = k .. '=' .. v end return names"
        let error = try machine.failure(of: source)

        #expect(error.message == "test.lua:1: cannot read")
        #expect(
            try machine.run(
                "local n = {} local f, s = pairs(host(3)) local k, v = f(s) return k, v, getmetatable(s)"
            )
                == ["id", 3, false]
        )
    }

    @Test func `Gives back the same instance`() throws {
        let host = Machine(id: 9, name: nil)
        try machine.setGlobal("h", .object(host))
        var seen: Machine?
        try machine.setGlobal(
            LuaFunction(
                "take",
                raw: { arguments in
                    seen = arguments.object(at: 1, as: Machine.self)
                    return .nothing
                }
            )
        )

        let values = try machine.run("take(h) return h, { h }")

        #expect(seen === host)
        #expect(values == [.object(host), [.object(host)]])
    }

    @Test func `Charges objects and releases them all`() throws {
        weak var weakHost: Machine?
        // What the machine was opened with is garbage by now, and may go at any step.
        try machine.collect()
        let before = machine.memoryUsed
        do {
            let host = Machine(id: 1, name: nil)
            weakHost = host
            try machine.setGlobal("h", .object(host))
        }
        #expect(machine.memoryUsed >= before + 1000)
        #expect(weakHost != nil)

        try machine.run("h = nil")
        try machine.collect()
        #expect(weakHost == nil)
    }

    @Test func `Lets an object that a weak table still shows fail cleanly`() throws {
        let source = """
            local weak = setmetatable({}, { __mode = 'k' })
            for i = 1, 2000 do weak[host(i)] = true end
            for h in pairs(weak) do local ok, e = pcall(function() return h.id end) assert(ok or e:find('released'), e) end
            return true
            """
        #expect(try machine.run(source) == [true])
    }
}
