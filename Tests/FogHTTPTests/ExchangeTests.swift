import FogAPI
import FogHTTP
import HTTPTypes
import Testing

/// Requests that are answered.
@Suite struct ExchangeTests {
    @Test func `Sends method, path, header fields and body unchanged`() async throws {
        try await RawServer.run { _ in
            [.send(answer("{}"))]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                _ = try await transport.ask(.get, "/fog/host/1?a=%C3%BC&b", body: #"{"name":"ü%"}"#)
            }

            let lines = try #require(server.requests.first).split(separator: "\r\n").map(String.init)
            #expect(lines.first == "GET /fog/host/1?a=%C3%BC&b HTTP/1.1")
            #expect(
                Set(lines.dropFirst().dropLast()) == [
                    "Host: 127.0.0.1:\(server.port)", "fog-api-token: c2VjcmV0==", "Accept: application/json",
                    "Content-Length: 14",
                ]
            )
            #expect(lines.last == #"{"name":"ü%"}"#)
        }
    }

    @Test func `Refuses a path that would be rewritten`() async throws {
        try await withTransport(port: 9) { transport in
            let error = await #expect(throws: TransportError.self) {
                try await transport.ask(.get, "/fog/host/search/ü")
            }

            #expect(error?.mayHaveArrived == false)
        }
    }

    @Test func `Gives an answer as it is, whatever its status and type`() async throws {
        let page = "<html><body>Bad Gateway</body></html>"
        try await RawServer.run { _ in
            [.send(answer(page, status: "502 Bad Gateway", fields: "Content-Type: text/html\r\nX-Odd: a  b\r\n"))]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let answer = try await transport.ask()

                #expect(answer.response.status == HTTPResponse.Status(code: 502, reasonPhrase: "Bad Gateway"))
                #expect(answer.response.headerFields[.contentType] == "text/html")
                #expect(answer.response.headerFields[HTTPField.Name("x-odd") ?? .age] == "a  b")
                #expect(answer.text == page)
            }
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `Follows no redirect, so that no other host sees a token`(_ status: Int) async throws {
        try await RawServer.run { _ in
            [.send(answer("{}"))]
        } perform: { other in
            try await RawServer.run { _ in
                let place = "http://127.0.0.1:\(other.port)/fog/host"
                return [.send(answer("", status: "\(status) Moved", fields: "Location: \(place)\r\n"))]
            } perform: { server in
                try await withTransport(port: server.port) { transport in
                    let answer = try await transport.ask()

                    #expect(answer.response.status.code == status)
                }
            }
            #expect(other.connections == 0)
        }
    }

    @Test func `Takes a body in chunks, with an early hint before it`() async throws {
        try await RawServer.run { _ in
            [
                .send(
                    "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                ),
                .send("2\r\n{\"\r\n"), .send("5\r\na\":1}\r\n"), .send("0\r\n\r\n"),
            ]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let answer = try await transport.ask()

                #expect(answer.response.status.code == 200)
                #expect(answer.text == #"{"a":1}"#)
            }
        }
    }

    @Test func `Shares a few connections among many requests`() async throws {
        try await RawServer.run { _ in
            [.send(answer("{}"))]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let codes = try await withThrowingTaskGroup { group in
                    for _ in 1...200 { group.addTask { try await transport.ask().response.status.code } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }

                #expect(codes == Array(repeating: 200, count: 200))
            }
            #expect(server.requests.count == 200)
            #expect((1...8).contains(server.connections))
        }
    }

    @Test func `Copes with a server that closes after each answer`() async throws {
        try await RawServer.run { _ in
            [.send(answer("{}", fields: "Connection: close\r\n")), .close]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                for _ in 1...100 { _ = try await transport.ask() }
                try await withThrowingTaskGroup { group in
                    for _ in 1...100 { group.addTask { _ = try await transport.ask() } }
                    try await group.waitForAll()
                }
            }
            #expect(server.connections == 200)
        }
    }
}
