import FogAPI
import FogModel
import HTTPTypes
import Testing

@Suite struct RetryTests {
    private let passing: [ScriptedTransport.Reply] = [
        .failure(.init(.unreachable, "refused", mayHaveArrived: false)),
        .failure(.init(.timedOut, "no answer", mayHaveArrived: true)),
        .failure(.init(.cut, "closed", mayHaveArrived: true)), .empty(502), .empty(503), .empty(504),
    ]

    /// Sends a request to a server that gives one reply some times and then a good one.
    private func send(
        _ request: FogRequest,
        _ reply: ScriptedTransport.Reply,
        times: Int
    ) async -> (sent: Int, pauses: [Duration], isGood: Bool) {
        let clock = HastyClock()
        let transport = ScriptedTransport { _, number in number <= times ? reply : .json("[]") }
        let answer = try? await FogServer(transport, clock: clock).send(request)
        return (transport.sent.count, clock.pauses, answer != nil)
    }

    @Test func `Sends a read again, with growing pauses`() async {
        for reply in passing {
            let outcome = await send(.list("host"), reply, times: 3)

            #expect(outcome.isGood && outcome.sent == 4)
            #expect(outcome.pauses == [.milliseconds(500), .seconds(1), .seconds(2)])
        }
    }

    @Test func `Gives up after four sendings`() async {
        for reply in passing {
            let outcome = await send(.list("host"), reply, times: 9)

            #expect(!outcome.isGood && outcome.sent == 4)
        }
    }

    @Test func `Sends a read again twice after a crash of PHP`() async {
        let twice = await send(.list("host"), .empty(500, type: "text/html; charset=UTF-8"), times: 2)
        let often = await send(.list("host"), .empty(500, type: "text/html; charset=UTF-8"), times: 9)

        #expect(twice.isGood && twice.sent == 3)
        #expect(!often.isGood && often.sent == 3)
    }

    @Test func `Never sends a change again`() async {
        for reply in passing + [.empty(500, type: "text/html"), .empty(500)] {
            let outcome = await send(.change(.put, "/fog/host/1", .null, subject: "host 1"), reply, times: 1)

            #expect(!outcome.isGood && outcome.sent == 1)
        }
    }

    @Test(arguments: [401, 403, 404, 417, 501, 302])
    func `Sends nothing again where the answer is clear`(status: Int) async {
        let outcome = await send(.list("host"), .empty(status), times: 1)

        #expect(outcome.sent == 1)
    }

    @Test func `Adds a random part to each pause and stops growing`() async {
        let clock = HastyClock()
        let transport = ScriptedTransport { _, _ in .empty(503) }
        let limits = FogLimits(attempts: 5, pause: .seconds(1), longestPause: .seconds(3))
        let server = FogServer(transport: transport, credentials: .example, clock: clock, limits: limits) { 0.5 }

        _ = try? await server.send(.list("host"))

        #expect(clock.pauses == [.milliseconds(1250), .milliseconds(2500), .milliseconds(3750), .milliseconds(3750)])
    }

    @Test func `Stops where the task is cancelled`() async {
        let transport = ScriptedTransport { _, _ in .empty(503) }
        let server = FogServer(transport)
        let task = Task { try await server.send(.list("host")) }
        task.cancel()

        let result = await task.result

        #expect(throws: CancellationError.self) { try result.get() }
    }

    @Test(arguments: [
        ScriptedTransport.Reply.failure(.init(.cut, "closed", mayHaveArrived: true)), .empty(502), .empty(504),
        .empty(500, type: "text/html"), .other(ScriptedTransport.answer(200, type: "text/html", Array("<p>".utf8))),
        .other(ScriptedTransport.answer(500, type: "text/html", Array("<h1>Internal Server Error</h1>".utf8))),
        .other(ScriptedTransport.answer(500, type: "text/plain", Array("upstream failed".utf8))),
        .json("{}", status: 500), .empty(520), .empty(524, type: "text/html"), .empty(500, type: "text/plain"),
    ])
    func `Calls a change without a clear answer uncertain`(reply: ScriptedTransport.Reply) async {
        let transport = ScriptedTransport { _, _ in reply }
        let request = FogRequest.change(.post, "/fog/host/create", .null, subject: "host \"a\"")

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).send(request) }

        #expect(error?.code == .uncertain)
    }

    @Test(arguments: [
        ScriptedTransport.Reply.empty(500), .empty(501, type: "text/html"), .json(#"{"error":"Bad"}"#, status: 500),
    ])
    func `Takes FOG's own word for it that a change has failed`(reply: ScriptedTransport.Reply) async {
        let transport = ScriptedTransport { _, _ in reply }
        let request = FogRequest.change(.post, "/fog/host/create", .null, subject: "host \"a\"")

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).send(request) }

        #expect(error?.code == .server)
    }
}
