import FogSim
import TestSupport
import Testing

@Suite struct ImagingTests {
    @Test(arguments: FogSim.Typing.allCases)
    func `Images a host from wake to done`(typing: FogSim.Typing) throws {
        var client = SimClient(.lab(typing: typing))
        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"taskName":"x","wol":true}"#).text == "\"\"")

        var states: [Int] = []
        var percents: [String] = []
        for second in stride(from: 0, through: 600, by: 5) {
            client.elapsed = .seconds(second)
            guard let task = try client.activeTasks().first else { break }
            states.append(try #require(task["stateID"]?.integer))
            percents.append(task["pct"]?.text ?? "")
        }

        #expect(Set(states) == [1, 3])
        #expect(percents.sorted() == percents)
        #expect(percents.contains { $0 > "0000000050" })
        let task = try client.json("GET", "/fog/task/1")
        #expect(task["stateID"] == (typing == .php8 ? .number("4") : .string("4")))
        #expect(task["percent"]?.text == "100")
        #expect(try client.json("GET", "/fog/host/1")["deployed"]?.text != "0000-00-00 00:00:00")
        let log = try client.json("GET", "/fog/imaginglog")["imaginglogs"]?[0]
        #expect(log?["finish"]?.text?.hasPrefix("2027") == true)
    }

    @Test func `Leaves a host alone that is off and not woken`() throws {
        var client = SimClient(.lab())
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)

        client.elapsed = .seconds(36_000)

        #expect(try client.activeTasks().first?["stateID"]?.integer == 1)
    }

    @Test func `Serves as many hosts at a time as there are slots`() throws {
        var configuration = FogSim.Configuration.lab(hosts: 30)
        configuration.slots = 3
        var client = SimClient(configuration)
        for id in 1...19 where id % 5 != 0 {
            #expect(client.send("POST", "/fog/host/\(id)/task", #"{"taskTypeID":1,"wol":true}"#).status == 200)
        }

        var most = 0
        var waited = 0
        var end = 0
        for second in stride(from: 0, through: 7200, by: 10) {
            client.elapsed = .seconds(second)
            let states = try client.activeTasks().map { $0["stateID"]?.integer }
            most = max(most, states.count { $0 == 3 })
            waited = max(waited, states.count { $0 == 2 })
            if states.isEmpty { break }
            end = second
        }

        #expect(most == 3)
        #expect(waited == 13)
        #expect(end > 1200 && end < 2400)
    }

    @Test func `Writes the task's image to the disk and starts the host from it`() throws {
        var client = SimClient(.lab())
        #expect(client.sim.computer(of: "pc-001") == .init(power: .off, image: nil))
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)
        client.elapsed = .seconds(150)
        _ = try client.activeTasks()
        #expect(client.sim.computer(of: "pc-001") == .init(power: .working, image: nil))

        client.elapsed = .seconds(900)
        _ = try client.activeTasks()

        #expect(client.sim.computer(of: "pc-001") == .init(power: .running, image: "Windows 11"))
        #expect(client.sim.computer(of: "pc-002") == .init(power: .off, image: nil))
        #expect(client.sim.computer(of: "nobody") == nil)
    }

    @Test func `Restarts a running host for its task, and turns it off after where asked to`() throws {
        var configuration = FogSim.Configuration.lab()
        configuration.hosts[0].isOn = true
        var client = SimClient(configuration)
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"shutdown":true}"#)

        client.elapsed = .seconds(900)

        #expect(try client.json("GET", "/fog/task/1")["stateID"]?.integer == 4)
        #expect(client.sim.computer(of: "pc-001")?.power == .off)
    }

    @Test func `Wakes a host by a task that leaves no row`() throws {
        var client = SimClient(.lab())
        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":14}"#).text == "null")
        client.elapsed = .seconds(300)
        #expect(try client.activeTasks().isEmpty)
        #expect(client.sim.computer(of: "pc-001")?.power == .off)

        #expect(client.send("POST", "/fog/host/1/task", #"{"taskTypeID":14,"wol":true}"#).text == "null")
        client.elapsed = .seconds(600)

        #expect(try client.json("GET", "/fog/task")["count"]?.integer == 0)
        #expect(client.sim.computer(of: "pc-001")?.power == .running)
    }

    @Test func `Finishes tasks that do not image without progress`() throws {
        var client = SimClient(.lab())
        for (id, type) in [10, 18, 11, 6].enumerated() {
            _ = client.send("POST", "/fog/host/\(id + 1)/task", #"{"taskTypeID":\#(type),"wol":true}"#)
        }

        client.elapsed = .seconds(1200)

        for task in try client.json("GET", "/fog/task")["tasks"]?.elements ?? [] {
            #expect(task["stateID"]?.integer == 4)
            #expect(task["percent"]?.text == "")
        }
        #expect(try client.json("GET", "/fog/imaginglog")["count"]?.integer == 0)
    }

    @Test func `Runs snapins on a host that runs, after its deploy or by themselves`() throws {
        var client = SimClient(.lab())
        _ = client.send("POST", "/fog/snapin", #"{"name":"office","file":"o.exe","isEnabled":"1","hosts":[1,2]}"#)
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true,"deploySnapins":true}"#)
        _ = client.send("POST", "/fog/host/2/task", #"{"taskTypeID":12,"wol":true,"deploySnapins":-1}"#)
        client.elapsed = .seconds(3600)

        #expect(try client.activeTasks().isEmpty)
        for snapin in try client.json("GET", "/fog/snapintask")["snapintasks"]?.elements ?? [] {
            #expect(snapin["stateID"]?.integer == 4)
        }
        #expect(try client.json("GET", "/fog/snapinjob/active")["count"]?.integer == 0)
    }

    @Test func `Ends a multicast session when its last host is done`() throws {
        var client = SimClient(.lab())
        _ = client.send("POST", "/fog/group", #"{"name":"room","hosts":[1,2,3],"imageID":1}"#)
        #expect(client.send("POST", "/fog/group/3/task", #"{"taskTypeID":8,"wol":true}"#).text == "\"\"")
        client.elapsed = .seconds(200)
        #expect(try client.json("GET", "/fog/multicastsession/1")["clients"]?.integer == 3)

        client.elapsed = .seconds(3600)

        let session = try client.json("GET", "/fog/multicastsession/1")
        #expect(session["stateID"]?.integer == 4)
        #expect(session["clients"]?.integer == 0)
        #expect(try client.activeTasks().isEmpty)
    }

    @Test func `Captures into the host's image`() throws {
        var client = SimClient(.lab())
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":2,"wol":true}"#)

        client.elapsed = .seconds(3600)

        #expect(try client.json("GET", "/fog/image/1")["deployed"]?.text?.hasPrefix("2027") == true)
        #expect(try client.json("GET", "/fog/host/1")["deployed"]?.text == "0000-00-00 00:00:00")
        #expect(try client.json("GET", "/fog/imaginglog")["imaginglogs"]?[0]?["type"]?.text == "up")
    }
}
