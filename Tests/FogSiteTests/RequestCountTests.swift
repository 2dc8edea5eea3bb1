import FogSession
import FogSim
import Testing

@Suite struct RequestCountTests {
    @Test(arguments: FogSim.Dialect.allCases, [false, true])
    func `Asks for a host alone twice, and for the rest with the others`(
        dialect: FogSim.Dialect,
        isSlow: Bool
    ) async throws {
        let site = SimulatedSite(hosts: 200, dialect: dialect) { if isSlow { $0.latency = Self.latency } }

        let run = try await site.run(Self.deploy("{ parallel = 50, wait = false }", where: "host.imageID"))

        let count = RequestCount(run.requests)
        #expect(run.failure == nil)
        #expect(run.printed == ["fine: \(count.tasks)"])
        #expect(count.tasks > 150)
        #expect(Double(count.own) <= 2.2 * Double(count.tasks))
        // One for ten hosts, and what is asked once: dialect, zone, task types, the hosts themselves. Where answers take
        // their time, hosts are at different points before long.
        #expect(count.shared <= (isSlow ? 40 : 20) + 8)
    }

    @Test(arguments: FogSim.Dialect.allCases, [false, true])
    func `Asks for a host alone four times where it is given its image`(
        dialect: FogSim.Dialect,
        isSlow: Bool
    ) async throws {
        let site = SimulatedSite(hosts: 200, dialect: dialect) { if isSlow { $0.latency = Self.latency } }

        let run = try await site.run(Self.deploy("{ parallel = 50, wait = false, image = 2 }", where: "host"))

        let count = RequestCount(run.requests)
        #expect(run.failure == nil)
        #expect(run.printed == ["fine: 200"])
        #expect(count.tasks == 200 && count.assigned > 100)
        #expect(Double(count.own) <= 2.2 * Double(200 - count.assigned) + 4.2 * Double(count.assigned))
        // Hosts that have the image overtake the others, so fewer are at the same point at the same time.
        #expect(count.shared <= 100)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Waits for many by looks that do not grow with their number`(dialect: FogSim.Dialect) async throws {
        let site = SimulatedSite(hosts: 60, dialect: dialect) { $0.slots = 60 }

        let run = try await site.run(Self.deploy("{ parallel = 20, interval = 15 }", where: "host.imageID"))

        let count = RequestCount(run.requests)
        #expect(run.printed == ["fine: \(count.tasks)"])
        #expect(count.tasks > 50)
        #expect(Double(count.own) <= 2.2 * Double(count.tasks))
        #expect(Double(count.looks) <= run.seconds / 15 + 2)
        // What hosts need that begin after a look: captures, their tasks before and after, those that have ended.
        #expect(count.shared <= 4 * count.looks + 8)
    }

    private static let latency: ClosedRange<Duration> = .milliseconds(20) ... .milliseconds(90)

    /// A script that deploys to the hosts for which an expression holds.
    private static func deploy(_ options: String, where condition: String) -> String {
        """
        local hosts = {}
        for _, host in ipairs(fog.hosts()) do
          if \(condition) then hosts[#hosts + 1] = host end
        end
        local fine = 0
        for _, result in ipairs(fog.deploy(hosts, \(options))) do
          if result.ok then fine = fine + 1 else print(result) end
        end
        print("fine: " .. fine)
        """
    }
}

/// Requests by what they are for.
private struct RequestCount {
    /// Those that name one host.
    var own = 0
    /// Those of them that give it an image.
    var assigned = 0
    /// Those of them that give it a task.
    var tasks = 0
    /// Looks at all that is active.
    var looks = 0
    /// All others.
    var shared = 0

    init(_ requests: [String]) {
        for request in requests {
            if request.firstMatch(of: #/ /fog/host/\d+/#) != nil {
                own += 1
                if request.contains("/edit ") { assigned += 1 }
                if request.contains("/task ") { tasks += 1 }
            } else if request.firstMatch(of: #/ /fog/task/active(\?start=\d+&length=\d+)? $/#) != nil {
                looks += 1
            } else {
                shared += 1
            }
        }
    }
}
