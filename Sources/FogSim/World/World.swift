/// Whole state of the simulation: database, hosts, clock, chance.
struct World: Sendable {
    let configuration: FogSim.Configuration
    /// What the server does and its clients do not expect.
    let quirks: Set<FogSim.Quirk>
    /// Simulated time at the start, as seconds since 1970.
    let start: Int
    var store = Store()
    var random: SplitMix
    /// Time since the start.
    var elapsed: Duration = .zero
    var agenda = Agenda()
    var machines: [Int: Machine] = [:]
    var cache = FragmentCache()
    /// Requests answered so far that each fault rule looked at.
    var faultCounts: [Int]
    /// Port of the next multicast session.
    var multicastPort = 63_100

    init(configuration: FogSim.Configuration, seed: UInt64, start: Int) {
        self.configuration = configuration
        quirks = configuration.quirks
        self.start = start
        random = SplitMix(seed: seed)
        faultCounts = Array(repeating: 0, count: configuration.faults.count)
        install()
    }

    /// Simulated time as seconds since 1970.
    var now: Int { start + Int(elapsed.components.seconds) }

    /// Simulated time as FOG writes it.
    var stamp: String { Stamp.text(now) }
}
