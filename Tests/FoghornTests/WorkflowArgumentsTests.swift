import FogSession
import Testing
import foghorn

@Suite struct WorkflowArgumentsTests {
    static let parameters = [
        ParameterDescription(name: "group", kind: .group, isRequired: true, help: "Group to image"),
        ParameterDescription(name: "parallel", kind: .integer, fallback: .integer(8), minimum: 1, maximum: 64),
        ParameterDescription(name: "max_age", kind: .duration),
        ParameterDescription(name: "wake", kind: .boolean, fallback: .boolean(true)),
        ParameterDescription(name: "mode", kind: .choice, choices: ["fast", "full"]),
        ParameterDescription(name: "only", kind: .hosts),
    ]

    @Test func `Reads values in each of their forms and fills in defaults`() throws {
        let words = ["--group", "Lab A", "--parallel=16", "--no-wake", "--max-age", "15m", "--mode", "full"]

        let values = try WorkflowArguments.read(words, Self.parameters)

        #expect(
            values == [
                "group": .string("Lab A"), "parallel": .integer(16), "wake": .boolean(false),
                "max_age": .integer(900), "mode": .string("full"),
            ]
        )
    }

    @Test func `Takes a boolean flag before another flag as yes`() throws {
        let values = try WorkflowArguments.read(["--wake", "--group", "x"], Self.parameters)

        #expect(values["wake"] == .boolean(true))
        #expect(values["parallel"] == .integer(8))
    }

    struct Fault: Sendable, CustomStringConvertible {
        var words: [String]
        var message: String
        var hint: String?
        var description: String { words.joined(separator: " ") }
    }

    @Test(arguments: [
        Fault(words: [], message: "the workflow needs --group", hint: "Group to image"),
        Fault(
            words: ["--gruop", "x"],
            message: "the workflow has no parameter --gruop",
            hint: "did you mean \"--group\"?"
        ),
        Fault(
            words: ["--group", "x", "--parallel", "many"],
            message: "--parallel takes a whole number, not \"many\""
        ),
        Fault(words: ["--group", "x", "--parallel", "65"], message: "--parallel takes 1 to 64, not \"65\""),
        Fault(
            words: ["--group", "x", "--mode", "ful"],
            message: "--mode takes fast or full, not \"ful\"",
            hint: "did you mean \"full\"?"
        ),
        Fault(
            words: ["--group", "x", "--max-age", "soon"],
            message: "--max-age takes a time such as 90s, 15m, 2h or 1d, not \"soon\""
        ),
        Fault(words: ["--group", "x", "--group", "y"], message: "--group is given twice"),
        Fault(words: ["--group"], message: "--group needs a value", hint: "Group to image"),
        Fault(
            words: ["--group", "Lab", "A"],
            message: "\"A\" belongs to no parameter",
            hint: "put quotes around values with blanks"
        ),
    ])
    func `Says what is wrong with the words`(_ fault: Fault) {
        let error = #expect(throws: UsageError.self) {
            _ = try WorkflowArguments.read(fault.words, Self.parameters)
        }

        #expect(error?.message == fault.message)
        if let hint = fault.hint { #expect(error?.hint == hint) }
    }

    @Test func `Points into a selector that does not hold`() {
        let error = #expect(throws: UsageError.self) {
            _ = try WorkflowArguments.read(["--group", "x", "--only", "a,,b"], Self.parameters)
        }

        #expect(error?.text.hasPrefix("--only: a term is missing before the comma\na,,b\n  ^\nhint: ") == true)
    }

    @Test func `Renders a workflow's help from its description`() {
        let description = WorkflowDescription(
            summary: "Re-images a group.",
            parameters: Array(Self.parameters.prefix(2)),
            permissions: ["read", "task:deploy"]
        )

        let text = WorkflowHelp.text(description, file: "lab.lua")

        #expect(
            text.hasPrefix("Re-images a group.\n\nUSAGE: foghorn run lab.lua [--server NAME | --sim] --group GROUP")
        )
        #expect(text.contains("  --group GROUP       Group to image (required)\n"))
        #expect(text.contains("  --parallel INTEGER  (1 to 64; default 8)\n"))
        #expect(text.contains("NEEDS: read, task:deploy\n"))
    }
}
