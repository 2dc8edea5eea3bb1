import FogAPI
import FogHTTP
import FogModel
import Foundation
import Synchronization

/// The servers that a script names beside the one that its run is about.
///
/// On the simulator each name is a simulated server of its own on the same clock; else it is a server of the operator's
/// settings.
final class OtherServers: Sendable {
    private let site: Site
    private let config: String?
    private let environment: [String: String]
    private let transports = Mutex<[HTTPTransport]>([])

    init(site: Site, config: String?, environment: [String: String]) {
        self.site = site
        self.config = config
        self.environment = environment
    }

    /// Opens the way to a server; nothing is connected yet.
    ///
    /// - Throws: `FogError` with `notFound` where the settings do not hold.
    func open(_ name: String) throws -> FogServer {
        if let simulation = site.simulation { return simulation.sibling(name).server }
        do throws(UsageError) {
            // By name only, and with nothing of the environment or the flags: those are about the run's own server, and
            // a script must not choose where the operator's tokens go.
            guard !name.contains("://") else {
                throw UsageError("a script names servers as the settings do, not \"\(name)\"")
            }
            let profiles = try Profiles.read(ConfigFolder(file: config, environment: environment))
            let connection = try Connection(ServerChoice(name, profiles: profiles, environment: [:]))
            transports.withLock { $0.append(connection.transport) }
            return try connection.server(environment: environment, clock: ContinuousClock())
        } catch {
            throw FogError(.notFound, error.message, hint: error.hint)
        }
    }

    /// Ends the connections.
    func shutdown() async {
        let transports = transports.withLock { $0 }
        for transport in transports { await transport.shutdown() }
    }
}
