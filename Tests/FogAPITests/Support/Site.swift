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
        self.init(dialect: typing == .php7 ? .fog15php7 : .fog15php8, change)
    }

    /// - Parameters:
    ///   - dialect: what the server speaks.
    ///   - limits: times and numbers of tries.
    ///   - change: changes the default site of ten hosts before it starts.
    init(
        dialect: FogSim.Dialect,
        limits: FogLimits = FogLimits(),
        _ change: (inout FogSim.Configuration) -> Void = { _ in }
    ) {
        var configuration = Self.lab
        configuration.dialect = dialect
        change(&configuration)
        sim = FogSim(configuration: configuration, seed: 1, start: Date(timeIntervalSince1970: 1_800_000_000))
        let clock = HastyClock()
        self.clock = clock
        transport = WatchedTransport(FogSimTransport(sim) { clock.now.elapsed })
        let access = configuration.access
        server = FogServer(
            transport,
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock,
            limits: limits,
            dialect: nil
        )
    }

    /// Ten hosts in two rooms; host 5 has no image.
    static let lab: FogSim.Configuration = {
        var lab = FogSim.Configuration()
        lab.images = [
            FogSim.Image(name: "Windows 11"), FogSim.Image(name: "Ubuntu 24.04", osID: 50),
            FogSim.Image(name: "Windows 7", isEnabled: false, osID: 5),
        ]
        lab.hosts = (1...10).map { number in
            FogSim.Host(
                name: number < 10 ? "pc-00\(number)" : "pc-010",
                macs: ["02:f0:60:00:00:0" + String(number, radix: 16)],
                image: number == 5 ? nil : number < 7 ? "Windows 11" : "Ubuntu 24.04",
                description: "seat \(number)"
            )
        }
        let names = lab.hosts.map(\.name)
        lab.groups = [
            FogSim.Group(name: "Lab A", hosts: Array(names.prefix(7))),
            FogSim.Group(name: "Lab B", hosts: Array(names.dropFirst(7))),
        ]
        return lab
    }()

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
