import FogAPI
import FogHTTP
import FogModel
import FogSim
import FogSimTransport
import FogTime
import Foundation

/// The server of a run, live or simulated, with the clock that goes with it.
struct Site: Sendable {
    /// Server to ask.
    let server: FogServer
    /// Clock of the session.
    let clock: any SessionClock
    /// The same clock where it is virtual; nil on a live server.
    let virtualClock: VirtualClock?
    /// Connections to end afterwards; nil for a simulated server.
    let transport: HTTPTransport?

    /// Makes a simulated server on virtual time; everything follows from the seed.
    static func simulated(_ school: FogSim.Configuration, seed: UInt64) -> Site {
        // A school morning; the day differs with the seed so that no script leans on it.
        let start = Date(timeIntervalSince1970: 1_767_600_000 + Double(seed % 365) * 86_400)
        let clock = VirtualClock(startDate: start)
        let server = simulatedServer(school, seed: seed, clock: clock)
        return Site(server: server, clock: clock, virtualClock: clock, transport: nil)
    }

    /// Makes a client of a simulated server that lives on a clock.
    static func simulatedServer(_ school: FogSim.Configuration, seed: UInt64, clock: VirtualClock) -> FogServer {
        let sim = FogSim(configuration: school, seed: seed, start: clock.startDate)
        let access = sim.configuration.access
        return FogServer(
            transport: FogSimTransport(sim) { clock.now.elapsed },
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock
        ) { 0.5 }
    }

    /// Makes a client of a live server; nothing is connected yet.
    ///
    /// - Throws: ``UsageError`` where the settings or the tokens do not hold.
    static func live(_ options: ServerOptions, environment: [String: String]) throws -> Site {
        let connection = try Connection(options, environment: environment)
        let clock = LiveClock(startDate: Date())
        let server = try connection.server(environment: environment, clock: clock)
        return Site(server: server, clock: clock, virtualClock: nil, transport: connection.transport)
    }
}
