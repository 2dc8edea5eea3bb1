import FogModel
import FogREPL
import FogSession
import Terminal
import Testing

@Suite struct ValuePrintingTests {
    private func printed(_ value: ShownValue, width: Int = 60) -> [String] {
        ValuePrinter(width: width) { "at \(Int($0))" }.lines(value)
    }

    private static func text(_ text: String) -> ShownValue { .text(ShownText(text)) }

    private static func table(_ list: [ShownValue], _ entries: [(String, ShownValue)] = []) -> ShownValue {
        .table(
            ShownTable(
                list: list,
                listCount: list.count,
                entries: entries.map { ShownEntry(text($0), $1) },
                entryCount: entries.count
            )
        )
    }

    @Test(
        arguments: [
            (.none, "nil"), (.boolean(true), "true"), (.integer(-3), "-3"), (.number(0.5), "0.5"),
            (.number(.infinity), "inf"),
            (text("say \"hi\"\t\\"), "\"say \\\"hi\\\"\\t\\\\\""), (text("a\u{1B}[31m"), "\"a<ESC>[31m\""),
            (.text(ShownText("abc", size: 9000, isCut: true)), "\"abc…\" (9000 bytes)"),
            (.function(name: "fog.task"), "function fog.task"), (.function(name: nil), "function"),
            (.other("thread"), "thread"),
            (table([]), "{}"), (table([.integer(1), text("b")]), "{ 1, \"b\" }"),
            (
                table([], [("a", .integer(1)), ("end", .none), ("b c", .boolean(false))]),
                "{ a = 1, [\"end\"] = nil, [\"b c\"] = false }"
            ),
            (
                table([.repeated(up: 1), .repeated(up: 2), .deeper(3)]),
                "{ {the table around it}, {the table 2 levels up}, {… 3 entries} }"
            ),
        ] as [(ShownValue, String)]
    )
    func `Prints a value of one line as Lua would read it`(value: ShownValue, line: String) {
        #expect(printed(value, width: 80) == [line])
    }

    @Test func `Prints a text of several lines as it stands`() {
        #expect(printed(Self.text("one\ntwo\u{7}\n")) == ["one", "two<BEL>", ""])
        #expect(printed(.text(ShownText("a\nb", size: 7000, isCut: true))) == ["a", "b", "… 7000 bytes in all"])
    }

    @Test func `Prints an object as the list of its fields, unset ones together`() {
        let host = ShownObject(
            className: "Host",
            line: "Host 7 pc-007",
            fields: [
                ShownField("name", Self.text("pc-007")), ShownField("ip", .none),
                ShownField("deployed", isTime: true, .integer(86_400)),
                ShownField("macs", Self.table([Self.text("a"), Self.text("b")])), ShownField("location", .none),
            ]
        )

        #expect(
            printed(.object(host)) == [
                "Host 7 pc-007", "  name      pc-007", "  deployed  at 86400", "  macs      a b", "  nil: ip, location",
            ]
        )
    }

    @Test func `Breaks a table that is too wide, and says what is left out`() {
        let inner = Self.table((1...9).map { .integer($0 * 1_000_000) })
        var value = ShownTable(
            name: "Plan",
            list: [inner],
            listCount: 4,
            entries: [ShownEntry(.integer(0), Self.text(String(repeating: "x", count: 90)))],
            entryCount: 2
        )
        let lines = printed(.table(value), width: 40)
        value.name = nil

        #expect(lines.first == "Plan {")
        #expect(lines[1] == "  {")
        #expect(lines[2] == "    1000000,")
        #expect(lines.contains("  … 3 more items; :page shows them"))
        #expect(lines.contains("  … 1 more entry"))
        #expect(lines.last == "}")
        #expect(lines.map(TextWidth.columns).allSatisfy { $0 <= 40 }, "\(lines)")
        #expect(printed(.table(value), width: 40).first == "{")
    }

    @Test func `Tells nothing by colour alone`() {
        let values: [ShownValue] = [.none, .integer(3), Self.text("a"), Self.table([.integer(1)])]
        for value in values {
            let plain = printed(value)
            let coloured = ValuePrinter(width: 60, palette: .coloured) { "\($0)" }.lines(value)
            let stripped = coloured.map { $0.replacing(/\u{1B}\[[0-9]*m/, with: "") }
            #expect(stripped == plain)
        }
    }

    @Test func `Shows the place of a fault, with a caret where it is known`() {
        let printer = FaultPrinter(width: 60)
        let text = "local ä = 1\nif x thn"

        #expect(
            printer.lines(SyntaxFault(message: "'then' expected near 'thn'", line: 2, column: 6), in: text)
                == ["error: 'then' expected near 'thn'", "  2 | if x thn", "           ^"]
        )
        #expect(
            printer.lines(SyntaxFault(message: "unexpected symbol", line: 1, column: nil), in: text)
                == ["error: unexpected symbol", "  1 | local ä = 1"]
        )
    }

    @Test func `Says why a chunk failed, on which line, and what to do now`() {
        let error = FogError(.notFound, "no host named \"x\"", hint: "did you mean \"y\"?")
        let failure = ScriptFailure(
            .script,
            "prompt:3:2: no host named \"x\"",
            error: error,
            source: "prompt:3",
            line: 2
        )

        #expect(
            FaultPrinter(width: 60).lines(failure, in: "prompt:3", "local a\nfog.host('x')") == [
                "error: prompt:3:2: no host named \"x\"", "  2 | fog.host('x')", "hint: did you mean \"y\"?",
            ]
        )
        #expect(FaultPrinter(width: 60).lines(failure, in: "prompt:3", "fog.host('x')").count == 2)
    }
}
