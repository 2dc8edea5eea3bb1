import FogAPI
import FogHTTP
import HTTPTypes
import Testing

/// Requests that end before their answer.
@Suite struct GivingUpTests {
    @Test func `Finds nothing listening at once, and knows that nothing arrived`() async throws {
        try await RawServer.withDeadPort { port in
            try await withTransport(port: port) { transport in
                let error = try await transport.failure(.post)

                #expect(error == TransportError(.unreachable, "connection refused", mayHaveArrived: false))
            }
        }
    }

    @Test func `Fails each of many requests where nothing listens`() async throws {
        try await RawServer.withDeadPort { port in
            try await withTransport(port: port) { transport in
                let codes = await withTaskGroup { group in
                    for _ in 1...50 { group.addTask { try? await transport.failure().code } }
                    return await group.reduce(into: []) { $0.append($1) }
                }

                #expect(codes == Array(repeating: .unreachable, count: 50))
            }
        }
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"])
    func `Gives up after the time for the whole answer`(_ beginning: String) async throws {
        try await RawServer.run { request in
            if request.hasPrefix("GET") { return [.send(answer("{}"))] }
            return beginning.isEmpty ? [] : [.send(beginning)]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                // The connection stands already when the time begins to count.
                _ = try await transport.ask(.get)
                let error = try await transport.failure(.post, timeout: .milliseconds(300))

                #expect(error == TransportError(.timedOut, "no whole answer within 0.3 s", mayHaveArrived: true))
            }
            await server.ended(1)
        }
    }

    @Test func `Knows that a request still waiting for a connection did not arrive`() async throws {
        var limits = HTTPLimits()
        limits.connections = 1
        try await RawServer.run { _ in
            []
        } perform: { [limits] server in
            try await withTransport(port: server.port, limits: limits) { transport in
                await withThrowingTaskGroup { group in
                    group.addTask { try await transport.ask() }
                    await server.received(1)

                    let error = try? await transport.failure(.post, timeout: .milliseconds(100))

                    #expect(error == TransportError(.timedOut, "no connection within 0.1 s", mayHaveArrived: false))
                    group.cancelAll()
                }
            }
        }
    }

    @Test func `Gives up on a server that does not answer to TLS`() async throws {
        var limits = HTTPLimits()
        limits.connect = .milliseconds(200)
        try await RawServer.run { _ in
            []
        } perform: { [limits] server in
            try await withTransport(port: server.port, scheme: "https", limits: limits) { transport in
                let error = try await transport.failure()

                #expect(error.code == .unreachable, "\(error)")
                #expect(!error.mayHaveArrived)
            }
        }
    }

    @Test func `Gives up on a host that takes no connection`() async throws {
        var limits = HTTPLimits()
        limits.connect = .milliseconds(200)
        try await RawServer.withFullQueue { [limits] port in
            try await withTransport(port: port, limits: limits) { transport in
                let error = try await transport.failure(.post)

                #expect(error == TransportError(.unreachable, "no connection within 0.2 s", mayHaveArrived: false))
            }
        }
    }

    @Test func `Ends a cancelled request and its connection`() async throws {
        try await RawServer.run { _ in
            []
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                await #expect(throws: CancellationError.self) {
                    try await withThrowingTaskGroup { group in
                        group.addTask { try await transport.ask() }
                        await server.received(1)
                        group.cancelAll()
                        try await group.waitForAll()
                    }
                }
                await server.ended(1)
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test func `Fails what is on its way and what comes later once it is shut down`() async throws {
        try await RawServer.run { _ in
            []
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let error = try await withThrowingTaskGroup { group in
                    group.addTask { try await transport.failure() }
                    await server.received(1)
                    await transport.shutdown()
                    return try #require(try await group.next())
                }
                let later = try await transport.failure()

                #expect(error.mayHaveArrived)
                #expect(
                    later == TransportError(.unreachable, "the transport has been shut down", mayHaveArrived: false)
                )
                await server.ended(1)
            }
        }
    }

    @Test func `Can be forgotten without being shut down`() async throws {
        try await RawServer.run { _ in
            [.send(answer("{}"))]
        } perform: { server in
            do {
                let transport = try HTTPTransport(ServerAddress(parsing: "http://127.0.0.1:\(server.port)"))
                _ = try await transport.ask()
            }
            await server.ended(1)
        }
    }
}
