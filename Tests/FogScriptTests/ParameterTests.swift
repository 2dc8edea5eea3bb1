import FogModel
import FogOperations
import FogScript
import FogSession
import Foundation
import Testing

/// Parameters of workflows, from their description to what the script gets.
@Suite struct ParameterTests {
    let stage = Stage()

    private func describe(_ parameter: String) -> SessionEvent? {
        let text = "return workflow{ summary = 'x', run = print, parameters = { p = { \(parameter) } } }"
        return stage.session.receive([.describe(ScriptSource(name: "w.lua", text: text))]).last
    }

    /// Runs a workflow with one parameter that prints what `expression` makes of `args.p`.
    private func printed(
        _ parameter: String,
        _ value: ScriptValue?,
        _ expression: String = "args.p"
    ) throws -> String? {
        try stage.run(
            """
            return workflow{ summary = 'x', parameters = { p = { \(parameter) } },
              run = function(args) print(\(expression)) end }
            """,
            arguments: value.map { ["p": $0] } ?? [:]
        )
        return stage.printed.last
    }

    @Test(arguments: [
        (
            "type = 'size', default = '4G', min = '1M', max = 8589934592",
            ParameterDescription(
                name: "p",
                kind: .size,
                fallback: .integer(4 << 30),
                minimum: 1_048_576,
                maximum: 8_589_934_592
            )
        ),
        (
            "type = 'string', list = true, length = { 1, 8 }, pattern = '%a+', default = { 'a', 'b' }",
            ParameterDescription(
                name: "p",
                kind: .string,
                isList: true,
                fallback: .list([.string("a"), .string("b")]),
                length: 1...8,
                pattern: "%a+"
            )
        ),
        ("type = 'string', length = 8", ParameterDescription(name: "p", kind: .string, length: 0...8)),
        (
            "type = 'time', default = '22:00'",
            ParameterDescription(name: "p", kind: .time, fallback: .string("22:00"))
        ),
        (
            "type = 'task_type', default = 'fast_wipe'",
            ParameterDescription(name: "p", kind: .taskType, fallback: .string("fast_wipe"))
        ),
        ("type = 'secret', required = true", ParameterDescription(name: "p", kind: .secret, isRequired: true)),
        ("type = 'file', list = true", ParameterDescription(name: "p", kind: .file, isList: true)),
    ])
    func `Describes each type`(text: String, parameter: ParameterDescription) {
        #expect(describe(text) == .described(WorkflowDescription(summary: "x", parameters: [parameter])))
    }

    @Test(arguments: [
        ("type = 'size', default = '4GB'", "default does not fit: a size such as \"512M\" or \"4G\" expected, got"),
        ("type = 'size', default = '1K', min = '1M'", "default does not fit: 1M or more expected"),
        ("type = 'size', default = -1", "default does not fit: a size"),
        ("type = 'duration', default = '1d', max = '2h'", "default does not fit: 2h or less expected"),
        ("type = 'time', default = '25:00'", "default does not fit: a time such as \"22:00\""),
        ("type = 'task_type', default = 'fast_wip'", "did you mean \"fast_wipe\"?"),
        ("type = 'string', default = 'a b', pattern = '%a+'", "default does not fit: a text of the form %a+ expected"),
        ("type = 'string', default = 'abc', length = 2", "default does not fit: at most 2 characters expected"),
        ("type = 'string', pattern = '('", "pattern \"(\" has a capture"),
        ("type = 'string', pattern = 1", "pattern is a text, not number"),
        ("type = 'string', length = { 3, 2 }", "length is the most characters"),
        ("type = 'string', length = -1", "length is the most characters"),
        ("type = 'string', length = { 1 }", "length is the most characters"),
        ("type = 'integer', length = 3", "length belongs to type = \"string\" only"),
        ("type = 'integer', pattern = 'x'", "pattern belongs to type = \"string\" only"),
        ("type = 'integer', list = true, default = 3", "default of a list is a list, not number"),
        ("type = 'integer', list = true, default = { 'x' }", "default does not fit: integer expected"),
        ("type = 'hosts', list = true", "a hosts cannot be a list; a selector is a list already"),
        ("type = 'secret', list = true", "a secret cannot be a list"),
        ("type = 'secret', default = 'hunter2'", "a secret has no default"),
        ("type = 'file', default = 'a.csv'", "a file has no default"),
        ("type = 'host', min = 1", "min belongs to numbers, durations and sizes only"),
        ("type = 'snappin'", "unknown type \"snappin\"; did you mean \"snapin\"?"),
        ("type = 'secret' }, p_file = { type = 'string'", "has the flag of the file of the secret \"p\""),
    ])
    func `Refuses what does not hold`(text: String, message: String) {
        guard case .notDescribed(let failure)? = describe(text) else {
            Issue.record("was described")
            return
        }

        #expect(failure.kind == .usage)
        #expect(failure.message.contains(message), "\(failure.message)")
        #expect(!failure.message.contains("hunter2"))
    }

    @Test func `Gives a row of each class by name or by number`() throws {
        stage.override = { operation in
            guard case .rows(.find(.snapin, let key)) = operation else { return nil }
            var snapin = Snapin(id: number(7))
            (snapin.name, snapin.isEnabled) = ("7", true)
            return .success(.rows(key == .name("7") ? [snapin] : []))
        }

        #expect(try printed("type = 'snapin'", .string("7")) == "Snapin 7 \"7\"")
        #expect(try printed("type = 'image'", .string("2"), "args.p.name") == "Debian 12")
        #expect(
            try printed(
                "type = 'host', list = true",
                .list([.string("office-1"), .integer(1)]),
                "#args.p, args.p[1].name"
            ) == "2\toffice-1"
        )
    }

    @Test func `Gives the task type that the server has, and says where it has none`() throws {
        stage.override = { operation in
            guard case .rows(.list(.taskType, _)) = operation else { return nil }
            var type = TaskType(id: number(18))
            type.name = "Fast Wipe"
            return .success(.rows([type]))
        }

        #expect(try printed("type = 'task_type'", .string("fast_wipe")) == "TaskType 18 \"Fast Wipe\"")
        let failure = #expect(throws: ScriptFailure.self) { try printed("type = 'task_type'", .string("virus_scan")) }
        #expect(failure?.message.contains("the server has no task type virus_scan; it has Fast Wipe") == true)
    }

    @Test(arguments: [
        // 2027-01-15 08:00:00 UTC is now: 09:00 in Berlin.
        ("22:00", "Europe/Berlin", 1_800_046_800), ("09:00", "Europe/Berlin", 1_800_000_000),
        ("08:59:59", "Europe/Berlin", 1_800_086_399), ("22:00", "UTC", 1_800_050_400),
        ("2027-07-01 12:00", "Europe/Berlin", 1_814_436_000), ("2027-07-01 12:00", "UTC", 1_814_443_200),
        ("2027-07-01", "America/New_York", 1_814_414_400), ("1800000001", "Europe/Berlin", 1_800_000_001),
        // Clocks skip from 02:00 to 03:00 on 2027-03-28, and go back from 03:00 to 02:00 on 2027-10-31.
        ("2027-03-28 02:30", "Europe/Berlin", 1_806_197_400), ("2027-10-31 02:30", "Europe/Berlin", 1_824_946_200),
    ])
    func `Gives times as instants by the server's clock`(text: String, zone: String, instant: Int) throws {
        stage.override = { operation in
            guard case .server(.zoneOffset(let instant)) = operation else { return nil }
            let date = Date(timeIntervalSince1970: Double(instant))
            return .success(.zone(ZoneSpan(offset: TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0)))
        }

        #expect(try printed("type = 'time'", .string(text)) == String(instant))
    }

    @Test func `Gives a file with its name and text, and a size in bytes`() throws {
        let file = FileValue(name: "hosts.csv", text: "\u{FEFF}name;mac\r\n").value

        #expect(try printed("type = 'file'", file, "args.p.name, #args.p.text") == "hosts.csv\t13")
        #expect(try printed("type = 'file', list = true", .list([file, file]), "#args.p") == "2")
        #expect(try printed("type = 'size', default = '1K'", nil) == "1024")
        #expect(try printed("type = 'string', list = true", nil) == "nil")
    }

    @Test func `Gives a secret that shows nothing`() throws {
        let value = ScriptValue.secret(SealedText("hunter2"))
        let ways = [
            "args.p", "tostring(args.p)", "string.format('%s', args.p)", "pcall(function() return 'x' .. args.p end)",
            "pcall(function() return args.p.text end)", "pcall(string.len, args.p)", "pcall(error, args.p)",
            "next({ args.p })",
        ]
        for way in ways { _ = try printed("type = 'secret'", value, way) }
        let text = "return workflow{ summary = 'x', parameters = { p = { type = 'secret' } }, run = "

        let result = try stage.run(text + "function(args) return { args.p } end }", arguments: ["p": value])
        let failure = stage.failure(text + "function(args) error(args.p) end }", arguments: ["p": value])

        #expect(result == .list([.string("(secret)")]))
        #expect(failure?.message.contains("(secret)") == true, "\(failure?.message ?? "")")
        #expect(stage.printed.first == "(secret)")
        #expect(!"\(stage.events) \(SessionSettings(arguments: ["p": value]))".contains("hunter2"))
    }

    @Test(arguments: [
        ("type = 'secret'", ScriptValue.string("hunter2"), "parameter \"p\": a secret expected"),
        ("type = 'file'", .string("hunter2"), "parameter \"p\": a file expected"),
        ("type = 'file'", .map(["name": .string("a")]), "parameter \"p\": a file expected"),
        ("type = 'string', list = true", .string("a"), "parameter \"p\": a list expected"),
        ("type = 'string', list = true", .list([.integer(1)]), "parameter \"p\": string expected"),
        ("type = 'string'", .list([.string("a")]), "parameter \"p\": string expected"),
        ("type = 'string', pattern = 'a+'", .string("b"), "parameter \"p\": a text of the form a+ expected"),
        ("type = 'size', max = '1K'", .integer(1025), "parameter \"p\": 1K or less expected"),
        ("type = 'time'", .string("soon"), "parameter \"p\": a time such as"),
        ("type = 'string', required = true", .none, "the workflow needs the parameter \"p\""),
    ])
    func `Checks again what the command line has let through`(text: String, value: ScriptValue, message: String) {
        let failure = #expect(throws: ScriptFailure.self) { try printed(text, value) }

        #expect(failure?.kind == .usage)
        #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "")")
    }
}
