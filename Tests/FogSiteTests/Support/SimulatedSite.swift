import FogAPI
import FogBroker
import FogModel
import FogOperations
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
    /// What the simulation draws from.
    var seed: UInt64 = 1
    /// What a run may do; nil for everything.
    var grants: PermissionSet?
    /// Addresses of the machine that Foghorn runs on.
    var machine: [String] = []

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
        /// Lines that were logged as warnings or errors.
        var logged: [String]
        /// Files that were handed over, by name.
        var artifacts: [String: String]
        /// Failure that the script did not catch; nil where it came to its end.
        var failure: ScriptFailure?
        /// The server afterwards.
        var sim: FogSim
        /// What became of the hosts.
        var hosts: RunOutcome
        /// Tasks that the run made and that may be active still.
        var active: [StartedTask]
        /// How many operations the script asked for.
        var operations: Int
        /// Seconds of virtual time.
        var seconds: Double
        /// What a workflow says that it needs.
        var permissions: [String]
        /// Method and path of each request, in order.
        var requests: [String]

        /// What was printed, as one text.
        var text: String { printed.joined(separator: "\n") }
    }

    /// Runs a script to its end, or calls the run off once it prints a certain word.
    func run(_ text: String, calledOffAt word: String? = nil) async throws -> Outcome {
        try await run(
            ScriptSource(name: "test.lua", text: text),
            onOutput: { $0.text == word ? .cancel : .goOn }
        )
    }

    /// What becomes of a run.
    enum Step { case goOn, cancel, kill }

    /// Runs a script; what is asked of each output and each operation says what becomes of the run.
    ///
    /// - Parameters:
    ///   - source: script or workflow; a workflow's parameters have their defaults where `arguments` has none.
    ///   - arguments: parameters as the session takes them.
    ///   - answer: answers a question of the script.
    ///   - onCall: gets each operation with its number from 1, before it is answered.
    ///   - onOutput: gets what is printed and logged.
    /// - Returns: what the run left behind, a failure of the script's among it.
    /// - Throws: nothing that a script does.
    func run(
        _ source: ScriptSource,
        _ arguments: [String: ScriptValue] = [:],
        answer: Bool = true,
        onCall: @escaping @Sendable (Int, FogOperation) -> Step = { _, _ in .goOn },
        onOutput: @escaping @Sendable (SessionOutput) -> Step = { _ in .goOn }
    ) async throws -> Outcome {
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000))
        let sim = FogSim(configuration: configuration, seed: seed, start: clock.startDate)
        let executor = DedicatedThreadExecutor(name: "site")
        defer { executor.stop() }
        let link = ThreadedSession()
        defer { link.close() }
        let requests = Mutex<[String]>([])
        let broker = broker(sim, clock, answer) { line in requests.withLock { $0.append(line) } }
        let tape = Tape(broker, onCall, onOutput)
        let host = SessionHost(
            link: link,
            handler: tape,
            executor: executor,
            clock: clock,
            artifact: { tape.take($0) },
            output: { tape.take($0) }
        )
        tape.attach(host)
        var failure: ScriptFailure?
        var permissions: [String] = []
        do {
            let description = try await host.describe(source)
            permissions = description?.permissions ?? []
            let defaults = (description?.parameters ?? []).filter { $0.fallback != .none }
            let values = Dictionary(uniqueKeysWithValues: defaults.map { ($0.name, $0.fallback) })
            let settings = SessionSettings(arguments: values.merging(arguments) { $1 })
            _ = try await host.run(source, settings)
        } catch let error as ScriptFailure {
            failure = error
        }
        var outcome = tape.outcome(failure, sim, broker, seconds: clock.now.elapsed / .seconds(1))
        outcome.permissions = permissions
        outcome.requests = requests.withLock { $0 }
        return outcome
    }

    /// Makes what answers operations against a simulated server; `note` gets method and path of each request.
    func broker(
        _ sim: FogSim,
        _ clock: VirtualClock,
        _ answer: Bool,
        _ note: @escaping @Sendable (String) -> Void
    ) -> Broker {
        Broker(
            server: Self.client(of: sim, clock, note),
            clock: clock,
            run: RunID(7),
            logger: Logger(label: "audit") { _ in SwiftLogNoOpLogHandler() },
            confirm: { _ in answer },
            addresses: { [machine] in machine.compactMap { MACAddress($0) } },
            open: { name in
                guard name == "annexe" else { throw FogError(.notFound, "no server named \"\(name)\"") }
                return Self.client(of: sim, clock) { _ in }
            },
            permissions: RunPermissions(grants.map { [PermissionLayer(.run, $0)] } ?? []),
            events: { _ in }
        )
    }

    private static func client(
        of sim: FogSim,
        _ clock: VirtualClock,
        _ note: @escaping @Sendable (String) -> Void
    ) -> FogServer {
        let access = sim.configuration.access
        let isSlow = sim.configuration.latency.upperBound > .zero
        let sleep: @Sendable (Duration) async throws -> Void = { try await clock.sleep(for: $0) }
        return FogServer(
            transport: NotedTransport(
                inner: FogSimTransport(sim, elapsed: { clock.now.elapsed }, sleep: isSlow ? sleep : nil),
                note: note
            ),
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
