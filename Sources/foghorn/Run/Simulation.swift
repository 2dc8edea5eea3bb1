import FogAPI
import FogModel
import FogSim
import FogSimTransport
import FogTime

/// A simulated server in this process, on a session's clock.
struct Simulation: Sendable {
    /// Server and hosts.
    let school: FogSim.Configuration
    /// Chooses how hosts behave.
    let seed: UInt64
    /// Clock on which it lives.
    let clock: any SessionClock
    /// The simulator.
    let sim: FogSim

    /// Starts it.
    init(_ school: FogSim.Configuration, seed: UInt64, clock: any SessionClock) {
        self.school = school
        self.seed = seed
        self.clock = clock
        sim = FogSim(configuration: school, seed: seed, start: clock.startDate)
    }

    /// Seconds by which its zone is east of UTC.
    var zone: Int { school.zone * 3600 }

    /// A client of it.
    var server: FogServer { client { $0 } }

    /// Makes a client of it whose requests go another way.
    func client(_ wrap: (any FogTransport) -> any FogTransport) -> FogServer { client(clock, wrap) }

    private func client(_ clock: some SessionClock, _ wrap: (any FogTransport) -> any FogTransport) -> FogServer {
        let access = sim.configuration.access
        return FogServer(
            transport: wrap(FogSimTransport(sim) { clock.now.elapsed }),
            credentials: FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken)),
            clock: clock
        ) { 0.5 }
    }

    /// Another server of the same kind on the same clock: its machines are others, the same ones at each run.
    func sibling(_ name: String) -> Simulation {
        let seed = name.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Simulation(school, seed: seed, clock: clock)
    }
}
