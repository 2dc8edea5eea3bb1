import FogScript
import FogSession
import ScriptAPI
import Testing

/// Rows with lists in them, and rows that fail, as people get to see them.
@Suite struct CellTests {
    @Test func `Shows a list in a cell by its values`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            local csv, table_view, report = require("csv"), require("table_view"), require("report")
            local host = fog.host("pc-001")
            host:mac_add("00:11:22:33:44:55")
            local rows = { { name = "a", macs = fog.host("pc-001").macs, none = {} } }
            print(csv.format(rows))
            print(table_view.format(rows))
            local summary = report.new("r")
            summary:row(rows[1])
            print(summary:markdown())
            """
        )

        let primary = try await SimulatedSite().run("print(fog.host(\"pc-001\").primac)").text
        #expect(outcome.failure == nil, "\(outcome.failure?.message ?? "")")
        #expect(outcome.text.ranges(of: "\(primary) 00:11:22:33:44:55").count == 3, "\(outcome.text)")
        #expect(!outcome.text.contains("table: "))
    }

    @Test func `Names a row that fails by its host, and a gate that stays shut by the budget`() async throws {
        let outcome = try await SimulatedSite().run(
            """
            local flow = require("flow")
            flow.budget("100%")
            flow.each({ { host = "pc-001" }, { name = "b" }, {} }, { parallel = 1 }, function() error("no", 0) end)
            local gate = function() return false, "why" end
            local ok, failure = pcall(flow.waves, { 1, 2, 3 }, { 1, "rest" }, { gate = gate }, function() end)
            print(ok, failure.code, failure.hint)
            """
        )

        #expect(outcome.failure == nil, "\(outcome.failure?.message ?? "")")
        #expect(outcome.logged == ["pc-001: no", "b: no", "a row: no"])
        #expect(outcome.printed == ["false\tbudget\twhy"])
    }
}
