import FogSim
import Foundation
import Testing

@Suite struct SchoolTests {
    @Test(arguments: FogSim.Dialect.allCases)
    func `Has what a school has, in each dialect`(dialect: FogSim.Dialect) {
        let sim = FogSim(
            configuration: .school(hosts: 30, dialect: dialect),
            seed: 1,
            start: Date(timeIntervalSince1970: 1_800_000_000)
        )
        let history = dialect.isFog16 ? "tasklog" : "imaginglog"

        #expect(sim.rows(of: "snapin").count == 4)
        #expect(sim.rows(of: "snapinassociation").count == 30 + 2 * 20)
        #expect(sim.rows(of: "inventory").count == 26)
        #expect(sim.rows(of: "macaddressassociation").count == 35)
        #expect(sim.rows(of: "storagenode").count == 2)
        #expect(sim.rows(of: history).count == (dialect.isFog16 ? 44 : 22))
        #expect(sim.rows(of: "host").first?["deployed"] == "2027-01-14 08:00:00")
        #expect(sim.rows(of: "host").first?["createdTime"] == "2025-09-02 08:00:00")
        #expect(sim.rows(of: "host").last?["createdTime"] == "2027-01-12 08:00:00")
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Images hosts that somebody clicks on, but for those that have no image`(dialect: FogSim.Dialect) {
        var school = FogSim.Configuration.school(hosts: 30, dialect: dialect)
        school.deploys = ["pc-021", "pc-025", "pc-999"].map { FogSim.Deploy(host: $0) }
        var client = SimClient(school)

        client.elapsed = .seconds(600)
        _ = client.send("GET", "/fog/system/info")

        let tasks = client.sim.rows(of: "task")
        #expect(tasks.map { $0["hostID"] } == ["21"])
        #expect(tasks.map { $0["stateID"] } == ["4"])
    }
}
