import FogBroker
import FogSession
import FogSim
import Testing

/// What the verbs of `fog` make of hosts that fail, and of scripts that are called off.
@Suite struct VerbFailureTests {
    static let dialects: [FogSim.Dialect] = [.fog15php7, .fog15php8, .fog16]

    @Test(arguments: dialects)
    func `Goes on with the others where one of twenty fails`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect) { configuration in
            configuration.hosts[4].image = nil
            configuration.behaviours["pc-009", default: .init()].boots = false
        }.run(
            """
            local results = fog.deploy("group:Lab A", { parallel = 4, never_checked_in = "10m" })
            local counts = {}
            for _, result in ipairs(results) do counts[result.outcome] = (counts[result.outcome] or 0) + 1 end
            print(#results, counts.done, counts.refused, counts.never_checked_in)
            print(results[5])
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "20\t18\t1\t1", "pc-005: refused, host 5 \"pc-005\" has no image; give it one first",
            ]
        )
        #expect(run.hosts.failed.count == 2)
    }

    @Test(arguments: dialects)
    func `Waits for the snapins after the image, and gives their exit codes`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect) { configuration in
            configuration.behaviours["pc-002", default: .init()].exitCodes = ["7-Zip": 1603]
        }.run(
            """
            for _, result in ipairs(fog.deploy({ "pc-001", "pc-002" }, { snapins = true })) do
              print(result)
              for _, snapin in ipairs(result.snapins) do print(snapin.name, snapin.exit_code) end
            end
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "pc-001: done", "Agent\t0", "7-Zip\t0", "LibreOffice\t0",
                "pc-002: failed, \"7-Zip\" returned 1603", "Agent\t0", "7-Zip\t1603", "LibreOffice\t0",
            ]
        )
        #expect(run.hosts.failed.count == 1)
    }

    @Test func `Counts a host as failed whose image could not be given`() async throws {
        let run = try await SimulatedSite { configuration in
            configuration.faults = [FogSim.FaultRule(.crash, method: "PUT", path: "/fog/host/1/edit")]
        }.run(
            """
            fog.image_create({ name = "Linux" })
            print(fog.deploy("pc-001", { image = "Linux" })[1])
            """
        )

        #expect(run.printed.first?.hasPrefix("pc-001: uncertain, host 1 \"pc-001\"") == true, "\(run.printed)")
        #expect(run.hosts.failed.map(\.hostname) == ["pc-001"])
        #expect(run.sim.rows(of: "task").isEmpty)
    }

    @Test(arguments: [
        ("flow.budget(0) fog.deploy({ 1, 2 }, { parallel = 1, wake = false, never_checked_in = 1 })", "failure budget"),
        ("fog.deploy(\"pc-001\", { image = \"Windows 12\" })", "no image named"),
        ("fog.host(1):run_snapins(\"7-Zp\")", "no snapin named"),
        ("flow.retry({ attempts = 1 }, function() return fog.host(\"pc-x\") end)", "no host named \"pc-x\""),
        ("flow.waves({ \"pc-x\" }, { 1 }, fog.host)", "no host named \"pc-x\""),
        ("flow.within(\"00:00-24:00\", fog.host)", "bad argument #1 'key' to 'fog.host'"),
        ("flow.each({ \"pc-x\" }, fog.host)", "no host named \"pc-x\""),
        ("flow.spawn(fog.host, \"pc-x\"):join()", "no host named \"pc-x\""),
        ("flow.timeout(\"1m\", fog.host, \"pc-x\")", "no host named \"pc-x\""),
        ("flow.race({ function() return fog.host(\"pc-x\") end })", "no host named \"pc-x\""),
        ("flow.map({ a = \"pc-x\" }, function(name) fog.host(name) end)", "no host named \"pc-x\""),
        (
            "list.reduce(setmetatable({}, { __len = function() return {} end }), 0, print)",
            "bad 'for' limit (number expected, got table)"
        ),
        ("list.chunk({ 1 }, 0)", "bad argument"),
    ])
    func `Says where in the script a function of the library was called`(_ call: String, _ words: String) async throws {
        let run = try await SimulatedSite().run(
            """
            local flow, list = require("flow"), require("list")
            \(call)
            """
        )

        let message = run.failure?.message ?? "no failure"
        #expect(message.contains(words), "\(message)")
        #expect(message.hasPrefix("test.lua:2: "), "\(message)")
        #expect(!message.contains("stdlib"), "\(message)")
    }

    @Test(arguments: dialects)
    func `Writes no other image than the one it was asked for`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            local linux = fog.image_create({ name = "Linux" })
            local ok, refused = pcall(fog.task, "pc-001", "deploy", { image = linux })
            print(refused.code, refused.message:match("^host 1 .*"), #fog.tasks())
            fog.image_update(linux, { isEnabled = false })
            print(select(2, pcall(fog.deploy, "pc-001", { image = "Linux" })).message, fog.host("pc-001").imagename)
            fog.task("pc-002", "all_snapins")
            fog.image_update(linux, { isEnabled = true })
            print(fog.host("pc-002"):deploy({ image = "Linux", replace = true }), fog.host("pc-002").imagename)
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "conflict\thost 1 \"pc-001\" has image \"Windows 11\", not image 4\t0",
                "image 4 \"Linux\" is not enabled\tWindows 11", "pc-002: done\tLinux",
            ]
        )
    }

    @Test func `Raises cancelled where it is called off, and leaves the server's tasks alone`() async throws {
        let run = try await SimulatedSite().run(
            """
            local flow = require("flow")
            flow.defer(function() print("left", #fog.tasks()) end)
            local job = flow.spawn(fog.deploy, "group:Lab A", { parallel = 4 })
            flow.sleep("2m")
            job:cancel()
            print(select(2, pcall(job.join, job)).code, #fog.tasks())
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["cancelled\t4", "left\t4"])
    }

    @Test(arguments: [
        ("fog.deploy(\"group:Lab A\", { parallel = 4 })", 4), ("fog.capture(\"pc-001\")", 1),
        ("fog.run_snapins(\"group:Lab A\", \"Agent\", { parallel = 3 })", 3), ("fog.host(1):wipe(\"full\")", 1),
    ])
    func `Stops with the run, cleans up, and leaves the server's tasks alone`(
        _ call: String,
        _ active: Int
    ) async throws {
        let run = try await SimulatedSite().run(
            """
            local flow = require("flow")
            flow.defer(function() print("left", #fog.tasks()) end)
            flow.spawn(function() flow.sleep("30s") print("now") end)
            \(call)
            """,
            calledOffAt: "now"
        )

        #expect(run.failure?.kind == .cancelled)
        #expect(run.failure?.message == "test.lua:4: called off")
        #expect(run.printed == ["now", "left\t\(active)"])
    }

    @Test func `Tells of progress and takes the limits of a wait`() async throws {
        let run = try await SimulatedSite { configuration in
            configuration.behaviours["pc-002", default: .init()].exitCodes = ["Agent": 7]
        }.run(
            """
            local seen = {}
            local results = fog.deploy({ "pc-001", "pc-002" }, {
              snapins = true, exit_codes = { 0, 7 },
              on_progress = function(progress) seen[progress.host or "snapins"] = true end,
            })
            print(results[1], results[2], seen["pc-001"], seen["pc-002"], seen.snapins)
            print(fog.deploy("pc-003", { timeout = "2m" })[1].outcome)
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["pc-001: done\tpc-002: done\ttrue\ttrue\ttrue", "timed_out"])
    }
}
