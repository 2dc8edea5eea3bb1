import FogAPI
import FogHTTP
import FogSim
import FogSimServer
import FogTime
import Foundation
import HTTPTypes
import Testing

/// How the server comes, answers and goes.
@Suite struct ServingTests {
    private static let tokens = """
        fog-api-token: \(FogSim.Access().apiToken)\r\nfog-user-token: \(FogSim.Access().userToken)\r\n
        """

    private func port(of transport: HTTPTransport) throws -> Int {
        try ServerAddress(parsing: transport.address).port
    }

    @Test func `Answers as Apache does: in chunks, and closes`() async throws {
        try await withServer(.lab(hosts: 1)) { transport, _ in
            let request = "GET /fog/system/info HTTP/1.1\r\nHost: x\r\n" + Self.tokens + "\r\n"

            let answer = try await exchange(port: port(of: transport), request)

            let lines = answer.components(separatedBy: "\r\n")
            #expect(lines.first == "HTTP/1.1 200 OK")
            #expect(lines.contains { $0.lowercased() == "connection: close" })
            #expect(lines.contains { $0.lowercased() == "transfer-encoding: chunked" })
            #expect(lines.contains { $0.lowercased() == "content-type: application/json" })
            #expect(answer.hasSuffix("\r\n\r\n8\r\nsuccess\n\r\n0\r\n\r\n"))
        }
    }

    @Test func `Answers HEAD without a body`() async throws {
        try await withServer(.lab(hosts: 1)) { transport, _ in
            let request = "HEAD /fog/system/info HTTP/1.1\r\nHost: x\r\n" + Self.tokens + "\r\n"

            let answer = try await exchange(port: port(of: transport), request)

            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n"))
            #expect(!answer.contains("success"))
        }
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET /fog HTTP/9.9\r\n\r\n", "GET /fog/host HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    ])
    func `Survives what is no HTTP`(_ text: String) async throws {
        try await withServer(.lab(hosts: 1)) { transport, _ in
            let answer = try await exchange(port: port(of: transport), text)
            let next = try await exchange(port: port(of: transport), "GET /fog/host HTTP/1.1\r\nHost: x\r\n\r\n")

            #expect(answer.hasPrefix("HTTP/1.1 400"))
            #expect(next.hasPrefix("HTTP/1.1 403"))
        }
    }

    @Test func `Refuses connections during an outage, and has the same port after it`() async throws {
        var lab = FogSim.Configuration.lab(hosts: 1)
        lab.outages = [.seconds(600)..<Duration.seconds(1_200)]
        try await withServer(lab, speed: 60) { transport, clock in
            #expect(try await status(transport) == 403)

            try await clock.pass(.seconds(10))
            var during: TransportError?
            while during == nil || during?.code == .cut { during = try await failure(transport) }
            try await clock.pass(.seconds(10))
            var after: Int?
            while after == nil { after = try? await status(transport) }

            #expect(during?.code == .unreachable)
            #expect(during?.mayHaveArrived == false)
            #expect(after == 403)
        }
    }

    @Test func `Answers late by its clock`() async throws {
        var lab = FogSim.Configuration.lab(hosts: 1)
        lab.faults = [.init(.delay(.seconds(120)))]
        try await withServer(lab, speed: 60) { transport, clock in
            let code = try await withThrowingTaskGroup(of: Int?.self) { group in
                group.addTask { try await status(transport) }
                group.addTask {
                    while !Task.isCancelled {
                        if !clock.advance() { await Task.yield() }
                    }
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }

            #expect(code == 403)
            #expect(clock.now.elapsed == .seconds(2))
        }
    }

    @Test func `Ends with its task, and gives its port back`() async throws {
        var last = 0
        for _ in 1...3 {
            let wanted = last
            try await withServer(.lab(hosts: 1), port: wanted) { transport, _ in
                last = try port(of: transport)
                #expect(wanted == 0 || wanted == last)
                #expect(try await status(transport) == 403)
            }
        }
        let transport = try HTTPTransport(ServerAddress(parsing: "http://127.0.0.1:\(last)"))
        #expect(try await failure(transport)?.code == .unreachable)
    }

    @Test func `Ends although a client holds a connection open`() async throws {
        try await withThrowingTaskGroup { group in
            try await withServer(.lab(hosts: 1)) { transport, _ in
                let port = try port(of: transport)
                group.addTask { _ = try? await exchange(port: port, "GET /fog/host HTTP/1.1\r\n") }
                #expect(try await status(transport) == 403)
            }
            try await group.waitForAll()
        }
    }

    @Test func `Says that a port is taken`() async throws {
        try await withServer(.lab(hosts: 1)) { transport, _ in
            let port = try port(of: transport)

            let error = await #expect(throws: FogSimServerError.self) {
                try await withServer(.lab(hosts: 1), port: port) { _, _ in }
            }

            #expect(error?.message.contains("port \(port) of 127.0.0.1") == true)
        }
    }

    private func status(_ transport: HTTPTransport) async throws -> Int {
        let request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/fog/host")
        return try await transport.send(request, body: nil, timeout: .seconds(30)).response.status.code
    }

    private func failure(_ transport: HTTPTransport) async throws -> TransportError? {
        do { _ = try await status(transport) } catch let error as TransportError { return error }
        return nil
    }
}
