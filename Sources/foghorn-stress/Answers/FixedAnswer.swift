import FogAPI
import FogModel
import HTTPTypes

/// Gives one answer to every request.
struct FixedAnswer: FogTransport {
    let address = "http://fog.example.org"
    let answer: TransportAnswer
    /// Answer to the question for the server's time zone; nil gives the same.
    let zone: TransportAnswer?

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        if let zone, request.path?.contains("/service") ?? false { return zone }
        return answer
    }
}

/// Clock on which every pause is over at once.
struct HastyClock: Clock {
    struct Instant: InstantProtocol {
        var elapsed: Duration
        func advanced(by duration: Duration) -> Instant { Instant(elapsed: elapsed + duration) }
        func duration(to other: Instant) -> Duration { other.elapsed - elapsed }
        static func < (one: Instant, other: Instant) -> Bool { one.elapsed < other.elapsed }
    }

    let now = Instant(elapsed: .zero)
    let minimumResolution = Duration.zero

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}

extension FogServer {
    /// Makes a client that gets one answer to everything it asks.
    ///
    /// - Parameters:
    ///   - answer: what it gets.
    ///   - knowsZone: whether the question for the server's time zone is answered well.
    ///   - dialect: what the server is taken to speak.
    /// - Returns: the client.
    static func getting(_ answer: TransportAnswer, knowsZone: Bool = true, dialect: Dialect = .five) -> FogServer {
        let zone = #"{"count":1,"services":[{"id":1,"name":"FOG_TZ_INFO","value":"Europe\/Berlin"}]}"#
        return FogServer(
            transport: FixedAnswer(
                answer: answer,
                zone: knowsZone
                    ? TransportAnswer(
                        response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
                        body: Array(zone.utf8)
                    ) : nil
            ),
            credentials: FogCredentials(apiToken: Secret("YQ=="), userToken: Secret("YQ==")),
            clock: HastyClock(),
            limits: FogLimits(attempts: 2, crashRepeats: 1),
            dialect: dialect
        ) { 0 }
    }
}
