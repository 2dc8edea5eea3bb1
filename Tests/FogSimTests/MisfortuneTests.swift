import FogSim
import HTTPTypes
import TestSupport
import Testing

/// Hosts that do not do as they should, and answers that go wrong.
@Suite struct MisfortuneTests {
    /// Deploys to hosts 1 and 2 of a lab in which host 1 misbehaves, and lets two hours pass.
    private func outcome(_ behaviour: FogSim.HostBehaviour) throws -> (client: SimClient, task: OrderedJSON) {
        var configuration = FogSim.Configuration.lab()
        configuration.behaviours["pc-001"] = behaviour
        var client = SimClient(configuration)
        for id in 1...2 { _ = client.send("POST", "/fog/host/\(id)/task", #"{"taskTypeID":1,"wol":true}"#) }
        client.elapsed = .seconds(7200)
        #expect(try client.json("GET", "/fog/task/2")["stateID"]?.integer == 4)
        return (client, try client.json("GET", "/fog/task/1"))
    }

    @Test func `Leaves the task of a host queued that never boots`() throws {
        #expect(try outcome(.neverBoots).task["stateID"]?.integer == 1)
    }

    @Test func `Stops reporting where a host hangs`() throws {
        let task = try outcome(.stalls(at: 42)).task

        #expect(task["stateID"]?.integer == 3)
        let percent = try #require(task["percent"]?.integer)
        #expect(percent > 30 && percent < 42)
    }

    @Test func `Starts again after a host that lost power is woken`() throws {
        var (client, task) = try outcome(.powersOff(at: 50))
        #expect(task["stateID"]?.integer == 3)

        // The server refuses to wake a host that is being imaged, so its task is cancelled first.
        #expect(client.send("DELETE", "/fog/host/1/cancel").status == 200)
        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":10,"wol":true}"#).status == 200)
        client.elapsed += .seconds(3600)

        #expect(try client.json("GET", "/fog/task/3")["stateID"]?.integer == 4)
    }

    @Test func `Cancels at a percentage and at a time`() throws {
        var behaviour = FogSim.HostBehaviour()
        behaviour.cancelledAt = 20
        #expect(try outcome(behaviour).task["stateID"]?.integer == 5)

        var configuration = FogSim.Configuration.lab()
        configuration.cancellations = [.init(host: "pc-001", at: .seconds(30))]
        var client = SimClient(configuration)
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)
        client.elapsed = .seconds(29)
        #expect(try client.activeTasks().count == 1)
        client.elapsed = .seconds(31)
        #expect(try client.activeTasks().isEmpty)
    }

    @Test func `Gives a slot on when a task is cancelled, deleted or completed by hand`() throws {
        for release in [
            ("DELETE", "/fog/task/1/cancel", ""), ("DELETE", "/fog/task/1", ""),
            ("PUT", "/fog/task/1", #"{"stateID":4}"#),
        ] {
            var configuration = FogSim.Configuration.lab()
            configuration.slots = 1
            configuration.behaviours["pc-001"] = .stalls(at: 10)
            configuration.behaviours["pc-002"] = {
                var late = FogSim.HostBehaviour()
                late.checkInDelay = .seconds(60)
                return late
            }()
            var client = SimClient(configuration)
            for id in 1...2 { _ = client.send("POST", "/fog/host/\(id)/task", #"{"taskTypeID":1,"wol":true}"#) }
            client.elapsed = .seconds(3600)
            #expect(try client.json("GET", "/fog/task/2")["stateID"]?.integer == 2)

            _ = client.send(release.0, release.1, release.2)
            client.elapsed += .seconds(3600)

            #expect(try client.json("GET", "/fog/task/2")["stateID"]?.integer == 4, "\(release)")
        }
    }

    @Test func `Lets a forced task past the queue`() throws {
        var configuration = FogSim.Configuration.lab()
        configuration.slots = 0
        var client = SimClient(configuration)
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)
        client.elapsed = .seconds(3600)
        #expect(try client.activeTasks().first?["stateID"]?.integer == 2)

        _ = client.send("PUT", "/fog/task/1", #"{"isForced":"1"}"#)
        client.elapsed += .seconds(3600)

        #expect(try client.json("GET", "/fog/task/1")["stateID"]?.integer == 4)
    }

    @Test func `Loses answers after writes took effect`() throws {
        var configuration = FogSim.Configuration.lab()
        configuration.faults = [.dropTaskAnswers]
        let client = SimClient(configuration)

        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#).delivery == .lost)

        #expect(try client.activeTasks().count == 1)
    }

    @Test func `Strikes the requests that a rule names and no other`() {
        var configuration = FogSim.Configuration.lab()
        configuration.faults = [.init(.crash, method: "GET", path: "/host", every: 3, skip: 1, limit: 2)]
        let client = SimClient(configuration)

        let statuses = (1...12).map { _ in client.send("GET", "/fog/host/1").status }
        #expect(statuses == [200, 200, 200, 500, 200, 200, 500, 200, 200, 200, 200, 200])
        #expect(client.send("GET", "/fog/image").status == 200)
    }

    @Test func `Cuts, redirects and replaces answers`() {
        let effects: [FogSim.FaultRule.Effect] = [
            .cutAnswer(after: 10), .redirect(to: "http://elsewhere/fog/host"), .page(status: 502),
        ]
        let answers = effects.map { effect in
            var configuration = FogSim.Configuration.lab()
            configuration.faults = [.init(effect)]
            return SimClient(configuration).send("GET", "/fog/host")
        }

        #expect(answers.map(\.delivery) == [.cut(after: 10), .whole, .whole])
        #expect(answers.map(\.status) == [200, 302, 502])
        #expect(answers[1].response.headerFields[.location] == "http://elsewhere/fog/host")
        #expect(answers[2].text.contains("<html>"))
    }

    @Test func `Says when it takes no connections`() {
        var configuration = FogSim.Configuration.lab()
        configuration.outages = [.seconds(10)..<(.seconds(20))]
        let sim = SimClient(configuration).sim

        #expect(sim.availability(at: .seconds(9)) == .available)
        #expect(sim.availability(at: .seconds(10)) == .refused)
        #expect(sim.availability(at: .seconds(20)) == .available)
    }

    @Test func `Keeps hosts waiting until an outage is over`() throws {
        var configuration = FogSim.Configuration.lab()
        configuration.outages = [.seconds(30)..<(.seconds(1000)), .seconds(1000)..<(.seconds(2000))]
        var client = SimClient(configuration)
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)

        client.elapsed = .seconds(2000)
        #expect(try client.activeTasks().first?["stateID"]?.integer == 1)
        client.elapsed = .seconds(2600)

        #expect(try client.activeTasks().isEmpty)
    }

    @Test func `Calls a waiting host once for several slots that open at a time`() throws {
        var configuration = FogSim.Configuration.lab()
        configuration.slots = 3
        configuration.rates.spread = 0
        var late = FogSim.HostBehaviour()
        late.checkInDelay = .seconds(30)
        configuration.behaviours["pc-004"] = late
        var client = SimClient(configuration)
        for id in 1...4 { _ = client.send("POST", "/fog/host/\(id)/task", #"{"taskTypeID":1,"wol":true}"#) }
        client.elapsed = .seconds(100)
        #expect(try client.json("GET", "/fog/task/4")["stateID"]?.integer == 2)

        _ = client.send("DELETE", "/fog/task/cancel", #"{"id":[1,2,3]}"#)
        client.elapsed = .seconds(106)
        #expect(try client.json("GET", "/fog/task/4")["stateID"]?.integer == 3)
        client.sim.advance(to: .seconds(220))

        // Reports come every ten seconds; two chains of them would come closer together.
        var times: [Duration] = []
        while let next = client.sim.nextEvent(), next < .seconds(260) {
            client.sim.advance(to: next)
            times.append(next)
        }
        #expect(times.count == 4)
    }
}
