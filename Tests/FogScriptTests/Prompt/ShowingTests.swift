import FogSession
import Testing

@Suite struct ShowingTests {
    static func text(_ text: String) -> ShownValue { .text(ShownText(text)) }

    @Test func `Shows a list of hosts as a table with the columns of its class`() throws {
        let stage = PromptStage()

        let values = try stage.values("fog.hosts()", limits: ShownLimits(rows: 2))

        guard case .rows(let rows)? = values.first else {
            Issue.record("\(values)")
            return
        }
        #expect(rows.className == "Host")
        #expect(rows.columns.map(\.name) == ["id", "name", "primac", "imagename", "deployed", "description"])
        #expect(rows.columns.map(\.isNumber) == [true, false, false, false, false, false])
        #expect(rows.columns.map(\.isTime) == [false, false, false, false, true, false])
        #expect(
            rows.rows.map { $0.prefix(2) } == [
                [.integer(1), Self.text("lab-a-1")], [.integer(2), Self.text("lab-a-2")],
            ]
        )
        #expect(rows.count == 4)
        #expect(rows.fields.contains("ADDomain"))
        #expect(stage.calls.count == 1)
    }

    @Test func `Shows the rest of a kept list, and other columns`() throws {
        let stage = PromptStage()
        try stage.enter("fog.hosts()")

        let answer = stage.ask(.show(ShowRequest("_1", first: 3, columns: ["name", "nothing"])))

        guard case .shown(.rows(let rows))? = answer else {
            Issue.record("\(String(describing: answer))")
            return
        }
        #expect(rows.columns.map(\.name) == ["name"])
        #expect(rows.rows == [[Self.text("lab-a-3")], [Self.text("office-1")]])
        #expect(rows.first == 3)
    }

    @Test func `Shows an object with all its fields, and what lies in it by a line`() throws {
        let stage = PromptStage()

        guard case .object(let host)? = try stage.values("fog.host('lab-a-1')").first else { return }
        let table = try stage.values("{ fog.host('lab-a-1'), 1 }")

        #expect(host.className == "Host")
        #expect(host.line.hasPrefix("Host 1 \"lab-a-1\""))
        #expect(host.fields.first == ShownField("id", .integer(1)))
        #expect(host.fields.contains { $0.name == "deployed" && $0.isTime && $0.value == .none })
        #expect(!host.fields.contains { $0.name == "image" })
        let inner = ShownObject(className: "Host", line: host.line, fields: [])
        #expect(
            table == [
                .table(ShownTable(list: [.object(inner), .integer(1)], listCount: 2, entries: [], entryCount: 0))
            ]
        )
    }

    @Test func `Shows tables with their cycles, within limits of depth and items`() throws {
        let stage = PromptStage()
        try stage.enter("t = { 1, { 2 }, name = 'n', [true] = 'b' } t.self = t t[2].up = t t[2].own = t[2]")

        let whole = try stage.values("t")
        let flat = try stage.values("t", limits: ShownLimits(items: 3, depth: 1))

        let inner = ShownTable(
            list: [.integer(2)],
            listCount: 1,
            entries: [ShownEntry(Self.text("own"), .repeated(up: 1)), ShownEntry(Self.text("up"), .repeated(up: 2))],
            entryCount: 2
        )
        let entries = [
            ShownEntry(Self.text("name"), Self.text("n")), ShownEntry(Self.text("self"), .repeated(up: 1)),
            ShownEntry(.boolean(true), Self.text("b")),
        ]
        #expect(
            whole == [
                .table(ShownTable(list: [.integer(1), .table(inner)], listCount: 2, entries: entries, entryCount: 3))
            ]
        )
        let cut = ShownTable(list: [.integer(1), .deeper(3)], listCount: 2, entries: [entries[0]], entryCount: 3)
        #expect(flat == [.table(cut)])
    }

    @Test func `Runs no code of a script's and asks for nothing`() throws {
        let stage = PromptStage()
        try stage.enter(
            """
            local function trap() error('run') end
            trap = setmetatable({ 1 }, {
              __name = 'Trap', __index = trap, __tostring = trap, __len = trap, __pairs = trap, __eq = trap })
            """
        )

        let shown = try stage.values("trap")

        #expect(
            shown == [.table(ShownTable(name: "Trap", list: [.integer(1)], listCount: 1, entries: [], entryCount: 0))]
        )
        #expect(stage.ask(.show(ShowRequest("trap[1]"))) == .shown(.integer(1)))
        #expect(stage.ask(.show(ShowRequest("trap.x.y"))) == .refused("\"trap.x.y\" leads to nothing"))
    }

    @Test func `Cuts long texts between characters`() throws {
        let stage = PromptStage()

        let shown = try stage.values("('é'):rep(100)", limits: ShownLimits(text: 5))

        #expect(shown == [.text(ShownText("éé", size: 200, isCut: true))])
    }

    @Test(arguments: ["", "1", "a b", "f()", "a.", "a[", "a[x]", "a[1", "nothing", "x.y.z"])
    func `Says where a path names no value`(path: String) throws {
        let stage = PromptStage()
        try stage.enter("x = 1")

        guard case .refused(let words)? = stage.ask(.show(ShowRequest(path))) else {
            Issue.record("\(path) is a value")
            return
        }
        #expect(words.contains("\"\(path)\""))
    }

    @Test func `Finds values by fields and places`() throws {
        let stage = PromptStage()
        try stage.enter("lab = { hosts = fog.hosts(), ['a b'] = { 7 } }")

        #expect(stage.ask(.show(ShowRequest("lab.hosts[2].name"))) == .shown(Self.text("lab-a-2")))
        #expect(stage.ask(.show(ShowRequest(" lab [ 'a b' ] [1] "))) == .shown(.integer(7)))
    }

    @Test func `Names modules and declared functions`() throws {
        let stage = PromptStage()

        #expect(try stage.values("require 'flow', fog.hosts") == [.other("module flow"), .function(name: "fog.hosts")])
    }

    @Test func `Writes a value as JSON and as CSV without keeping the text`() throws {
        let stage = PromptStage()
        try stage.enter("rows = { { a = 1, b = 'x,y' }, { a = 2 } }")
        try stage.enter("5")

        func text(_ text: String, _ form: ChunkForm) throws -> ShownValue? {
            guard case .done(let result) = try stage.enter(text, form: form) else { return nil }
            #expect(result.kept == nil)
            return result.values.first
        }

        #expect(try text("{ a = 1 }", .json) == Self.text("{\n  \"a\": 1\n}\n"))
        #expect(try text("rows", .json)?.description.contains("\"b\": \"x,y\"") ?? false)
        #expect(try text("rows", .csv) == Self.text("a,b\r\n1,\"x,y\"\r\n2,\r\n"))
        #expect(try text("{ 1, 2 }", .csv) == Self.text("value\r\n1\r\n2\r\n"))
        #expect(try text("fog.host('lab-a-1')", .csv)?.description.contains("lab-a-1") ?? false)
        #expect(try stage.values("_") == [.integer(5)])
        guard case .failed(let failure, _) = try stage.enter("print", form: .json) else { return }
        #expect(failure.message.contains("a function cannot be JSON"))
    }
}

extension ShownValue {
    /// Text of it; empty for anything else.
    fileprivate var description: String { if case .text(let text) = self { text.text } else { "" } }
}
