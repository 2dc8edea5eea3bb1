import FogSession
import FogSim
import Testing

@Suite struct SnapinTests {
    @Test(arguments: FogSim.Dialect.allCases)
    func `Runs a host's snapins and says what each returned`(dialect: FogSim.Dialect) async throws {
        let site = SimulatedSite(dialect: dialect) { configuration in
            configuration.hosts[0].isOn = true
            configuration.behaviours["pc-001"] = FogSim.HostBehaviour()
            configuration.behaviours["pc-001"]?.exitCodes = ["7-Zip": 1603]
        }

        let run = try await site.run(
            """
            local work = fog.task("pc-001", "all_snapins")
            print(work)
            local verdict = work:wait()
            print(verdict.outcome, verdict.evidence)
            for _, snapin in ipairs(verdict.snapins) do print(snapin.name, snapin.state, snapin.exit_code) end
            print(fog.wait(fog.task("pc-001", "single_snapin", { snapin = "Agent" })).outcome)
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "SnapinWork 1 on host 1, 3 snapins",
                "failed\t\"7-Zip\" returned 1603",
                "Agent\tcomplete\t0", "7-Zip\tcomplete\t1603", "LibreOffice\tcomplete\t0",
                "done",
            ]
        )
    }

    @Test func `Gives a client up that never asks for its snapins`() async throws {
        let run = try await SimulatedSite().run(
            """
            local verdict = fog.wait(fog.task("pc-002", "all_snapins"), { never_checked_in = "10m" })
            print(verdict.outcome, verdict.evidence)
            """
        )

        #expect(run.printed == ["never_checked_in\tthe client has not asked for its snapins for 10 minutes"])
    }

    @Test func `Names the host of a run of snapins in its progress and its verdict`() async throws {
        let run = try await SimulatedSite { $0.hosts[0].isOn = true }.run(
            """
            local verdict = fog.wait(fog.task("pc-001", "all_snapins"), {
              on_progress = function(progress) print(progress.host) end,
            })
            print(verdict.host)
            """
        )

        #expect(run.failure == nil)
        #expect(Set(run.printed) == ["pc-001"], "\(run.printed)")
    }
}
