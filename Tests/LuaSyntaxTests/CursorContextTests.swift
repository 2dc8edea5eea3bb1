import LuaSyntax
import Testing

@Suite struct CursorContextTests {
    /// What stands before the cursor, and what it tells.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let context: CursorContext
        var testDescription: String { text }

        init(
            _ text: String,
            _ subject: CursorContext.Subject,
            _ prefix: String = "",
            _ call: CursorContext.Call? = nil
        ) {
            self.text = text
            context = CursorContext(subject, prefix: prefix, call: call)
        }
    }

    static let fogHost = ValueChain("fog", [.field("host")])
    static let fogTask = ValueChain("fog", [.field("task")])
    static let each = ValueChain("flow", [.field("each")])

    static let names: [Case] = [
        Case("", .name), Case("  ", .name), Case("fo", .name, "fo"), Case("x = fo", .name, "fo"), Case("x = ", .name),
        Case("for", .name, "for"), Case("local x", .nothing, "x"), Case("local ", .nothing),
        Case("function f", .nothing, "f"),
        Case("x = 12", .nothing), Case("-- fo", .nothing), Case("--[[ fo", .nothing), Case("--[[ a ]] fo", .name, "fo"),
        Case("x = 1 -- fo\nfo", .name, "fo"), Case("if a then fo", .name, "fo"), Case("(fo", .name, "fo"),
        Case("{ fo", .name, "fo"), Case("x = 'a' .. fo", .name, "fo"),
    ]

    static let fields: [Case] = [
        Case("fog.", .field(of: ValueChain("fog"))), Case("fog.ho", .field(of: ValueChain("fog")), "ho"),
        Case("a.b.c", .field(of: ValueChain("a", [.field("b")])), "c"), Case("a . b", .field(of: ValueChain("a")), "b"),
        Case("h:", .method(of: ValueChain("h"))), Case("h:ta", .method(of: ValueChain("h")), "ta"),
        Case("x = fog.ho", .field(of: ValueChain("fog")), "ho"),
        Case("hosts[1].n", .field(of: ValueChain("hosts", [.item(1)])), "n"),
        Case("t['a b'].n", .field(of: ValueChain("t", [.entry("a b")])), "n"),
        Case("t[i].n", .field(of: ValueChain("t", [.unknown])), "n"),
        Case("fog.host('pc').n", .field(of: ValueChain("fog", [.field("host"), .call])), "n"),
        Case("fog.host'pc':", .method(of: ValueChain("fog", [.field("host"), .call]))),
        Case("f{ a = 1 }.", .field(of: ValueChain("f", [.call]))), Case("('x'):", .method(of: nil)),
        Case("h:inventory().sys", .field(of: ValueChain("h", [.method("inventory"), .call])), "sys"),
        Case("f(a.b, c.", .field(of: ValueChain("c")), "", .init(ValueChain("f"), argument: 1)),
        Case("t[\"na", .key(of: ValueChain("t"), quote: "\""), "na"),
        Case("a.b['", .key(of: ValueChain("a", [.field("b")]), quote: "'")),
    ]

    static let calls: [Case] = [
        Case("fog.host(", .name, "", .init(fogHost, argument: 0)),
        Case("fog.host(\"pc", .text(quote: "\""), "pc", .init(fogHost, argument: 0)),
        Case("fog.task(\"pc\", '", .text(quote: "'"), "", .init(fogTask, argument: 1)),
        Case("fog.host\"pc", .text(quote: "\""), "pc", .init(fogHost, argument: 0)),
        Case("require \"fl", .text(quote: "\""), "fl", .init(ValueChain("require"), argument: 0)),
        Case("h:task('de", .text(quote: "'"), "de", .init(ValueChain("h", [.method("task")]), argument: 0)),
        Case("fog.task(f(1, 2), 'x", .text(quote: "'"), "x", .init(fogTask, argument: 1)),
        Case("fog.task({ 1, 2 }, x", .name, "x", .init(fogTask, argument: 1)),
        Case("fog.hosts('a,b", .text(quote: "'"), "a,b", .init(ValueChain("fog", [.field("hosts")]), argument: 0)),
        Case("f(g(", .name, "", .init(ValueChain("g"), argument: 0)),
        Case("f(g(1), ", .name, "", .init(ValueChain("f"), argument: 1)),
        Case("f((", .name, "", .init(ValueChain("f"), argument: 0)), Case("f(1)", .name),
        Case("x = \"abc", .text(quote: "\""), "abc"),
        Case("flow.each(hosts, function(h) h:", .method(of: ValueChain("h"))),
        Case("flow.each(hosts, function(h) local a, b = 1, 2 end, ", .name, "", .init(each, argument: 2)),
        Case("function f(a, ", .name), Case("if f(", .name, "", .init(ValueChain("f"), argument: 0)),
        Case("if (", .name), Case("return (", .name),
        Case("f('a\\'b", .nothing, "", .init(ValueChain("f"), argument: 0)),
    ]

    static let options: [Case] = [
        Case("f{", .option, "", .init(ValueChain("f"), argument: 0)),
        Case("f{ na", .option, "na", .init(ValueChain("f"), argument: 0)),
        Case("f(a, { ", .option, "", .init(ValueChain("f"), argument: 1)),
        Case("f(a, { b = 1, c", .option, "c", .init(ValueChain("f"), argument: 1, given: ["b"])),
        Case("f{ b = ", .name, "", .init(ValueChain("f"), argument: 0, option: "b", given: ["b"])),
        Case("f{ b = 'x", .text(quote: "'"), "x", .init(ValueChain("f"), argument: 0, option: "b", given: ["b"])),
        Case("f{ b = { 1 }, c = 2; ", .option, "", .init(ValueChain("f"), argument: 0, given: ["b", "c"])),
        Case("f({ 'a', 'b", .text(quote: "'"), "b", .init(ValueChain("f"), argument: 0)),
        Case(
            "h:update{ image = 'W",
            .text(quote: "'"),
            "W",
            .init(ValueChain("h", [.method("update")]), argument: 0, option: "image", given: ["image"])
        ),
        Case("x = { na", .name, "na"),
        Case("f(x, g{ a = 1, ", .option, "", .init(ValueChain("g"), argument: 0, given: ["a"])),
    ]

    @Test(arguments: names + fields + calls + options)
    func `Reads what stands before the cursor`(row: Case) {
        #expect(CursorContext(before: row.text) == row.context)
    }

    @Test func `Reads any beginning of a text without a fault`() {
        let text = """
            local flow = require("flow") -- now
            flow.each(fog.hosts([[group:Lab A]]), { parallel = 8 }, function(host)
              local ok, err = pcall(host.task, host, "deploy", { shutdown = true, name = 'x' .. host.name })
              if not ok then print(err.message:upper(), #"a\\"b") end
            end)
            """
        for length in 0...text.count { _ = CursorContext(before: String(text.prefix(length))) }
    }
}
