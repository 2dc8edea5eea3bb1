import FogSim
import FoundationEssentials
import TestSupport
import Testing

@Suite struct DeterminismTests {
    /// Answers of a small roll-out with mixed tasks, joined.
    private func story(seed: UInt64, step: Int = 20, _ dialect: FogSim.Dialect = .fog15php8) -> String {
        var client = SimClient(.lab(hosts: 24, dialect: dialect), seed: seed)
        var story = ""
        for id in 1...24 {
            let type = [1, 1, 10, 17, 2, 8][id % 6]
            story += client.send("POST", "/fog/host/\(id)/task", #"{"taskTypeID":\#(type),"wol":true}"#).text
        }
        for second in stride(from: 0, through: 2400, by: step) {
            client.elapsed = .seconds(second)
            if second % 60 == 0 { story += client.send("GET", "/fog/task/active").text }
        }
        let logs = ["task", dialect.isFog16 ? "tasklog" : "imaginglog", "host"]
        return story + logs.map { client.send("GET", "/fog/" + $0).text }.joined()
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Gives the same bytes for the same seed`(dialect: FogSim.Dialect) {
        #expect(story(seed: 7, dialect) == story(seed: 7, dialect))
        #expect(story(seed: 7, dialect) != story(seed: 8, dialect))
    }

    @Test func `Does not depend on how often it is asked the time`() {
        let sim = SimClient(.lab(), seed: 3)
        var stepped = SimClient(.lab(), seed: 3)
        _ = sim.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)
        _ = stepped.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)
        for second in 0...500 { stepped.sim.advance(to: .seconds(second)) }
        stepped.elapsed = .seconds(500)
        var other = sim
        other.elapsed = .seconds(500)

        #expect(other.send("GET", "/fog/task").text == stepped.send("GET", "/fog/task").text)
    }

    @Test func `Stands still where time goes back`() throws {
        var client = SimClient(.lab())
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)
        client.elapsed = .seconds(1000)
        #expect(try client.activeTasks().isEmpty)

        client.elapsed = .seconds(1)

        #expect(try client.activeTasks().isEmpty)
        _ = client.send("POST", "/fog/group", #"{"name":"late"}"#)
        #expect(try client.json("GET", "/fog/group/3")["createdTime"]?.text == "2027-01-15 08:16:40")
    }

    @Test func `Says when something happens next`() throws {
        var client = SimClient(.lab())
        #expect(client.sim.nextEvent() == nil)
        _ = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1,"wol":true}"#)

        var events = 0
        while let next = client.sim.nextEvent() {
            #expect(next >= client.elapsed)
            client.elapsed = next
            client.sim.advance(to: next)
            events += 1
        }

        #expect(events > 20)
        #expect(try client.activeTasks().isEmpty)
    }

    @Test func `Imports nothing of ours`() throws {
        let sources = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/FogSim")
        let allowed: Set<String> = ["FoundationEssentials", "HTTPTypes", "Synchronization"]
        let files = try #require(FileManager.default.enumeratorPaths(sources.path))

        #expect(files.count > 40)
        for file in files {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /(?m)^(?:public |package |internal )?import (\w+)/) {
                #expect(allowed.contains(String(match.output.1)), "\(file)")
            }
        }
    }
}

extension FileManager {
    /// Swift files below a folder, by their paths in it; `nil` where the folder cannot be read.
    fileprivate func enumeratorPaths(_ folder: String) -> [String]? {
        try? subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
    }
}
