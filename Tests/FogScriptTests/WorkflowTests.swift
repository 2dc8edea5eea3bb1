import FogModel
import FogOperations
import FogScript
import FogSession
import Foundation
import Testing

@Suite struct WorkflowTests {
    let stage = Stage()

    private func describe(_ text: String) -> SessionEvent? {
        stage.session.receive([.describe(ScriptSource(name: "w.lua", text: text))]).last
    }

    @Test func `Describes a workflow without running it`() throws {
        let event = describe(
            """
            --- Images a room.
            ---
            --- Slowly, and
            --- with care.
            ---
            ---     foghorn run w.lua  --group A
            ---     foghorn run w.lua
            local flow = require("flow")
            return workflow {
              summary = "Images a room.",
              parameters = {
                parallel = { type = "integer", default = 8, min = 1, max = 64 },
                group = { type = "group", required = true, help = "Group to image" },
                age = { type = "duration", default = "15m" },
                mode = { type = "choice", choices = { "fast", "slow" }, default = "fast" },
              },
              permissions = { "read", "task:deploy" },
              run = function(args) error("not now") end,
            }
            """
        )

        let parameters: [ParameterDescription] = [
            .init(name: "group", kind: .group, isRequired: true, help: "Group to image"),
            .init(name: "age", kind: .duration, fallback: .integer(900)),
            .init(name: "mode", kind: .choice, fallback: .string("fast"), choices: ["fast", "slow"]),
            .init(name: "parallel", kind: .integer, fallback: .integer(8), minimum: 1, maximum: 64),
        ]
        #expect(
            event
                == .described(
                    WorkflowDescription(
                        summary: "Images a room.",
                        details: "Slowly, and with care.\n\n    foghorn run w.lua  --group A\n    foghorn run w.lua",
                        parameters: parameters,
                        permissions: ["read", "task:deploy"]
                    )
                )
        )
    }

    @Test(arguments: ["", "print(1)", "fog.hosts()", "pcall(fog.hosts) return 1", "require('flow').sleep(1)"])
    func `Describes a plain script as none`(text: String) {
        #expect(describe(text) == .described(nil))
    }

    @Test func `Tells a script that fails at once from one that has said something before`() throws {
        guard case .notDescribed(let failure)? = describe("error('early')") else {
            Issue.record("was described")
            return
        }

        #expect(failure.message == "w.lua:1: early")
        #expect(describe("print('hello') error('late')") == .described(nil))
    }

    @Test(arguments: [
        ("workflow(1)", "a table expected, got number"),
        ("workflow{ run = print }", "summary has to be one line of text"),
        ("workflow{ summary = 'x' }", "run has to be a function, not nil"),
        ("workflow{ sumary = 'x', run = print }", "unknown key \"sumary\"; did you mean \"summary\"?"),
        ("workflow{ summary = 'x', run = print, permissions = 'read' }", "permissions is a list of texts"),
        ("workflow{ summary = 'x', run = print, parameters = { 'a' } }", "parameters have names"),
        ("p{ kind = 'string' }", "parameter \"p\": unknown key \"kind\"; it takes"),
        ("p{ type = 'strin' }", "parameter \"p\": unknown type \"strin\"; did you mean \"string\"?"),
        ("p{}", "parameter \"p\": needs a type"),
        ("p{ type = 'integer', default = 'x' }", "parameter \"p\": default does not fit: integer expected"),
        ("p{ type = 'integer', default = 9, max = 8 }", "default does not fit: 8 or less expected"),
        ("p{ type = 'integer', min = 9, max = 8 }", "min is larger than max"),
        ("p{ type = 'string', min = 9 }", "min belongs to numbers, durations and sizes only"),
        ("p{ type = 'duration', default = 'soon' }", "a time such as \"90s\" or \"15m\" expected, got \"soon\""),
        ("p{ type = 'choice' }", "a choice needs them"),
        ("p{ type = 'choice', choices = { 'a' }, default = 'b' }", "\"b\" is none of a"),
        ("p{ type = 'hosts', default = 'id:x' }", "default does not fit: "),
        ("p{ type = 'string', required = true, default = 'b' }", "is required, so a default is never used"),
        (
            "workflow{ summary = 'x', run = print, parameters = { ['Bad-Name'] = { type = 'string' } } }",
            "parameter \"Bad-Name\": a name has small letters"
        ),
    ])
    func `Refuses a workflow that does not hold`(text: String, message: String) throws {
        let helper = "local function p(t) return workflow{ summary = 'x', run = print, parameters = { p = t } } end\n"
        guard case .notDescribed(let failure)? = describe(helper + "return " + text) else {
            Issue.record("was described")
            return
        }

        #expect(failure.kind == .usage)
        #expect(failure.message.contains("bad workflow: "))
        #expect(failure.message.contains(message))
        #expect(failure.line != nil)
    }

    static let roomText = """
        return workflow {
          summary = "x",
          parameters = {
            group = { type = "group", required = true }, image = { type = "image" }, host = { type = "host" },
            hosts = { type = "hosts" }, wait = { type = "duration", default = "2m" },
          },
          run = function(args)
            print(args.group, args.image, args.host, args.hosts and #args.hosts, args.wait)
            return { rows = { 1, 2 }, name = "done" }
          end,
        }
        """

    @Test func `Runs a workflow with its arguments as objects`() throws {
        let value = try stage.run(
            Self.roomText,
            arguments: [
                "group": .string("lab a"), "image": .integer(2), "host": .string("office-1"), "hosts": .string("lab-*"),
            ]
        )

        #expect(
            stage.printed == [
                "Group 1 \"Lab A\", 3 hosts\tImage 2 \"Debian 12\"\tHost 4 \"office-1\", 00:11:22:33:44:04,"
                    + " image \"Debian 12\"\t3\t120"
            ]
        )
        #expect(value == .map(["rows": .list([.integer(1), .integer(2)]), "name": .string("done")]))
    }

    @Test(
        arguments: [
            (["group": .string("Lab B")], "--group: no group named \"Lab B\"; did you mean \"Lab A\"?"),
            ([:], "the workflow needs the parameter \"group\""),
            (["grup": .string("x")], "the workflow has no parameter \"grup\"; did you mean \"group\"?"),
            (["group": .boolean(true)], "parameter \"group\": a name or a number expected"),
        ] as [([String: ScriptValue], String)]
    )
    func `Says which argument is wrong`(arguments: [String: ScriptValue], message: String) throws {
        let failure = try #require(stage.failure(Self.roomText, arguments: arguments))

        #expect(failure.message == message)
        #expect(failure.kind == .usage)
    }

    @Test(arguments: [("return '--n is odd'", "--n is odd"), ("error('oops', 0)", nil), ("return nil", nil)])
    func `Ends with what a workflow's own check finds wrong`(check: String, fault: String?) throws {
        let text = """
            return workflow{ summary = 'x', parameters = { n = { type = 'integer', default = 3 } },
              check = function(args) assert(args.n == 3) \(check) end,
              run = function() print('ran') end }
            """

        let failure = stage.failure(text)

        #expect(failure?.message == (check.hasPrefix("error") ? "oops" : fault))
        #expect(failure?.kind == (fault != nil ? .usage : check.hasPrefix("error") ? .script : nil))
        #expect(stage.printed == (failure == nil ? ["ran"] : []))
    }

    @Test func `Refuses a check that is no function`() throws {
        let failure = try #require(stage.failure("return workflow{ summary = 'x', check = 1, run = print }"))

        #expect(failure.message.hasSuffix("bad workflow: check has to be a function, not number"))
        #expect(failure.kind == .usage)
    }

    @Test func `Refuses a workflow that comes after an operation`() throws {
        let failure = try #require(stage.failure("fog.hosts()\n" + Self.roomText))

        #expect(failure.kind == .usage)
        #expect(failure.message.contains("before anything is asked of the server"))
    }

    @Test func `Runs the roll-out that comes with Foghorn`() throws {
        let path = "scripts/workflows/lab-rollout.lua"
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)

        try stage.run(text, arguments: ["group": .string("Lab A"), "image": .string("Debian 12")])

        #expect(stage.printed.last == "3 of 3 hosts done")
        #expect(stage.printed.dropLast().allSatisfy { $0.contains("HOST") || $0.contains("done") })
        #expect(stage.operations.filter { $0.isChange }.count == 6)
    }
}
