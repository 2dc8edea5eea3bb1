import LuaKit
import Testing

@Suite struct ReferenceTests {
    let machine: LuaMachine

    init() throws {
        machine = try LuaMachine()
    }

    @Test func `Reads a table that stays in Lua, field by field`() throws {
        let coroutine = try machine.start(
            machine.load(
                "return { run = function(n) return n + 1 end, name = 'w', list = { 1, 2 } }",
                name: "x"
            ),
            tables: .references
        )
        guard case .finished(let values) = machine.step(coroutine), let table = values.first?.reference
        else {
            Issue.record("no reference")
            return
        }

        let run = try #require(try machine.field("run", of: table).reference)
        #expect(try machine.call(run, [41]) == [42])
        #expect(try machine.fieldNames(of: table).sorted() == ["list", "name", "run"])
        #expect(try machine.field("list", of: table) == [1, 2])
        #expect(try machine.field("missing", of: table) == .nil)
        #expect(table.type == .table)
        let error = #expect(throws: LuaError.self) { try machine.field("x", of: run) }
        #expect(error?.message == "table expected, got function")
    }

    @Test func `Releases what is dropped`() throws {
        let before = try machine.run("return collectgarbage('count')")[0].number ?? 0
        for _ in 0..<100 {
            _ = try machine.makeReference(LuaValue(String(repeating: "x", count: 10_000)))
        }
        _ = try machine.makeReference(.integer(1))
        try machine.collect()

        let after = try machine.run("return collectgarbage('count')")[0].number ?? 0
        #expect(after < before + 40)
    }

    @Test func `Outlives its machine`() throws {
        var reference: LuaReference?
        do {
            let machine = try LuaMachine()
            reference = try machine.makeReference(["x": 1])
            #expect(try machine.value(of: #require(reference)) == ["x": 1])
        }
        #expect(reference?.type == .table)
        reference = nil
    }

    @Test func `Puts functions into tables`() throws {
        let add = try machine.makeReference(
            LuaFunction("add") { (left: Int, right: Int) in left + right }
        )
        try machine.setGlobal("t", ["add": .reference(add), "list": [1, 2, 3]])

        #expect(try machine.run("return t.add(#t.list, 1)") == [4])
    }

    @Test func `Carries values there and back`() throws {
        let value: LuaValue = [
            "a": [1, 2.5, true, "text", ["deep": ["er": [.integer(.max), .integer(.min)]]]],
            "empty": .table(LuaTable()),
        ]
        #expect(try machine.value(of: machine.makeReference(value)) == value)
    }
}
