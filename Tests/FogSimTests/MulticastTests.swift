import FogSim
import TestSupport
import Testing

/// Sessions that write one image to many hosts at the same time.
@Suite struct MulticastTests {
    private func client(_ change: (inout FogSim.Configuration) -> Void = { _ in }) -> SimClient {
        var lab = FogSim.Configuration.lab()
        lab.groups = [.init(name: "room", hosts: ["pc-001", "pc-002", "pc-003"])]
        lab.isObserved = true
        change(&lab)
        let client = SimClient(lab)
        _ = client.send("POST", "/fog/group/1/task", #"{"taskTypeID":8,"wol":true}"#)
        return client
    }

    private func states(_ client: SimClient) -> [String?] { client.sim.rows(of: "task").map { $0["stateID"] } }

    @Test func `Writes to all at the same pace, once all are ready`() throws {
        var late = FogSim.HostBehaviour()
        late.checkInDelay = .seconds(300)
        let client = client { $0.behaviours["pc-002"] = late }
        client.sim.advance(to: .seconds(340))
        #expect(client.sim.rows(of: "task").allSatisfy { $0["percent"] == "" })
        #expect(client.sim.rows(of: "multicastsession").first?["clients"] == "2")

        client.sim.advance(to: .seconds(500))
        let percents = client.sim.rows(of: "task").map { $0["percent"] }
        #expect(Set(percents).count == 1 && percents[0] != "")
        let session = try #require(client.sim.rows(of: "multicastsession").first)
        #expect(session["percent"] == percents[0] && session["stateID"] == "3" && session["clients"] == "3")
        client.sim.advance(to: .seconds(3600))

        #expect(states(client) == ["4", "4", "4"])
        #expect(client.sim.rows(of: "multicastsession").first?["stateID"] == "4")
        let ends = client.sim.changes().filter { $0.table == "task" && $0.new["stateID"] == "4" }.map(\.time)
        #expect(Set(ends).count == 1)
    }

    @Test func `Does not wait for ever for a host that does not come`() {
        let client = client { $0.behaviours["pc-002"] = .neverBoots }
        client.sim.advance(to: .seconds(600))
        #expect(client.sim.rows(of: "task").allSatisfy { $0["percent"] == "" })

        client.sim.advance(to: .seconds(1200))

        #expect(states(client) == ["4", "1", "4"])
        #expect(client.sim.rows(of: "multicastsession").first?["stateID"] == "3")
    }

    @Test func `Leaves a host waiting that comes after the beginning`() {
        let client = client()
        client.sim.advance(to: .seconds(150))
        #expect(client.send("POST", "/fog/host/4/task", #"{"taskTypeID":8,"wol":true}"#).status == 200)

        client.sim.advance(to: .seconds(7200))

        #expect(states(client) == ["4", "4", "4", "3"])
        #expect(client.sim.computer(of: "pc-004")?.power == .hung)
    }

    @Test func `Begins when the missing host is cancelled`() {
        let client = client { $0.behaviours["pc-002"] = .neverBoots }
        client.sim.advance(to: .seconds(200))

        _ = client.send("DELETE", "/fog/task/2/cancel")
        client.sim.advance(to: .seconds(550))

        #expect(states(client) == ["4", "5", "4"])
    }
}
