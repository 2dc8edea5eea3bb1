package import FogAPI
package import FogModel
package import FogOperations
package import FogTime
package import Logging
import Synchronization

/// Asks the operator; gives whether to go on.
package typealias Confirmer = @Sendable (Confirmation) async throws -> Bool

/// Opens the way to another server by its name in the operator's settings.
///
/// Throws `FogError`, as for a name that the settings do not have.
package typealias ServerOpener = @Sendable (String) async throws -> FogServer

/// Answers the operations of one run, and is the only way from a script to its servers.
///
/// On one serial executor and a virtual clock, the same operations give the same requests, events and log lines in the
/// same order.
package final class Broker: OperationHandler {
    private let home: Station
    private let open: ServerOpener
    private let makeStation: @Sendable (FogServer, String) -> Station
    /// Stations of other servers, in the order in which they were first asked.
    private let others = Mutex<[Station]>([])

    /// Makes a broker for one run; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - server: server that the run is about.
    ///   - clock: session's clock.
    ///   - run: number of the run, part of the marker of each task that it makes.
    ///   - logger: takes one line for each operation.
    ///   - confirm: asks the operator.
    ///   - addresses: reads the addresses of the machine that Foghorn runs on.
    ///   - open: opens the way to the servers that a script names.
    ///   - permissions: what the run may do; by default everything.
    ///   - rate: most operations a second on all its servers together; nil for any number.
    ///   - events: told what happens, from the operations' own executor; it must not block.
    package init(
        server: FogServer,
        clock: any SessionClock,
        run: RunID,
        logger: Logger,
        confirm: @escaping Confirmer,
        addresses: @escaping @Sendable () -> [MACAddress] = LocalMachine.addresses,
        open: @escaping ServerOpener,
        permissions: RunPermissions = RunPermissions(),
        rate: Int? = nil,
        events: @escaping @Sendable (BrokerEvent) -> Void
    ) {
        let pace = rate.map { OperationPace(rate: $0) }
        let makeStation: @Sendable (FogServer, String?) -> Station = { server, name in
            Station(
                name: name,
                server: server,
                clock: clock,
                run: run,
                logger: logger,
                confirm: confirm,
                addresses: addresses,
                ledger: RunLedger(server: name, clock: clock, sink: events),
                permissions: permissions,
                pace: pace
            )
        }
        home = makeStation(server, nil)
        self.open = open
        self.makeStation = makeStation
    }

    /// What has become of the hosts that the run has tasked or waited for so far.
    package var outcome: RunOutcome {
        stations.map { $0.ledger.read(\.outcome) }.reduce(into: RunOutcome()) { whole, part in
            whole.done += part.done
            whole.failed += part.failed
        }
    }

    /// Tasks that the run has made and that are not known to have ended, in the order in which they were made.
    package var activeTasks: [StartedTask] { stations.flatMap { $0.ledger.read(\.started) } }

    /// Tasks that were asked for and of which nobody knows whether they were made: cancelled in the middle, or answer lost.
    package var uncertainTasks: [UncertainTask] { stations.flatMap { $0.ledger.read(\.uncertain) } }

    /// Answers one operation.
    ///
    /// Cancelling the calling task ends it at once, sleeps and waits included; a change that has been sent may have
    /// happened.
    package func answer(_ call: FogCall) async throws -> Answer {
        if case .session(.open(let server)) = call.operation { _ = try await station(server) }
        return try await station(call.server).answer(call)
    }

    private var stations: [Station] { [home] + others.withLock { $0 } }

    /// Gives the station of a server; opens it at the first call.
    private func station(_ name: String?) async throws -> Station {
        guard let name else { return home }
        if let station = others.withLock({ $0.first { $0.name == name } }) { return station }
        let server = try await open(name)
        return others.withLock { others in
            // Another call may have opened it meanwhile; one station keeps the interlocks and the poller in one place.
            if let station = others.first(where: { $0.name == name }) { return station }
            let station = makeStation(server, name)
            others.append(station)
            return station
        }
    }
}
