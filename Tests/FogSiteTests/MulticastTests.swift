import FogModel
import FogSession
import FogSim
import Testing

@Suite struct MulticastTests {
    @Test(arguments: [FogSim.Dialect.fog15php7, .fog15php8, .fog16])
    func `Images hosts in one stream and waits for all`(dialect: FogSim.Dialect) async throws {
        let run = try await SimulatedSite(dialect: dialect).run(
            """
            local multicast = fog.multicast({ "pc-001", "pc-002", "pc-003" }, { name = "room", wake = true })
            print(#multicast.tasks, #multicast.failed, multicast.sessions[1].name:find("room") ~= nil)
            for _, verdict in ipairs(multicast:wait()) do print(verdict.host, verdict.outcome) end
            """
        )

        #expect(run.failure == nil)
        #expect(run.printed == ["3\t0\ttrue", "pc-001\tdone", "pc-002\tdone", "pc-003\tdone"])
    }

    @Test func `Refuses hosts that have different images`() async throws {
        let mixed = try await SimulatedSite().run("fog.multicast('group:Lab A', { wake = true })")

        #expect(mixed.failure?.error?.message.contains("image") == true)
        #expect(mixed.sim.rows(of: "task").isEmpty)
    }

    @Test func `Tells who waits for a session, and that nobody is meant by an empty list`() async throws {
        let site = SimulatedSite { configuration in
            configuration.behaviours["pc-002"] = .neverBoots
            configuration.rates.multicastWait = .seconds(100_000)
        }

        let run = try await site.run(
            """
            local flow = require("flow")
            fog.multicast({ "pc-001", "pc-002" }, { name = "room", wake = true })
            flow.sleep("10m")
            print(fog.why("pc-001").kind, fog.why("pc-001").text:match("%d of %d") )
            print(fog.why("pc-002").kind, fog.why("pc-009").kind)
            print(select(2, pcall(fog.multicast, {})).message)
            """
        )

        #expect(run.failure == nil)
        #expect(
            run.printed == [
                "waits_for_session\t1 of 2", "not_booted\tidle", "no host is meant: an empty list names none",
            ]
        )
    }
}
