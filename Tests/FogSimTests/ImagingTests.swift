import FogSim
import TestSupport
import Testing

@Suite struct ImagingTests {
    @Test func `Images a host from wake to done`() throws {
        var client = SimClient(.lab())
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
        #expect(task["stateID"]?.integer == 4)
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
}
