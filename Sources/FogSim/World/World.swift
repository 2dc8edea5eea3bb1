/// Whole state of the simulation: database, hosts, clock, chance.
struct World: Sendable {
    var configuration: FogSim.Configuration
    /// What the server does and its clients do not expect.
    let quirks: Set<FogSim.Quirk>
    /// Simulated time at the start, as seconds since 1970.
    let start: Int
    var store: Store
    var random: SplitMix
    /// Time since the start.
    var elapsed: Duration = .zero
    var agenda = Agenda()
    var machines: [Int: Machine] = [:]
    var cache = FragmentCache()
    /// Rows of classes in the order of lists, with the version of the table for which it holds.
    var orders: [String: (version: Int, ids: [Int], listed: Set<Int>)] = [:]
    /// What each fault rule has done so far.
    var faultCounts: [FaultCount]
    /// Draws for requests on their way, apart from those for hosts, so that faults do not change how hosts behave.
    var chance: SplitMix
    var requestCount = 0
    /// Requests that have not taken effect yet.
    var pending: [Int: Arrival] = [:]
    /// Requests whose answer is waited for.
    var awaited: Set<Int> = []
    /// Answers that were not fetched yet.
    var answers: [Int: FogSim.Answer] = [:]
    /// What has changed since the start, where that is to be kept.
    var changes: [FogSim.Change] = []
    var scheduler: Scheduler
    /// Multicast sessions that no longer wait for hosts.
    var streams: Set<Int> = []
    /// Port of the next multicast session.
    var multicastPort = 63_100

    init(configuration: FogSim.Configuration, seed: UInt64, start: Int) {
        self.configuration = configuration
        quirks = configuration.quirks
        store = Store(configuration.dialect)
        self.start = start + Int(configuration.clockSkew.components.seconds)
        random = SplitMix(seed: seed)
        chance = SplitMix(seed: seed ^ 0xFA17)
        var phase = SplitMix(seed: seed ^ 0x5CED)
        scheduler = Scheduler(second: Int(phase.fraction() * 60))
        faultCounts = Array(repeating: FaultCount(), count: configuration.faults.count)
        install()
        if configuration.isObserved { store.observe() }
    }

    /// Simulated time as seconds since 1970.
    var now: Int { start + Int(elapsed.components.seconds) }

    /// Seconds by which FOG's zone is east of Greenwich.
    var zone: Int { configuration.zone * 3600 }

    /// Simulated time as FOG writes it, in its own zone.
    var stamp: String { Stamp.text(now + zone) }
}
