import FogREPL
import Testing

@Suite struct WorkflowSkeletonTests {
    /// Lines within the function that runs.
    private func body(_ inputs: [SavedInput], _ names: [String] = []) -> [String] {
        let text = WorkflowSkeleton.text(inputs: inputs, names: names, permissions: ["read"], date: "today")
        let lines = text.split(separator: "\n").map(String.init)
        let start = lines.firstIndex(of: "local function run()") ?? 0
        return Array(lines[(start + 1)..<(lines.firstIndex(of: "end") ?? lines.count)])
    }

    @Test func `Prints what was an expression, with its comment`() {
        #expect(
            body([SavedInput(number: 1, text: "1 + 1; -- two", isExpression: true)]) == ["  -- two", "  print(1 + 1)"]
        )
        #expect(
            body([SavedInput(number: 1, text: "return 5", isExpression: true)]) == [
                "  print((function() return 5", "  end)())",
            ]
        )
    }

    @Test func `Declares globals of the session that are used, and no other names`() {
        let inputs = [
            SavedInput(number: 1, text: "lab = fog.hosts()", isExpression: false),
            SavedInput(number: 2, text: "local n, m <const> = 1, 2", isExpression: false),
            SavedInput(number: 3, text: "function show(x) print(x.lab, n) end", isExpression: false),
        ]

        #expect(body(inputs, ["lab", "m", "n", "other", "show"]).first == "  local lab, show")
    }

    @Test func `Keeps values that later inputs use`() {
        let inputs = [
            SavedInput(number: 3, text: "fog.hosts()", isExpression: true),
            SavedInput(number: 4, text: "#_", isExpression: true),
            SavedInput(number: 6, text: "#_3 + _", isExpression: true),
        ]

        #expect(
            body(inputs) == [
                "  local _3 = fog.hosts()", "  print(_3)", "  local _4 = #_3", "  print(_4)", "  print(#_3 + _4)",
            ]
        )
    }

    @Test(arguments: [
        "for _, h in ipairs(t) do print(h, _) end", "local _ = 1", "local function f(_, x) return _ end", "t._ = 2",
        "function t.f(_) end",
    ])
    func `Takes no name of a variable for the last value`(text: String) {
        let inputs = [
            SavedInput(number: 1, text: "5", isExpression: true),
            SavedInput(number: 2, text: text, isExpression: false),
        ]

        #expect(body(inputs) == ["  print(5)", "  " + text])
    }

    @Test func `Leaves texts over several lines as they are`() {
        let text = "x = [[a\n  b]]"

        #expect(
            body([SavedInput(number: 1, text: text, isExpression: false)], ["x"]) == [
                "  local x", "  x = [[a", "  b]]",
            ]
        )
        let block = "for i = 1, 2 do\n  print(i)\nend"
        #expect(
            body([SavedInput(number: 1, text: block, isExpression: false)])
                == ["  for i = 1, 2 do", "    print(i)", "  end"]
        )
    }

    @Test func `Prints tables as the prompt has shown them, and asks for what the session has used`() {
        let input = SavedInput(number: 1, text: "fog.hosts()", isExpression: true, columns: ["id", "name"])
        let text = WorkflowSkeleton.text(
            inputs: [input],
            names: [],
            permissions: ["read", "task:deploy"],
            date: "today"
        )

        #expect(text.contains("local table_view = require(\"table_view\")\n"))
        #expect(text.contains("  table_view.print(fog.hosts(), { columns = { \"id\", \"name\" } })\n"))
        #expect(text.contains("  permissions = { \"read\", \"task:deploy\" },\n"))
    }

    @Test func `Prints times as times`() {
        var input = SavedInput(number: 1, text: "fog.hosts()", isExpression: true, columns: ["name", "deployed"])
        input.times = ["deployed", "created"]
        let text = WorkflowSkeleton.text(inputs: [input], names: [], permissions: [], date: "today")

        #expect(text.contains("local table_view = require(\"table_view\")\nlocal time = require(\"time\")\n\n"))
        #expect(text.contains("{ columns = { \"name\", { key = \"deployed\", format = time.format } } })\n"))
    }
}
