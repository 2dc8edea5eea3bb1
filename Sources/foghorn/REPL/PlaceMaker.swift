import FogAPI
import FogBroker
import FogModel
import FogSession
import FogTime
import Foundation
import Synchronization

/// Makes the places that a prompt can be at, by its flags.
struct PlaceMaker: Sendable {
    /// Flags that name a server.
    let target: ServerOptions
    /// Flags of the simulator.
    let simulator: SimOptions
    /// What the operator grants.
    let grants: GrantOptions
    /// Whether every question is answered yes.
    let agrees: Bool
    /// File of the audit log; nil for the usual one.
    let log: String?
    /// Simulated seconds in a second; nil for time that jumps where all is quiet.
    let speed: Double?
    /// Limits of chunks.
    let limits: ScriptLimits
    let environment: [String: String]
    let front: any PromptFront

    /// Makes the place at the simulated server.
    func simulated() throws -> PromptPlace {
        let school = try simulator.school()
        guard let speed else { return try place(Site.simulated(school, seed: simulator.seed), name: nil) }
        let (site, clock) = Site.paced(school, seed: simulator.seed, speed: speed)
        return try place(site, name: nil, clock)
    }

    /// Makes the place at a live server; nothing is connected yet.
    ///
    /// - Parameter name: its name or address; nil for the one that flags and settings name.
    /// - Returns: the place.
    /// - Throws: ``UsageError`` where settings, flags or the site's policy do not hold.
    func live(_ name: String? = nil) throws -> PromptPlace {
        var target = target
        target.server = name ?? target.server
        let connection = try Connection(target, environment: environment)
        return try place(try Site.live(connection, environment: environment), name: connection.choice.name)
    }

    /// Names of the servers of the settings.
    func knownServers() throws -> [String] {
        try Profiles.read(ConfigFolder(file: target.config, environment: environment)).all.map(\.name)
    }

    private func place(_ site: Site, name: String?, _ clock: PacedClock? = nil) throws -> PromptPlace {
        let id = RunID(site.isSimulated ? simulator.seed : .random(in: .min ... .max))
        let grants = PromptGrants(options: grants, site: site, agrees: agrees, environment: environment, front: front)
        let (permissions, locks) = try grants.settle(id)
        let others = OtherServers(site: site, config: target.config, environment: environment)
        let operations = OperationCount()
        let broker = Broker(
            server: site.server,
            clock: site.clock,
            run: id,
            logger: try AuditLog.logger(
                log ?? (site.isSimulated ? nil : AuditLog.standardPath(environment)),
                clock: site.clock,
                about: ["run": "\(id)", "script": "foghorn repl"]
            ),
            confirm: { [front, agrees] question in
                if site.isSimulated || agrees { return true }
                return await front.ask(OperatorQuestion.text(question, address: site.server.address))
            },
            open: { try others.open($0) },
            permissions: permissions,
            rate: limits[.operations],
            events: { [front] event in
                operations.take(event)
                front.show(event)
            }
        )
        return PromptPlace(
            site: site,
            name: name,
            pacedClock: clock,
            broker: broker,
            permissions: permissions,
            locks: locks,
            others: others,
            artifacts: ArtifactFolder(nil, run: "\(RunID(.random(in: .min ... .max)))", environment: environment),
            names: NameCache(site.server),
            operations: operations
        )
    }
}
