import FogBroker
import FogModel
import FogSession
import FogSim
import Testing

/// The workflows that give hosts other work than imaging, or watch what runs, as they come with Foghorn.
@Suite struct TaskWorkflowTests {
    @Test(arguments: WorkflowSite.all)
    func `Runs snapins after the image, and again what failed`(_ site: WorkflowSite) async throws {
        let run = try await site.site { configuration in
            configuration.behaviours["pc-002", default: .init()].exitCodes = ["7-Zip": 1603]
            configuration.behaviours["pc-003", default: .init()].exitCodes = ["Agent": 3010]
        }.run(
            WorkflowSite.source("snapins-after-imaging"),
            [
                "hosts": .string("id:1-5"), "deploy": .boolean(true), "exit_codes": .list([.integer(3010)]),
                "may_fail": .string("100%"),
            ]
        )

        #expect(run.failure == nil)
        #expect(run.hosts("done").isSubset(of: run.imaged))
        #expect(site.isCalm ? run.hosts("done").count == 4 : !run.hosts("done").contains("pc-002"), "\(run.text)")
        if site.isCalm {
            #expect(run.line(of: "pc-002").contains("failed      2  7-Zip 1603, Agent 0, LibreOffice 0"), "\(run.text)")
            #expect(run.line(of: "pc-003").contains("done        1  7-Zip 0, Agent 3010, LibreOffice 0"), "\(run.text)")
        }
        let tasks = run.sim.rows(of: "snapintask").filter { $0["stateID"] == "4" && $0["return"] == "1603" }
        #expect(site.isCalm ? tasks.count == 2 : tasks.count <= 2)
    }

    @Test(arguments: WorkflowSite.dialects)
    func `Runs a named snapin without imaging`(_ site: WorkflowSite) async throws {
        let run = try await site.site().run(
            WorkflowSite.source("snapins-after-imaging"),
            ["hosts": .string("pc-025"), "snapin": .list([.string("7-Zip")])]
        )

        #expect(run.failure == nil)
        #expect(run.line(of: "pc-025").contains("done        1  7-Zip 0"), "\(run.text)")
        #expect(run.imaged.isEmpty)
    }

    @Test(arguments: WorkflowSite.all)
    func `Wakes hosts, says who came, and leaves no task of who did not`(_ site: WorkflowSite) async throws {
        let run = try await site.site { $0.behaviours["pc-022", default: .init()].boots = false }.run(
            WorkflowSite.source("wake-with-proof"),
            ["hosts": .string("group:Lab B"), "stagger": .integer(5)]
        )

        let ended = run.sim.rows(of: "task").filter { $0["stateID"] == "4" }
        let taken = Set(ended.compactMap { $0["hostID"].map { "pc-0" + $0 } })
        let active = run.sim.rows(of: "task").filter { ["1", "2", "3"].contains($0["stateID"]) }
        #expect(run.failure == nil)
        #expect(run.hosts("came").isSubset(of: taken), "\(run.text) \(taken)")
        #expect(run.line(of: "pc-022").contains("never_checked_in"), "\(run.text)")
        #expect(site.isCalm ? run.hosts("came").count == 9 : run.hosts("came").count >= 6, "\(run.text)")
        #expect(!site.isCalm || active.isEmpty, "\(active)")
        #expect(run.printed.last == "\(run.hosts("came").count) of 10 hosts came")
    }

    @Test(arguments: WorkflowSite.all)
    func `Finds stale hosts and puts them into a group`(_ site: WorkflowSite) async throws {
        let run = try await site.site().run(
            WorkflowSite.source("stale-hosts"),
            [
                "reasons": .list([.string("never imaged"), .string("no image")]),
                "into_group": .string("Stale"),
            ]
        )

        let stale = ["pc-022", "pc-023", "pc-024", "pc-025", "pc-026", "pc-027", "pc-028", "pc-030"]
        #expect(stale.allSatisfy { !run.line(of: $0).isEmpty }, "\(run.text)")
        #expect(run.line(of: "pc-028").hasSuffix("never   never imaged, no inventory"), "\(run.text)")
        #expect(run.line(of: "pc-030").hasSuffix("never   no image"), "\(run.text)")
        #expect(run.line(of: "pc-021").isEmpty)
        #expect(run.artifacts["stale.csv"]?.split(separator: "\r\n").count == 9)
        if run.failure == nil {
            #expect(run.printed.suffix(2) == ["8 of 30 hosts stale", "8 added to Stale, 0 were in it"])
            #expect(run.sim.rows(of: "groupassociation").filter { $0["groupID"] == "3" }.count == 8)
        }
        #expect(!site.isCalm || run.failure == nil)
    }

    @Test(arguments: WorkflowSite.all)
    func `Checks nodes, images, tasks and settings`(_ site: WorkflowSite) async throws {
        let run = try await site.site { $0.hosts[3].image = "Windows 7" }.run(
            WorkflowSite.source("server-check"),
            [
                "expect": .list([.string("FOG_TZ_INFO=UTC"), .string("FOG_NONE=1")]), "min_free": .integer(11),
            ]
        )

        let lines = run.printed.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(run.failure?.message == "the server has 2 faults")
        #expect(lines.contains("fault image Windows 7 assigned to 1 host, but disabled"), "\(run.text)")
        #expect(lines.contains("fault setting FOG_NONE the server has none of that name"), "\(run.text)")
        #expect(lines.contains("ok setting FOG_TZ_INFO is UTC"), "\(run.text)")
        let wanting = "warning storage node DefaultMember has 10 of 10 slots free, 11 are wanted"
        #expect(lines.contains(wanting), "\(run.text)")
        #expect(lines.contains("warning storage node Attic is disabled: no host uses it"), "\(run.text)")
        #expect(run.printed.last == "2 faults, 2 warnings")
        #expect(!run.requests.contains { !$0.hasPrefix("GET ") })
    }

    @Test(arguments: WorkflowSite.all)
    func `Watches what runs until it has ended`(_ site: WorkflowSite) async throws {
        let run = try await site.site { configuration in
            configuration.deploys = ["pc-001", "pc-002", "pc-003", "pc-025"].map { FogSim.Deploy(host: $0) }
            configuration.behaviours["pc-003", default: .init()].boots = false
        }.run(WorkflowSite.source("watch-tasks"))

        #expect(run.failure == nil)
        #expect(run.text.contains("pc-001     1  Deploy  Queued"), "\(run.text)")
        #expect(run.hosts("done") == ["pc-001", "pc-002"], "\(run.text)")
        #expect(run.line(of: "pc-003").contains("never_checked_in"), "\(run.text)")
        #expect(run.line(of: "pc-025").isEmpty)
        #expect(run.printed.last == "2 done and 1 never_checked_in")
        #expect(!run.requests.contains { !$0.hasPrefix("GET ") })
    }

    @Test func `Says that nothing runs, and looks once where that is wanted`() async throws {
        let idle = try await SimulatedSite().run(WorkflowSite.source("watch-tasks"))
        let once = try await SimulatedSite { $0.deploys = [FogSim.Deploy(host: "pc-021")] }.run(
            WorkflowSite.source("watch-tasks"),
            ["once": .boolean(true), "group": .string("Lab B")]
        )

        #expect(idle.printed == ["nothing runs"])
        #expect(once.printed.count == 2 && once.line(of: "pc-021").contains("Queued"), "\(once.text)")
    }

    @Test func `Leaves a host out that somebody else images`() async throws {
        let run = try await SimulatedSite { $0.deploys = [FogSim.Deploy(host: "pc-022")] }.run(
            WorkflowSite.source("reimage-in-waves"),
            ["hosts": .string("id:21-23")]
        )

        #expect(run.line(of: "pc-022").contains("left out"), "\(run.text)")
        #expect(run.text.contains("busy: Deploy, Queued"), "\(run.text)")
        #expect(run.printed.last == "2 of 3 hosts done")
    }
}
