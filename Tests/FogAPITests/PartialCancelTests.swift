import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Synchronization
import Testing

/// Calls that do several things: what was done is told where the rest fails.
@Suite struct PartialCancelTests {
    private static let unreachable = TransportError(.unreachable, "refused", mayHaveArrived: false)

    private func id<Row>(_ number: Int) throws -> Identifier<Row> { try #require(Identifier<Row>(number)) }

    @Test func `Names the tasks that were called off where another of the host's could not be`() async throws {
        let site = Site()
        let rows = (1...3).map { #"{"id":\#($0),"hostID":1,"name":"old","typeID":10,"stateID":1}"# }
        try #require(site.sim.patch(Array(#"{"rows":{"task":[\#(rows.joined(separator: ","))]}}"#.utf8)))
        site.transport.before { line in
            if line.hasPrefix("DELETE /fog/task/2/") { throw Self.unreachable }
        }

        let error = await #expect(throws: FogError.self) { try await site.server.cancelTasks(of: id(1)) }

        #expect(error?.code == .unavailable)
        #expect(
            error?.hint?.hasSuffix("task 1 \"old\" of host 1, task 3 \"old\" of host 1 was called off") == true
        )
    }

    @Test func `Says that a session was called off where one of its tasks could not be`() async throws {
        let site = Site()
        let hosts: [HostID] = [try id(1), try id(2)]
        let work = try await site.server.multicast(hosts, TaskOptions(), marker: .example(1))
        let session = try #require(work.sessions.first)
        let isSent = Mutex(false)
        site.transport.before { line in
            if line.hasPrefix("DELETE") { isSent.withLock { $0 = true } }
            if isSent.withLock({ $0 }), line.hasPrefix("GET /fog/task/2 ") { throw Self.unreachable }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.cancelMulticastSession(session.id)
        }

        #expect(error?.hint?.contains("multicast session 1 was called off before that") == true)
    }

    @Test func `Says that the task was called off where its snapin job could not be`() async throws {
        let site = Site()
        let rows = #"""
            {"rows":{"snapin":[{"id":1,"name":"a","file":"a","isEnabled":"1"}],
            "snapinassociation":[{"id":1,"hostID":1,"snapinID":1}]}}
            """#
        try #require(site.sim.patch(Array(rows.utf8)))
        let made = try await site.server.createTask(id(1), .name(.allSnapins), TaskOptions(), marker: .example(1))
        guard case .snapins(let work) = made.work else {
            Issue.record("made \(made.work)")
            return
        }
        site.transport.before { line in
            if line.hasPrefix("GET /fog/snapinjob") { throw Self.unreachable }
        }

        let error = await #expect(throws: FogError.self) { try await site.server.cancel(work) }

        #expect(error?.code == .unavailable && error?.hint?.contains("was called off before that") == true)
    }

    @Test func `Tells the tasks of the others where a call for several hosts is called off`() async throws {
        let site = Site(dialect: .fog15php8, limits: FogLimits(concurrency: 1))
        let task = Mutex(Task<[HostResult], any Error>?.none)
        site.transport.before { line in
            if line.hasPrefix("POST /fog/host/2/") { task.withLock { $0?.cancel() } }
        }
        let gate = GatedTransport(site.transport)
        let server = FogServer(gate, credentials: site.server.credentials, limits: FogLimits(concurrency: 1))
        let hosts: [HostID] = [try id(1), try id(2), try id(3)]
        let call = Task {
            try await server.createTasks(hosts, .name(.deploy), TaskOptions()) { .example($0.number) }
        }
        task.withLock { $0 = call }
        await gate.waitForChange()
        gate.open()

        let results = try await call.value

        #expect(results.map(\.host) == hosts)
        #expect(results[0].created?.task?.id.number == 1)
        #expect(results.map { $0.error?.code } == [nil, .uncertain, .cancelled])
        #expect(site.transport.changes.count == 2)
    }
}
