import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Synchronization
import Testing

/// What a multicast gives back where something fails after its first request.
@Suite struct MulticastResultTests {
    private func ids(_ numbers: Int...) throws -> [HostID] { try numbers.map { try #require(HostID($0)) } }

    private static let unreachable = TransportError(.unreachable, "refused", mayHaveArrived: false)

    /// A site on which hosts have a task that may be replaced.
    private func site(busy hosts: Int...) throws -> Site {
        let site = Site()
        let rows = hosts.map { #"{"id":\#($0),"hostID":\#($0),"name":"old","typeID":10,"stateID":1}"# }
        try #require(site.sim.patch(Array(#"{"rows":{"task":[\#(rows.joined(separator: ","))]}}"#.utf8)))
        return site
    }

    @Test(arguments: ["/fog/multicastsession/", "/fog/multicastsessionassociation"])
    func `Names each host's task where the session cannot be read`(path: String) async throws {
        let site = Site()
        let isSent = Mutex(false)
        site.transport.before { line in
            if line.hasPrefix("POST") { isSent.withLock { $0 = true } }
            if isSent.withLock({ $0 }), line.hasPrefix("GET \(path)") { throw Self.unreachable }
        }

        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(), marker: .example(1))

        #expect(work.hosts.map { $0.error?.code } == [.uncertain, .uncertain])
        #expect(
            work.hosts.map { $0.error?.message } == [
                "task 1 of host 1 \"pc-001\" was made, and whether it is in session \"fh00000000000001 Multi-Cast\" "
                    + "cannot be read",
                "task 2 of host 2 \"pc-002\" was made, and whether it is in session \"fh00000000000001 Multi-Cast\" "
                    + "cannot be read",
            ]
        )
    }

    @Test func `Says so where a task that got into no session cannot be called off`() async throws {
        let site = Site()
        site.transport.before { line in
            if line.hasPrefix("GET /fog/multicastsessionassociation") {
                site.raw(.delete, "/fog/multicastsessionassociation/2/delete")
            }
            if line.hasPrefix("DELETE") { throw Self.unreachable }
        }

        let work = try await site.server.multicast(try ids(1, 2, 3), TaskOptions(), marker: .example(1))

        #expect(work.sessions.map(\.id.number) == [1])
        #expect(work.hosts.map { $0.error?.code } == [nil, .server, nil])
        #expect(work.hosts[1].error?.hint?.contains("task 2 could not be called off") == true)
    }

    @Test func `Names what was called off for a host that then got no task`() async throws {
        let site = try site(busy: 2)
        site.transport.before { line in
            if line.hasPrefix("POST /fog/host/2/") { throw Self.unreachable }
        }

        let work = try await site.server.multicast(try ids(1, 2), TaskOptions(replace: true), marker: .example(1))

        #expect(work.hosts[0].created != nil)
        #expect(work.hosts[1].error?.code == .unavailable)
        #expect(work.hosts[1].error?.hint?.contains("task 2 \"old\" of host 2 was called off") == true)
    }

    @Test func `Names what was called off where room cannot be made for all hosts`() async throws {
        let site = try site(busy: 1, 2)
        site.transport.before { line in
            if line.hasPrefix("DELETE /fog/task/2/") { throw Self.unreachable }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.multicast(try ids(1, 2), TaskOptions(replace: true), marker: .example(1))
        }

        #expect(error?.code == .unavailable)
        #expect(error?.hint?.contains("task 1 \"old\" of host 1 was called off") == true)
        #expect(error?.hint?.contains("keeps task 2") == true)
        #expect(site.transport.changes.count == 2)
    }

    @Test func `Names what was called off for a single host before the rest could not be`() async throws {
        let site = try site(busy: 1)
        let more = #"{"rows":{"task":[{"id":2,"hostID":1,"name":"older","typeID":10,"stateID":1}]}}"#
        try #require(site.sim.patch(Array(more.utf8)))
        site.transport.before { line in
            if line.hasPrefix("DELETE /fog/task/2/") { throw Self.unreachable }
        }

        let error = await #expect(throws: FogError.self) {
            try await site.server.createTask(
                try ids(1)[0],
                .name(.deploy),
                TaskOptions(replace: true),
                marker: .example(1)
            )
        }

        #expect(error?.hint?.contains("task 1 \"old\" of host 1 was called off") == true)
    }

    @Test func `Tells what was done where the call is called off between two hosts`() async throws {
        let site = Site()
        let task = Mutex(Task<MulticastWork, any Error>?.none)
        site.transport.before { line in
            if line.hasPrefix("POST /fog/host/2/") { task.withLock { $0?.cancel() } }
        }
        let hosts = try ids(1, 2, 3)
        let gate = GatedTransport(site.transport)
        let server = FogServer(gate, credentials: site.server.credentials)
        let call = Task { try await server.multicast(hosts, TaskOptions(), marker: .example(1)) }
        task.withLock { $0 = call }
        await gate.waitForChange()
        gate.open()

        let work = try await call.value

        #expect(site.transport.changes.count == 2)
        #expect(work.hosts.map(\.host) == hosts && !work.isComplete)
        #expect(work.hosts.map { $0.error?.code } == [.uncertain, .uncertain, .cancelled])
        #expect(work.hosts[0].error?.message.hasPrefix("task 1 of host 1 \"pc-001\" was made") == true)
        #expect(work.hosts[2].error?.message == "host 3 \"pc-003\" was not asked: the call was called off")
    }

    @Test func `Gives no second task to a host of a multicast that was called off on its way`() async throws {
        let site = Site()
        let gate = GatedTransport(site.transport)
        let server = FogServer(gate, credentials: site.server.credentials)
        let hosts = try ids(1, 2)
        let first = Task { try await server.multicast(hosts, TaskOptions(), marker: .example(1)) }
        await gate.waitForChange()
        first.cancel()
        _ = await first.result
        gate.open()

        let error = await #expect(throws: FogError.self) {
            try await server.createTask(hosts[0], .name(.deploy), TaskOptions(), marker: .example(2))
        }

        #expect(error?.code == .conflict)
        #expect(site.transport.changes.isEmpty)
    }
}
