import FogAPI
import FogModel
import FogSim
import FogSimTransport
import Foundation
import HTTPTypes
import Synchronization

/// A simulated site with a client, its requests noted.
struct Site: Sendable {
    let sim: FogSim
    let transport: WatchedTransport
    let server: FogServer
    let clock: HastyClock

    /// - Parameters:
    ///   - typing: how the server writes numbers.
    ///   - change: changes the default site of ten hosts before it starts.
    init(typing: FogSim.Typing = .php8, _ change: (inout FogSim.Configuration) -> Void = { _ in }) {
        var configuration = FogSim.Configuration.lab(hosts: 10, typing: typing)
        change(&configuration)
        sim = FogSim(configuration: configuration, seed: 1, start: Date(timeIntervalSince1970: 1_800_000_000))
        let clock = HastyClock()
        self.clock = clock
        transport = WatchedTransport(FogSimTransport(sim) { clock.now.elapsed })
        let access = configuration.access
        server = FogServer(
            transport,
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock
        )
    }

    /// A second client of the same site.
    func other() -> FogServer {
        FogServer(transport, credentials: server.credentials, clock: clock)
    }

    /// Sends a request as somebody else would, past all guards.
    func raw(_ method: HTTPRequest.Method, _ path: String, _ body: String = "") {
        var fields = HTTPFields(server.credentials.fields)
        fields[.contentType] = "application/json"
        _ = sim.respond(
            to: HTTPRequest(method: method, scheme: "http", authority: "fog", path: path, headerFields: fields),
            body: Array(body.utf8),
            at: clock.now.elapsed
        )
    }
}

/// Passes requests on and notes them.
final class WatchedTransport: FogTransport {
    private let inner: any FogTransport
    private let log = Mutex<[String]>([])
    private let hook = Mutex<(@Sendable (String) throws -> Void)?>(nil)

    init(_ inner: any FogTransport) {
        self.inner = inner
    }

    var address: String { inner.address }

    /// Method, path and body of each request.
    var sent: [String] { log.withLock { $0 } }

    /// Requests that change something.
    var changes: [String] { sent.filter { !$0.hasPrefix("GET ") } }

    /// Forgets what was sent.
    func forget() { log.withLock { $0 = [] } }

    /// Does something before each request is passed on.
    func before(_ action: (@Sendable (String) throws -> Void)?) { hook.withLock { $0 = action } }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let line = "\(request.method.rawValue) \(request.path ?? "") \(String(decoding: body ?? [], as: UTF8.self))"
        log.withLock { $0.append(line) }
        try hook.withLock { $0 }?(line)
        return try await inner.send(request, body: body, timeout: timeout)
    }
}

extension TaskMarker {
    /// A marker by number.
    static func example(_ number: Int = 0) -> TaskMarker {
        let digits = String(number)
        guard let marker = TaskMarker("fh" + String(repeating: "0", count: 14 - digits.count) + digits) else {
            preconditionFailure("no marker for \(number)")
        }
        return marker
    }
}
