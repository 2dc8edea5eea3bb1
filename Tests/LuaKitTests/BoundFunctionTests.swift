import LuaKit
import Testing

@Suite struct BoundFunctionTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
    }

    @Test func `Calls functions of up to four parameters`() throws {
        try machine.setGlobal(LuaFunction("f.none") { 7 })
        try machine.setGlobal(LuaFunction("f.one") { (text: String) in text + "!" })
        try machine.setGlobal(LuaFunction("f.two") { (left: Int, right: Int) in left + right })
        try machine.setGlobal(
            LuaFunction("f.three") { (a: Double, b: Bool, c: Int?) in b ? a : Double(c ?? -1) }
        )
        try machine.setGlobal(
            LuaFunction("f.four") { (a: Int, b: Int, c: Int, d: Int) in a * b * c * d }
        )

        let values = try machine.run(
            "return f.none(), f.one 'hé', f.two(2, 3), f.three(1, false), f.four(1, 2, 3, 4)"
        )

        #expect(values == [7, "hé!", 5, -1.0, 24])
    }

    struct Misfit: Sendable, CustomTestStringConvertible {
        let source: String
        let message: String
        var testDescription: String { source }
    }

    @Test(arguments: [
        Misfit(
            source: "add(1)",
            message: "test.lua:1: bad argument #2 to 'add' (integer expected, got no value)"
        ),
        Misfit(
            source: "add({}, 1)",
            message: "test.lua:1: bad argument #1 to 'add' (integer expected, got table)"
        ),
        Misfit(
            source: "add(1.5, 1)",
            message: "test.lua:1: bad argument #1 to 'add' (integer expected, got number)"
        ),
        Misfit(
            source: "add(1, nil)",
            message: "test.lua:1: bad argument #2 to 'add' (integer expected, got nil)"
        ),
        Misfit(
            source: "add('x', 1)",
            message: "test.lua:1: bad argument #1 to 'add' (integer expected, got string)"
        ),
    ])
    func `Refuses an argument that does not fit, in Lua's words`(_ misfit: Misfit) throws {
        try machine.setGlobal(LuaFunction("add") { (left: Int, right: Int) in left + right })

        #expect(try machine.failure(of: misfit.source).message == misfit.message)
    }

    @Test func `Reads arguments in place`() throws {
        var seen: [String] = []
        try machine.setGlobal(
            LuaFunction(
                "see",
                raw: { arguments in
                    for index in 1...arguments.count + 1 {
                        let parts: [String?] = [
                            arguments.typeName(at: index), arguments.boolean(at: index).map(String.init),
                            arguments.integer(at: index).map(String.init),
                            arguments.number(at: index).map { "\($0)" },
                            arguments.string(at: index),
                        ]
                        seen.append(parts.compactMap(\.self).joined(separator: " "))
                    }
                    return .nothing
                }
            )
        )

        try machine.run("see(true, 1, 2.5, 'a', {}, print, nil)")

        #expect(
            seen == [
                "boolean true", "number 1 1.0", "number 2.5", "string a", "table", "nil", "nil", "no value",
            ]
        )
    }

    @Test func `Copies tables, and says why it cannot`() throws {
        var copies: [LuaValue] = []
        try machine.setGlobal(
            LuaFunction(
                "copy",
                raw: { arguments in
                    copies.append(try arguments.value(at: 1))
                    return .nothing
                }
            )
        )

        try machine.run("copy { 1, 'two', { x = true }, name = 'n', f = 1.5 }")
        let itself = try machine.failure(of: "local t = {} t.t = t copy(t)").message
        let key = try machine.failure(of: "copy { [7] = 1 }").message
        let deep = try machine.failure(of: "local t = {} for i = 1, 100 do t = { t } end copy(t)")
            .message

        #expect(
            copies == [
                .table(LuaTable(array: [1, "two", ["x": true]], fields: ["name": "n", "f": 1.5]))
            ]
        )
        #expect(itself == "test.lua:1: bad argument #1 to 'copy' (table contains itself)")
        #expect(key.contains("keys must be names, or 1, 2, 3 … without a gap"))
        #expect(key.contains("number 7"))
        #expect(deep.contains("nested more than 32 deep"))
    }

    @Test func `Keeps bytes that are no UTF-8`() throws {
        try machine.setGlobal(LuaFunction("same", raw: { .value(try $0.value(at: 1)) }))

        let values = try machine.run(#"return same "\xff\0x", #same "a\0b""#)

        #expect(values == [.string(LuaString(bytes: [0xFF, 0, 0x78])), 3])
    }

    @Test func `Raises what a function throws, with the place of the call`() throws {
        try machine.setGlobal(
            LuaFunction("fail") { () throws -> Int in throw Refusal(description: "no such host") }
        )

        let error = try machine.failure(of: "local x = 1\nfail()")

        #expect(error.kind == .script)
        #expect(error.message == "test.lua:2: no such host")
        #expect(error.location == LuaLocation(source: "test.lua", line: 2))
        #expect(error.traceback.contains("in function 'fail'"))
        #expect(try machine.run("return pcall(fail)") == [false, "no such host"])
    }

    @Test func `Calls back a function that the script gave`() throws {
        try machine.setGlobal(
            LuaFunction(
                "twice",
                raw: { arguments in
                    let function = try arguments.reference(at: 1)
                    let machine = arguments.machine
                    return .values(try machine.call(function, [1]) + machine.call(function, [2]))
                }
            )
        )

        #expect(try machine.run("return twice(function(n) return n * 10 end)") == [10, 20])
        let error = try machine.failure(of: "twice(function(n)\nerror('inner') end)")
        #expect(error.message == "test.lua:2: inner")
    }

    @Test func `Releases every closure with the machine`() throws {
        final class Tracked {}
        weak var tracked: Tracked?
        do {
            let machine = try LuaMachine()
            let object = Tracked()
            tracked = object
            try machine.setGlobal(LuaFunction("f") { () -> Int in withExtendedLifetime(object) { 1 } })
            try machine.run("f()")
            #expect(tracked != nil)
        }
        #expect(tracked == nil)
    }
}
