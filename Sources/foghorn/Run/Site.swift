import FogAPI
import FogHTTP
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
    /// Clock to move on where all is quiet; nil where time passes by itself.
    let virtualClock: VirtualClock?
    /// Connections to end afterwards; nil for a simulated server.
    let transport: HTTPTransport?
    /// What is simulated; nil for a live server.
    let simulation: Simulation?

    /// Whether nothing real can be harmed.
    var isSimulated: Bool { simulation != nil }

    /// Makes a simulated server on virtual time; everything follows from the seed.
    static func simulated(_ school: FogSim.Configuration, seed: UInt64) -> Site {
        let clock = VirtualClock(startDate: morning(seed))
        return simulated(Simulation(school, seed: seed, clock: clock), virtualClock: clock)
    }

    /// Makes a simulated server whose clock runs by itself.
    ///
    /// - Parameters:
    ///   - school: server and hosts.
    ///   - seed: chooses how hosts behave.
    ///   - speed: simulated seconds in a second.
    /// - Returns: the site, and its clock to put forward.
    static func paced(_ school: FogSim.Configuration, seed: UInt64, speed: Double) -> (Site, PacedClock) {
        let clock = PacedClock(startDate: morning(seed), speed: speed, base: ContinuousClock())
        return (simulated(Simulation(school, seed: seed, clock: clock), virtualClock: nil), clock)
    }

    private static func simulated(_ simulation: Simulation, virtualClock: VirtualClock?) -> Site {
        Site(
            server: simulation.server,
            clock: simulation.clock,
            virtualClock: virtualClock,
            transport: nil,
            simulation: simulation
        )
    }

    /// A school morning; the day differs with the seed so that no script leans on it.
    private static func morning(_ seed: UInt64) -> Date {
        Date(timeIntervalSince1970: 1_767_600_000 + Double(seed % 365) * 86_400)
    }

    /// Makes a client of a live server; nothing is connected yet.
    ///
    /// - Throws: ``UsageError`` where the settings or the tokens do not hold.
    static func live(_ options: ServerOptions, environment: [String: String]) throws -> Site {
        try live(Connection(options, environment: environment), environment: environment)
    }

    /// Makes a client of a live server to which the way is prepared.
    static func live(_ connection: Connection, environment: [String: String]) throws(UsageError) -> Site {
        let clock = LiveClock(startDate: Date())
        let server = try connection.server(environment: environment, clock: clock)
        return Site(
            server: server,
            clock: clock,
            virtualClock: nil,
            transport: connection.transport,
            simulation: nil
        )
    }
}
