import FogSession
import Testing

@Suite struct CompletingTests {
    /// What stands before the cursor, after some chunks, and some of the candidates with those that are none.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let found: [String]
        let absent: [String]
        var testDescription: String { text }

        init(_ text: String, _ found: String..., not absent: [String] = []) {
            (self.text, self.found, self.absent) = (text, found, absent)
        }
    }

    static let setup = [
        "local flow = require 'flow'", "hosts = fog.hosts()",
        "lab = { host = hosts[1], list = hosts, ['a b'] = 1, [7] = 2 }",
        "job = flow.spawn(flow.sleep, 1)", "s = 'text'",
        "trap = setmetatable({}, { __index = function() error('read') end })",
    ]

    static let cases: [Case] = [
        Case("fo", "fog", "for", not: ["flow"]), Case("", "fog", "hosts", "local", "flow", "print", "string", "s"),
        Case("x = fl", "flow"), Case("fog.ho", "host", "hosts", "host_update", not: ["api", "task"]),
        Case("fog.ap", "api"),
        Case("fog.api.h", "history", "host"), Case("log.", "info", "warning", "error", "debug"),
        Case("hosts[1].", "name", "imageID", "image", not: ["task"]), Case("lab.host.na", "name"),
        Case("lab.list[2]:", "task", "update", "deploy"), Case("lab.", "host", "list", not: ["a b"]),
        Case("lab['", "host", "list", "a b"), Case("fog.host('x').pri", "primac"), Case("fog.host('x'):ta", "task"),
        Case("fog.hosts()[1].pri", "primac"), Case("hosts[1]:inventory().sys", "sysproduct"),
        Case("hosts[1].image.os", "osname"),
        Case("flow.ea", "each"), Case("flow.", "each", "spawn", "sleep", not: ["Job"]),
        Case("job:", "join", "cancel", "is_done"),
        Case("s:up", "upper"), Case("string.fo", "format"), Case("math.", "floor", "pi"), Case("os.", "time", "date"),
        Case("trap."),
        Case("unknown."), Case("local fo"),
        Case("require 'fl", "flow"), Case("require(\"", "json", "csv", "flow"), Case("fog.supports('pa", "paging"),
        Case("fog.task('pc', 'de", "deploy"), Case("hosts[1]:task('wa", "wake"),
        Case("flow.each(hosts, { pa", "parallel"),
        Case("hosts[1]:update{ ima", "image"), Case("hosts[1]:update{ image = 'x', ima", not: ["image"]),
        Case("fog.task('pc', 'deploy', { sh", "shutdown"),
    ]

    static func stage() throws -> PromptStage {
        let stage = PromptStage()
        for chunk in setup { try stage.enter(chunk) }
        return stage
    }

    static func completions(_ text: String, _ stage: PromptStage) -> Completions? {
        if case .completions(let completions)? = stage.ask(.complete(text)) { completions } else { nil }
    }

    @Test(arguments: cases)
    func `Finds what can follow`(row: Case) throws {
        let stage = try Self.stage()
        let before = stage.calls.count

        let completions = try #require(Self.completions(row.text, stage))

        let texts = completions.candidates.map(\.text)
        #expect(Set(row.found).subtracting(texts).isEmpty, "\(texts)")
        #expect(Set(row.absent).isDisjoint(with: texts), "\(texts)")
        if row.found.isEmpty, row.absent.isEmpty { #expect(texts.isEmpty, "\(texts)") }
        #expect(row.text.hasSuffix(completions.prefix))
        #expect(texts == texts.sorted())
        #expect(stage.calls.count == before)
    }

    static let names: [(text: String, kind: LiveNames.Kind?, prefix: String)] = [
        ("fog.hosts('lab-", .selector, "lab-"), ("fog.host('lab-", .selector, "lab-"), ("fog.deploy(\"", .selector, ""),
        ("fog.deploy({ 'a', 'b", .selector, "b"), ("fog.image('Wi", .rows(className: "Image"), "Wi"),
        ("fog.group \"La", .rows(className: "Group"), "La"),
        ("hosts[1]:update{ image = 'W", .rows(className: "Image"), "W"),
        ("fog.task('a", .rows(className: "Host"), "a"), ("fog.task('a', '", .rows(className: "TaskType"), ""),
        ("fog.run_snapins('a', '7", .rows(className: "Snapin"), "7"), ("fog.server('", .server, ""), ("x = '", nil, ""),
        ("print('", nil, ""), ("fog.host_update('a', { name = '", nil, ""),
        ("fog.task('pc', 'deploy', { name = '", nil, ""),
    ]

    @Test(arguments: names)
    func `Tells which names of the server a text can be`(text: String, kind: LiveNames.Kind?, prefix: String) throws {
        let stage = try Self.stage()

        let names = try #require(Self.completions(text, stage)).names

        #expect(names?.kind == kind)
        if kind != nil { #expect(names?.prefix == prefix) }
    }

    @Test func `Tells what is known of the call`() throws {
        let stage = try Self.stage()

        let function = try #require(Self.completions("fog.task('pc', ", stage)?.call)
        let method = try #require(Self.completions("hosts[1]:task('deploy', { shutdown = ", stage)?.call)
        let module = try #require(Self.completions("flow.each(hosts, ", stage)?.call)
        let global = try #require(Self.completions("print(1, 2, ", stage)?.call)

        #expect(function.signature == "fog.task(host, type[, options])")
        #expect(function.active == 1)
        #expect(function.parameters.map(\.name) == ["host", "type", "options"])
        #expect(method.signature == "Host:task(type[, options])")
        #expect(method.active == 1)
        #expect(method.option?.name == "shutdown")
        #expect(module.name == "flow.each")
        #expect(module.active == 1)
        #expect(global.active == 0)
        #expect(Self.completions("fog.task(", stage)?.call?.summary.isEmpty == false)
        #expect(Self.completions("nobody(", stage)?.call == nil)
        #expect(Self.completions("fog.task('pc', 'deploy', {}, ", stage)?.call?.active == nil)
    }

    @Test func `Cuts what is too much to tell`() throws {
        let stage = PromptStage()
        try stage.enter("t = {} for i = 1, 10000 do t['name' .. i] = i end")

        let completions = try #require(Self.completions("t.name", stage))

        #expect(completions.candidates.count == Completions.limit)
        #expect(completions.isCut)
    }
}
