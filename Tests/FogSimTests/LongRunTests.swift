import FogSim
import TestSupport
import Testing

/// Random work over days, in every dialect: what must always hold.
@Suite struct LongRunTests {
    @Test(arguments: FogSim.Dialect.allCases, [UInt64(1), 2])
    func `Keeps its books through random work`(dialect: FogSim.Dialect, seed: UInt64) throws {
        var lab = FogSim.Configuration.lab(hosts: 12, dialect: dialect)
        lab.slots = 3
        lab.latency = .zero ... .seconds(4)
        lab.behaviours = ["pc-001": .fails(at: 30), "pc-002": .stalls(at: 60), "pc-003": .powersOff(at: 10)]
        lab.faults = [
            .init(.dropAnswer, probability: 0.1), .init(.hang, probability: 0.05), .init(.delay(.seconds(30))),
        ]
        lab.isObserved = true
        var client = SimClient(lab, seed: seed)
        var chance = Chance(state: seed)

        for round in 0..<150 {
            let (method, path, body) = request(&chance)
            _ = client.receive(method, "/fog/" + path, body)
            client.elapsed += .seconds(chance.below(120))
            client.sim.advance(to: client.elapsed)
            guard round % 10 == 0 else { continue }
            let busy = client.sim.rows(of: "task").filter {
                $0["stateID"] == "3" && Self.withSlot.contains($0["typeID"])
            }
            #expect(busy.count <= 3)
        }

        let changes = client.sim.changes()
        #expect(changes.count { $0.table == "task" && $0.kind == .made } > 20)
        // What is over stays over, and time does not go back.
        let revived = changes.filter { change in
            change.table == "task" && ["4", "5", "6"].contains(change.old["stateID"]) && change.new["stateID"] != nil
        }
        #expect(revived.isEmpty)
        #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.time <= $1.time })
        // The database as it is follows from the changes alone.
        let made = changes.count { $0.table == "task" && $0.kind == .made }
        let removed = changes.count { $0.table == "task" && $0.kind == .removed }
        #expect(client.sim.rows(of: "task").count == made - removed)
    }

    /// Types of tasks that take a slot.
    private static let withSlot: Set<String?> = ["1", "15", "17"]

    private func request(_ chance: inout Chance) -> (String, String, String) {
        let host = 1 + chance.below(12)
        let types = [1, 1, 17, 2, 8, 8, 10, 12, 13, 14, 5, 18]
        let order = #"{"taskTypeID":\#(types[chance.below(types.count)]),"wol":true,"deploySnapins":1}"#
        switch chance.below(12) {
        case 0...4: return ("POST", "host/\(host)/task", order)
        case 5: return ("POST", "group/\(1 + chance.below(2))/task", order)
        case 6: return ("DELETE", "host/\(host)/cancel", "")
        case 7: return ("DELETE", "task/\(1 + chance.below(60))/cancel", "")
        case 8:
            let minute = chance.below(60)
            let cron = #""minute":"\#(minute)","hour":"*","dayOfMonth":"*","month":"*","dayOfWeek":"*""#
            let body = #"{"name":"n","type":"C","taskTypeID":10,"hostID":\#(host),"isActive":"1",\#(cron)}"#
            return ("POST", "scheduledtask", body)
        case 9:
            let action = ["wol", "shutdown", "reboot"][chance.below(3)]
            let times = #""min":"*","hour":"*","dom":"*","month":"*","dow":"*""#
            return ("POST", "powermanagement", #"{"hostID":\#(host),\#(times),"action":"\#(action)","onDemand":"1"}"#)
        case 10: return ("DELETE", "scheduledtask/\(1 + chance.below(20))/cancel", "")
        default: return ("DELETE", "multicastsession/\(1 + chance.below(5))/cancel", "")
        }
    }
}

/// Small generator of requests.
private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
