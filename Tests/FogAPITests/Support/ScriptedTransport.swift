import FogAPI
import FogModel
import HTTPTypes
import Synchronization

/// Answers requests by a rule and notes them.
final class ScriptedTransport: FogTransport {
    /// A request as it was sent.
    struct Sent: Sendable {
        let method: String
        let path: String
        let body: String?
        let fields: HTTPFields

        /// Method and path.
        var line: String { "\(method) \(path)" }
    }

    /// What comes back.
    enum Reply: Sendable {
        case json(String, status: Int = 200)
        case empty(Int, type: String = "application/json")
        case other(TransportAnswer)
        case failure(TransportError)
    }

    let address = "http://fog.example.org"
    private let rule: @Sendable (Sent, Int) -> Reply
    private let log = Mutex<[Sent]>([])

    /// - Parameter rule: gives the reply to a request and to its number, from 1.
    init(_ rule: @escaping @Sendable (Sent, Int) -> Reply) {
        self.rule = rule
    }

    /// Requests in order.
    var sent: [Sent] { log.withLock { $0 } }

    /// Requests that change something.
    var changes: [Sent] { sent.filter { $0.method != "GET" } }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let sent = Sent(
            method: request.method.rawValue,
            path: request.path ?? "",
            body: body.map { String(decoding: $0, as: UTF8.self) },
            fields: request.headerFields
        )
        let number = log.withLock { log in
            log.append(sent)
            return log.count
        }
        switch rule(sent, number) {
        case .json(let text, let status):
            return Self.answer(status, type: "application/json", Array(text.utf8))
        case .empty(let status, let type): return Self.answer(status, type: type, [])
        case .other(let answer): return answer
        case .failure(let error): throw error
        }
    }

    static func answer(_ status: Int, type: String, _ body: [UInt8], location: String? = nil) -> TransportAnswer {
        var fields: HTTPFields = [.contentType: type]
        fields[.location] = location
        return TransportAnswer(response: HTTPResponse(status: .init(code: status), headerFields: fields), body: body)
    }
}

/// Clock on which every sleep is over at once; it notes how long they would have been.
final class HastyClock: Clock {
    struct Instant: InstantProtocol {
        var elapsed: Duration
        func advanced(by duration: Duration) -> Instant { Instant(elapsed: elapsed + duration) }
        func duration(to other: Instant) -> Duration { other.elapsed - elapsed }
        static func < (one: Instant, other: Instant) -> Bool { one.elapsed < other.elapsed }
    }

    private let state = Mutex<(now: Duration, pauses: [Duration])>((.zero, []))

    var now: Instant { Instant(elapsed: state.withLock { $0.now }) }
    var minimumResolution: Duration { .nanoseconds(1) }
    /// Pauses so far.
    var pauses: [Duration] { state.withLock { $0.pauses } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.pauses.append(deadline.elapsed - state.now)
            state.now = max(state.now, deadline.elapsed)
        }
    }
}

extension FogServer {
    /// Connects to a scripted transport, its pauses without a random part; no dialect has it found out.
    convenience init(
        _ transport: any FogTransport,
        credentials: FogCredentials = .example,
        clock: HastyClock = HastyClock(),
        limits: FogLimits = FogLimits(),
        dialect: Dialect? = .five
    ) {
        if let dialect {
            self.init(
                transport: transport,
                credentials: credentials,
                clock: clock,
                limits: limits,
                dialect: dialect
            ) { 0 }
        } else {
            self.init(transport: transport, credentials: credentials, clock: clock, limits: limits) { 0 }
        }
    }
}

extension FogRequest {
    /// The list of a class on 1.5.
    static func list(_ className: String) -> FogRequest { Dialect.five.list(className) }
}

extension FogCredentials {
    static let example = FogCredentials(apiToken: Secret("YXBp"), userToken: Secret("dXNlcg=="))
}
