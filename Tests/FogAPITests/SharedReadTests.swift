import FogAPI
import FogModel
import FogSim
import HTTPTypes
import Testing

/// What several callers ask at the same time is read once; each is answered as if it had asked alone.
@Suite(.timeLimit(.minutes(2))) struct SharedReadTests {
    private func host(_ number: Int) throws -> HostID { try #require(HostID(number)) }

    private func query(_ number: Int) throws -> TaskQuery { TaskQuery(hosts: [try host(number)]) }

    /// A client that has one request under way at a time, and has asked all that it asks once.
    private func slowSite() async throws -> (site: Site, server: FogServer, transport: HeldTransport) {
        let site = Site()
        let transport = HeldTransport(site.transport, isOpen: true)
        let server = FogServer(
            transport,
            credentials: site.server.credentials,
            clock: site.clock,
            limits: FogLimits(concurrency: 1)
        )
        _ = try await server.tasks()
        transport.close()
        return (site, server, transport)
    }

    @Test func `Takes all along who ask until it is sent, and nobody later`() async throws {
        let (site, server, transport) = try await slowSite()
        let queries = try (1...4).map(query)
        let other = Task.immediate { try await server.taskTypes() }
        _ = await transport.arrival()
        let early = queries[..<3].map { query in Task.immediate { try await server.tasks(query) } }
        transport.release()

        let shared = await transport.arrival()
        let late = Task.immediate { try await server.tasks(queries[0]) }
        site.raw(.post, "/fog/host/1/task", #"{"taskTypeID":1}"#)
        // The request that is under way left before the task was made; what the simulator answers to it now is beside the
        // point, since the late caller has one of its own.
        transport.release()
        let own = await transport.arrival()
        transport.open()

        #expect(shared == #"GET /fog/task/active {"hostID":[1,2,3]}"#)
        #expect(own == #"GET /fog/task/active {"hostID":[1]}"#)
        #expect(try await late.value.count == 1)
        for caller in early.dropFirst() { #expect(try await caller.value.isEmpty) }
        _ = try await other.value
    }

    @Test func `Goes on for the others where the one who asks for all is called off`() async throws {
        let (_, server, transport) = try await slowSite()
        let queries = try (1...4).map(query)
        let other = Task.immediate { try await server.taskTypes() }
        _ = await transport.arrival()
        let callers = queries.map { query in Task.immediate { try await server.tasks(query) } }
        // One is called off before anything was sent, the leader after that.
        callers[1].cancel()
        transport.release()
        let first = await transport.arrival()
        callers[0].cancel()
        let second = await transport.arrival()
        transport.open()

        #expect(first == #"GET /fog/task/active {"hostID":[1,3,4]}"#)
        #expect(second == #"GET /fog/task/active {"hostID":[3,4]}"#)
        for caller in callers[..<2] {
            await #expect(throws: CancellationError.self) { try await caller.value }
        }
        for caller in callers[2...] { #expect(try await caller.value.isEmpty) }
        _ = try await other.value
    }

    @Test func `Keeps a host over which the server fails from standing in the way of the others`() async throws {
        let scripted = ScriptedTransport { request, _ in
            let body = request.body ?? ""
            if request.path == "/fog/service/list" { return .json(#"{"count":0,"services":[]}"#) }
            if body.contains("3") { return .json(#"{"error":"broken"}"#, status: 500) }
            return .json(#"{"count":0,"tasks":[]}"#)
        }
        let transport = HeldTransport(scripted, isOpen: true)
        let server = FogServer(transport, limits: FogLimits(concurrency: 1))
        _ = try await server.tasks()
        transport.close()
        let queries = try (1...5).map(query)
        let other = Task.immediate { try await server.tasks() }
        _ = await transport.arrival()
        let callers = queries.map { query in Task.immediate { try await server.tasks(query) } }
        transport.open()

        for (number, caller) in zip(1..., callers) {
            if number == 3 {
                await #expect(throws: FogError.self) { try await caller.value }
            } else {
                #expect(try await caller.value.isEmpty)
            }
        }
        #expect(transport.sent.count == 1 + 5)
        _ = try await other.value
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Costs one caller five requests and no time`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        _ = try await site.server.createTask(try host(1), .name(.deploy), TaskOptions(), marker: .example(1))
        site.transport.forget()

        _ = try await site.server.createTask(try host(2), .name(.deploy), TaskOptions(), marker: .example(2))

        #expect(site.transport.sent.count == 5)
        #expect(site.clock.pauses.isEmpty)
    }
}
