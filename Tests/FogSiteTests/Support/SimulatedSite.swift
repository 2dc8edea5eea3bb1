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

/// Scripts against the simulated server through session and broker, all in process and on virtual time.
struct SimulatedSite {
    var configuration: FogSim.Configuration

    /// Sets up a school.
    init(
        hosts: Int = 30,
        dialect: FogSim.Dialect = .fog15php8,
        _ change: (inout FogSim.Configuration) -> Void = { _ in }
    ) {
        configuration = .school(hosts: hosts, dialect: dialect)
        change(&configuration)
    }

    /// What a run left behind.
    struct Outcome {
        /// Lines that were printed.
        var printed: [String]
        /// Failure that the script did not catch; nil where it came to its end.
        var failure: ScriptFailure?
        /// The server afterwards.
        var sim: FogSim
        /// What became of the hosts.
        var hosts: RunOutcome
        /// Seconds of virtual time.
        var seconds: Double
        /// Method and path of each request, in order.
        var requests: [String]
    }

    /// Runs a script to its end, or calls the run off once it prints a certain word.
    func run(_ text: String, calledOffAt word: String? = nil) async throws -> Outcome {
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000))
        let sim = FogSim(configuration: configuration, seed: 1, start: clock.startDate)
        let executor = DedicatedThreadExecutor(name: "site")
        defer { executor.stop() }
        let link = ThreadedSession()
        defer { link.close() }
        let requests = Mutex<[String]>([])
        let broker = broker(sim, clock) { line in requests.withLock { $0.append(line) } }
        let printed = Mutex<[String]>([])
        let host = SessionHost(link: link, handler: broker, executor: executor, clock: clock) { output in
            printed.withLock { $0.append(output.text) }
            if output.text == word { link.send([.cancel]) }
        }
        var failure: ScriptFailure?
        do {
            _ = try await host.run(ScriptSource(name: "test.lua", text: text), SessionSettings())
        } catch let error as ScriptFailure {
            failure = error
        }
        return Outcome(
            printed: printed.withLock { $0 },
            failure: failure,
            sim: sim,
            hosts: broker.outcome,
            seconds: clock.now.elapsed / .seconds(1),
            requests: requests.withLock { $0 }
        )
    }

    private func broker(
        _ sim: FogSim,
        _ clock: VirtualClock,
        _ note: @escaping @Sendable (String) -> Void
    ) -> Broker {
        Broker(
            server: Self.client(of: sim, clock, note),
            clock: clock,
            run: RunID(7),
            logger: Logger(label: "audit") { _ in SwiftLogNoOpLogHandler() },
            confirm: { _ in true },
            open: { name in
                guard name == "annexe" else { throw FogError(.notFound, "no server named \"\(name)\"") }
                return Self.client(of: sim, clock) { _ in }
            },
            events: { _ in }
        )
    }

    private static func client(
        of sim: FogSim,
        _ clock: VirtualClock,
        _ note: @escaping @Sendable (String) -> Void
    ) -> FogServer {
        let access = sim.configuration.access
        return FogServer(
            transport: NotedTransport(inner: FogSimTransport(sim) { clock.now.elapsed }, note: note),
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock
        ) { 0 }
    }
}

/// Passes requests on and tells of each.
private struct NotedTransport: FogTransport {
    let inner: FogSimTransport
    let note: @Sendable (String) -> Void

    var address: String { inner.address }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        note("\(request.method.rawValue) \(request.path ?? "") \(String(decoding: body ?? [], as: UTF8.self))")
        return try await inner.send(request, body: body, timeout: timeout)
    }
}
