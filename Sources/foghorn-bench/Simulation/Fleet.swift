import FogAPI
import FogBroker
import FogModel
import FogScript
import FogSession
import FogSim
import FogSimTransport
import FogTime
import Foundation
import HTTPTypes
import Logging
import Synchronization

/// A site of 10,000 hosts in one group, served by 20 storage nodes, and the roll-out of an image to all of them.
enum Fleet {
    /// How many hosts it has.
    static let size = 10_000
    /// Time between two looks at what is active, in seconds.
    static let interval = 15

    private static let nodes = 20

    /// Images the whole fleet by the workflow that comes with Foghorn, in process and on virtual time.
    ///
    /// - Parameter workflow: text of the workflow.
    /// - Returns: number of hosts.
    /// - Throws: ``BenchFailure`` where a host was not done, or the server was asked too often.
    static func rollOut(_ workflow: String) async throws -> Int {
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_767_600_000))
        let sim = FogSim(configuration: configuration, seed: 1, start: clock.startDate)
        let transport = CountingTransport(FogSimTransport(sim) { clock.now.elapsed })
        let executor = DedicatedThreadExecutor(name: "fleet")
        defer { executor.stop() }
        let link = ThreadedSession()
        defer { link.close() }
        let broker = broker(transport, sim, clock)
        let host = SessionHost(link: link, handler: broker, executor: executor, clock: clock) { _ in }
        _ = try await host.run(ScriptSource(name: "lab-rollout.lua", text: workflow), settings)
        let done = broker.outcome.done.count
        guard done == size else { throw BenchFailure(description: "\(done) of \(size) hosts were done") }
        try check(transport.counts, seconds: clock.now.elapsed / .seconds(1))
        return size
    }

    private static let settings = SessionSettings(
        arguments: [
            "group": .string("Fleet"), "image": .string("Windows 11"), "parallel": .integer(200),
            "wake": .boolean(true),
            "never_checked_in": .number(900), "stalled": .number(600), "interval": .number(Double(interval)),
        ]
    )

    private static func check(_ counts: CountingTransport.Counts, seconds: Double) throws {
        let most = 2.2 * Double(size - counts.assignments) + 4.2 * Double(counts.assignments)
        guard Double(counts.ofHosts) <= most else {
            throw BenchFailure(
                description: "\(counts.ofHosts) requests for single hosts, at most \(Int(most)) are right"
            )
        }
        guard Double(counts.looks) <= seconds / Double(interval) + 2 else {
            throw BenchFailure(description: "\(counts.looks) looks in \(Int(seconds)) seconds")
        }
    }

    private static var configuration: FogSim.Configuration {
        var fleet = FogSim.Configuration.lab(hosts: size, dialect: .fog15php8)
        fleet.groups = [FogSim.Group(name: "Fleet", hosts: fleet.hosts.map(\.name))]
        fleet.rates.imaging = .seconds(300)
        fleet.rows = (2...nodes).map { number in
            FogSim.ExtraRow(
                "storagenode",
                [
                    "name": .text("Node \(number)"), "storagegroupID": 1, "isEnabled": "1", "isMaster": "0",
                    "maxClients": 10, "ip": .text("127.0.0.\(number)"), "path": "/images", "ftppath": "/images",
                    "snapinpath": "/opt/fog/snapins", "user": "fogproject", "pass": "simulated-password",
                    "webroot": "/fog/", "interface": "lo",
                ]
            )
        }
        return fleet
    }

    private static func broker(_ transport: CountingTransport, _ sim: FogSim, _ clock: VirtualClock) -> Broker {
        let access = sim.configuration.access
        let server = FogServer(
            transport: transport,
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock
        ) { 0.5 }
        return Broker(
            server: server,
            clock: clock,
            run: RunID(1),
            logger: Logger(label: "audit") { _ in SwiftLogNoOpLogHandler() },
            confirm: { _ in true },
            open: { name in throw FogError(.notFound, "no server named \"\(name)\"") },
            events: { _ in }
        )
    }
}

/// Passes requests on and counts them.
private final class CountingTransport: FogTransport {
    /// Numbers of requests.
    struct Counts {
        /// Those that are about one host.
        var ofHosts = 0
        /// Those that give a host another image.
        var assignments = 0
        /// Looks at all that is active.
        var looks = 0
        /// All others.
        var others = 0
    }

    private let inner: FogSimTransport
    private let state = Mutex(Counts())

    init(_ inner: FogSimTransport) {
        self.inner = inner
    }

    var address: String { inner.address }
    var counts: Counts { state.withLock { $0 } }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let parts = (request.path ?? "").split(separator: "/")
        state.withLock { counts in
            if parts.count > 2, parts[1] == "host" {
                counts.ofHosts += 1
                if parts.last == "edit" { counts.assignments += 1 }
            } else if body == nil, parts.last == "active" {
                counts.looks += 1
            } else {
                counts.others += 1
            }
        }
        return try await inner.send(request, body: body, timeout: timeout)
    }
}
