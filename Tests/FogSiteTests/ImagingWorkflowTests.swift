import FogBroker
import FogModel
import FogSession
import FogSim
import Testing

/// The workflows that image hosts or look at imaging, as they come with Foghorn.
@Suite struct ImagingWorkflowTests {
    static let labA = Set((1...20).map { $0 < 10 ? "pc-00\($0)" : "pc-0\($0)" })

    @Test(arguments: WorkflowSite.all)
    func `Re-images a room in waves and leaves out who cannot be`(_ site: WorkflowSite) async throws {
        let run = try await site.site().run(
            WorkflowSite.source("reimage-in-waves"),
            ["hosts": .string("group:Lab A,pc-025"), "image": .string("Ubuntu 24.04"), "may_fail": .string("5")]
        )

        #expect(run.failure == nil)
        #expect(run.hosts("done").isSubset(of: run.imaged), "\(run.text)")
        #expect(run.printed.last == "\(run.hosts("done").count) of 21 hosts done")
        #expect(run.hosts.failed.count == 21 - run.hosts("done").count)
        #expect(site.isCalm ? run.hosts("done").count == 21 : run.hosts("done").count >= 16, "\(run.text)")
        for host in run.sim.rows(of: "host") where run.imaged.contains(host["name"] ?? "") {
            #expect(host["imageID"] == "2", "\(host)")
        }
    }

    @Test(arguments: WorkflowSite.dialects)
    func `Stops after a canary that fails, and says who was not begun`(_ site: WorkflowSite) async throws {
        let run = try await site.site { $0.behaviours["pc-001", default: .init()].boots = false }
            .run(WorkflowSite.source("reimage-in-waves"), ["hosts": .string("group:Lab A")])

        #expect(run.failure?.error?.code == .budget)
        #expect(run.failure?.message.contains("no host of the wave was done") == true)
        #expect(run.line(of: "pc-001").contains("never_checked_in"), "\(run.text)")
        #expect(run.line(of: "pc-001").contains("task 1 goes on: Queued."), "\(run.text)")
        #expect(run.hosts("not begun").count == 19)
        #expect(run.sim.rows(of: "task").count == 1)
    }

    @Test func `Images nobody where the answer is no, and leaves out the recent and the imageless`() async throws {
        let site = WorkflowSite.dialects[1].site { configuration in
            configuration.past.append(.init(host: "pc-002", image: "Windows 11", ago: .seconds(3600)))
        }
        let run = try await site.run(
            WorkflowSite.source("reimage-in-waves"),
            ["hosts": .string("id:1-3,pc-025")],
            answer: false
        )

        #expect(run.failure?.error?.code == .denied)
        #expect(run.line(of: "pc-002").hasSuffix("imaged 60 minutes ago"), "\(run.text)")
        #expect(run.line(of: "pc-025").contains("has no image"), "\(run.text)")
        #expect(run.sim.rows(of: "task").isEmpty)
    }

    @Test(arguments: WorkflowSite.all)
    func `Captures the golden machine and says what changed`(_ site: WorkflowSite) async throws {
        let run = try await site.site().run(
            WorkflowSite.source("golden-capture"),
            ["host": .string("pc-001"), "image": .string("Windows 11"), "dated": .boolean(true)]
        )

        let made = run.sim.rows(of: "image").filter { $0["name"] == "Windows 11 2027-01-15" }
        if !site.isCalm, run.printed.last != "pc-001: done" {
            // An answer to a change was lost for good: the run says so, and that is all that can be asked of it.
            #expect(run.failure != nil || run.hosts.failed.count == 1, "\(run.text)")
            return
        }
        #expect(run.failure == nil, "\(run)")
        #expect(made.first?["deployed"]?.hasPrefix("2027-01-15 08:0") == true, "\(run.text)")
        #expect(run.line(of: "Windows 11 2027-01-15  after").contains("2027-01-15 08:0"), "\(run.text)")
        #expect(run.printed.last == "pc-001: done")
        #expect(run.sim.rows(of: "host").first?["imageID"] == made.first?["id"])
        #expect(run.sim.rows(of: "image").first?["deployed"]?.hasPrefix("0000") == true)
    }

    @Test(arguments: [
        ("Windows 7", "image \"Windows 7\" is disabled"), ("Old", "image \"Old\" is protected against captures"),
    ])
    func `Captures nothing where the image may not be captured`(_ image: String, _ reason: String) async throws {
        let site = WorkflowSite.dialects[1].site { configuration in
            configuration.rows.append(FogSim.ExtraRow("image", ["name": "Old", "isEnabled": "1", "protected": 1]))
        }
        let run = try await site.run(
            WorkflowSite.source("golden-capture"),
            ["host": .string("pc-001"), "image": .string(image)]
        )

        #expect(run.failure?.message == "nothing was captured: " + reason)
        #expect(run.sim.rows(of: "task").isEmpty)
    }

    @Test(arguments: WorkflowSite.all)
    func `Reports who was imaged when, and how images are used`(_ site: WorkflowSite) async throws {
        let run = try await site.site().run(WorkflowSite.source("imaging-report"))

        #expect(run.failure == nil)
        #expect(run.text.contains("30 hosts: 8 never imaged, 7 more than 90 days ago, 15 since"), "\(run.text)")
        #expect(run.text.contains("\npc-014  Ubuntu 24.04  2026-10-15 08:00    92\n"), "\(run.text)")
        #expect(!run.text.contains("\npc-001 "))
        #expect(run.text.contains("2027-01  Windows 11          4  4m 20s"), "\(run.text)")
        #expect(run.artifacts["imaging.csv"]?.split(separator: "\r\n").count == 31)
        #expect(run.artifacts["imaging.md"]?.contains("| pc-022 | Ubuntu 24.04 | never |") == true)
    }
}
