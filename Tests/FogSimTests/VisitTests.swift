import FogSim
import HTTPTypes
import TestSupport
import Testing

/// Requests that take time on their way.
@Suite struct VisitTests {
    private static let slow = Duration.milliseconds(40)...Duration.milliseconds(400)

    private func client(_ change: (inout FogSim.Configuration) -> Void = { _ in }, seed: UInt64 = 1) -> SimClient {
        var lab = FogSim.Configuration.lab()
        lab.isObserved = true
        change(&lab)
        return SimClient(lab, seed: seed)
    }

    @Test func `Answers at once where nothing takes time`() throws {
        let client = client()

        let visit = client.receive("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)

        #expect(visit.due == .zero)
        #expect(client.sim.answer(to: visit, at: .zero)?.status == 200)
        #expect(client.sim.answer(to: visit, at: .zero) == nil)
    }

    @Test func `Takes effect when the answer is due, whether or not anybody waits`() throws {
        let client = client { $0.faults = [.init(.delay(.seconds(3)), method: "POST")] }
        let visit = client.receive("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
        #expect(visit.due == .seconds(3))
        #expect(client.sim.nextEvent() == .zero)

        client.sim.leave(visit)
        #expect(client.sim.answer(to: visit, at: .seconds(2)) == nil)
        #expect(client.sim.rows(of: "task").isEmpty)
        client.sim.advance(to: .seconds(3))

        #expect(client.sim.rows(of: "task").count == 1)
        #expect(client.sim.answer(to: visit, at: .seconds(9)) == nil)
    }

    @Test(arguments: [(FogSim.FaultRule.Effect.hang, 0), (.hangAfter, 1)])
    func `Never answers a request that hangs`(effect: FogSim.FaultRule.Effect, tasks: Int) {
        let client = client { $0.faults = [.init(effect)] }

        let visit = client.receive("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)
        client.sim.advance(to: .seconds(1000))

        #expect(visit.due == nil)
        #expect(client.sim.rows(of: "task").count == tasks)
        #expect(client.sim.answer(to: visit, at: .seconds(1000)) == nil)
    }

    @Test func `Loses the answer where an outage begins on the way`() {
        let client = client {
            $0.faults = [.init(.delay(.seconds(3)))]
            $0.outages = [.seconds(2)..<(.seconds(9))]
        }

        let visit = client.receive("GET", "/fog/host/1")

        #expect(client.sim.answer(to: visit, at: .seconds(3))?.delivery == .lost)
    }

    /// Posts six tasks for one host at the same moment and gives how many were made.
    private func sixAtOnce(_ type: Int, seed: UInt64, hasLock: Bool) -> (made: Int, refused: Int) {
        let client = client(
            {
                $0.latency = Self.slow
                if hasLock { $0.quirks.remove(.noTaskLock) }
            },
            seed: seed
        )
        let visits = (1...6).map { _ in client.receive("POST", "/fog/host/1/task", #"{"taskTypeID":\#(type)}"#) }
        let answers = visits.map { client.sim.answer(to: $0, at: .seconds(1))?.status }
        return (client.sim.rows(of: "task").count { $0["stateID"] == "1" }, answers.count { $0 == 500 })
    }

    @Test func `Makes several tasks of requests that are on their way at once`() {
        let made = (1...20).map { sixAtOnce(1, seed: $0, hasLock: false) }

        // Origin: api-1.5.md section 7: six at once made three to six active tasks.
        #expect(made.allSatisfy { (2...6).contains($0.made) && $0.made + $0.refused == 6 })
        #expect(Set(made.map(\.made)).count > 2)
        #expect(sixAtOnce(1, seed: 5, hasLock: false) == sixAtOnce(1, seed: 5, hasLock: false))
        #expect(sixAtOnce(10, seed: 5, hasLock: false).made > 1)
    }

    @Test func `Makes one task where the server has a lock`() {
        for seed in 1...5 { #expect(sixAtOnce(1, seed: UInt64(seed), hasLock: true) == (1, 5)) }
    }

    @Test func `Notes what changed, of which host and by which request`() throws {
        var client = client()
        _ = client.send("POST", "/fog/host/3/task", #"{"taskTypeID":1,"taskName":"x","wol":true}"#)
        _ = client.send("GET", "/fog/host/3")
        _ = client.send("PUT", "/fog/host/3", #"{"imageID":2}"#)
        client.elapsed = .seconds(100)
        _ = client.send("DELETE", "/fog/task/1/cancel")
        _ = client.send("DELETE", "/fog/group/2")

        let changes = client.sim.changes()
        let made = try #require(changes.first)
        #expect(made.table == "task" && made.kind == .made && made.host == 3 && made.new["name"] == "x - pc-003")
        #expect(made.cause?.number == 1 && made.cause?.method == "POST" && made.cause?.path == "/fog/host/3/task")
        let edited = try #require(changes.first { $0.table == "host" })
        #expect(edited.old == ["imageID": "1"] && edited.new == ["imageID": "2"] && edited.cause?.number == 3)
        #expect(changes.contains { $0.table == "task" && $0.new["stateID"] == "3" && $0.cause == nil })
        let cancelled = changes.filter(\.isCancellation)
        #expect(cancelled.map(\.id) == [1] && cancelled.first?.time == .seconds(100))
        #expect(changes.filter { $0.kind == .removed }.map(\.table).contains("group"))
    }

    @Test func `Notes nothing unless asked to`() {
        let client = SimClient(.lab())
        _ = client.send("POST", "/fog/host/3/task", #"{"taskTypeID":1}"#)

        #expect(client.sim.changes().isEmpty)
    }
}
