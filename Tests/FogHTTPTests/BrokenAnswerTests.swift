import FogAPI
import FogHTTP
import HTTPTypes
import Testing

/// Answers that break off or make no sense.
@Suite struct BrokenAnswerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [RawServer.Step]
        let code: TransportError.Code
    }

    static let cases = [
        Case(testDescription: "closed at once", steps: [.close], code: .cut),
        Case(testDescription: "reset at once", steps: [.reset], code: .cut),
        Case(
            testDescription: "closed within the head",
            steps: [.send("HTTP/1.1 200 OK\r\nContent-"), .close],
            code: .cut
        ),
        Case(
            testDescription: "closed within a body with a length",
            steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"count\":"), .close],
            code: .cut
        ),
        Case(
            testDescription: "reset within a body with a length",
            steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"count\":"), .reset],
            code: .cut
        ),
        Case(
            testDescription: "closed within a body in chunks",
            steps: [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"count\":\r\n"), .close],
            code: .cut
        ),
        Case(
            testDescription: "another protocol",
            steps: [.send("SSH-2.0-OpenSSH_9.2p1\r\n"), .close],
            code: .malformed
        ),
        Case(testDescription: "noise", steps: [.send("\u{1}\u{2}\u{3}\u{0}\u{7F}\r\n\r\n")], code: .malformed),
        Case(
            testDescription: "a header without a colon",
            steps: [.send("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n")],
            code: .malformed
        ),
        Case(
            testDescription: "chunks without a size",
            steps: [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")],
            code: .malformed
        ),
        Case(
            testDescription: "two lengths",
            steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}")],
            code: .malformed
        ),
    ]

    @Test(arguments: cases)
    func `Tells what broke, and that the request may have arrived`(_ item: Case) async throws {
        try await RawServer.run { _ in
            item.steps
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let error = try await transport.failure(.post)

                #expect(error.code == item.code, "\(error)")
                #expect(error.mayHaveArrived)
                #expect(!error.message.contains("\n"))
            }
            #expect(server.requests.count == 1, "nothing is sent twice")
        }
    }

    @Test func `Tells a server that speaks first from one of HTTP`() async throws {
        try await RawServer.run(greeting: "220 mail.example.org ESMTP\r\n") { _ in
            []
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let error = try await transport.failure(timeout: .seconds(5))

                // Words that come before the client listens are lost, and then nothing comes.
                #expect([.malformed, .timedOut].contains(error.code), "\(error)")
            }
        }
    }

    @Test(arguments: ["Content-Length: 5000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n7d0\r\n"])
    func `Refuses an answer beyond the limit`(_ framing: String) async throws {
        var limits = HTTPLimits()
        limits.body = 1_000
        try await RawServer.run { _ in
            [.send("HTTP/1.1 200 OK\r\n" + framing + String(repeating: "x", count: 1_999))]
        } perform: { [limits] server in
            try await withTransport(port: server.port, limits: limits) { transport in
                let error = try await transport.failure()

                #expect(error.code == .tooLarge)
                #expect(error.mayHaveArrived)
            }
        }
    }

    @Test func `Takes an answer that ends with the connection`() async throws {
        try await RawServer.run { _ in
            [.send("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"), .send("</html>"), .close]
        } perform: { server in
            try await withTransport(port: server.port) { transport in
                let answer = try await transport.ask()

                #expect(answer.text == "<html></html>")
            }
        }
    }
}
