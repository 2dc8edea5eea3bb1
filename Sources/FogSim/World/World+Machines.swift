extension World {
    /// How a host differs from one that does as it should.
    func behaviour(of host: Int) -> FogSim.HostBehaviour {
        store["host"][host].flatMap { configuration.behaviours[$0.name] } ?? FogSim.HostBehaviour()
    }

    /// Names of all hosts, in the order of their numbers.
    var hostNames: [String] { store["host"].all.map(\.name) }

    /// Computer behind a host as outsiders see it.
    func computer(of name: String) -> FogSim.Computer? {
        guard let host = store["host"].all.first(where: { $0.name == name }) else { return nil }
        let machine = machines[host.id, default: Machine()]
        let power: FogSim.Computer.Power =
            switch machine.power {
            case .off: .off
            case .starting: .starting
            case .running: .running
            case .working: .working
            case .hung: .hung
            }
        return FogSim.Computer(power: power, image: store["image"][machine.disk]?.name)
    }

    /// Sends a wake-up packet: a host that is off starts, any other does not notice.
    mutating func wake(_ host: Int) {
        guard machines[host, default: Machine()].power == .off else { return }
        start(host, after: .zero)
    }

    /// Starts a host, or starts it again.
    mutating func start(_ host: Int, after delay: Duration) {
        guard behaviour(of: host).boots else { return }
        var machine = machines[host, default: Machine()]
        machine.power = .starting
        machine.life += 1
        machine.isReporting = false
        machines[host] = machine
        let time = delay + spread(configuration.rates.boot)
        schedule(host, after: time) { .boot(host: host, life: $0) }
    }

    /// Boots a host from the network: into its task where it has one, else from its disk.
    mutating func boot(_ host: Int) {
        let task = TaskStates.active(of: host, store).first { TaskKind($0.integer("typeID")).needsBoot }
        guard let task else {
            let time = spread(configuration.rates.startUp)
            return schedule(host, after: time) { .running(host: host, life: $0) }
        }
        guard !TaskKind(task.integer("typeID")).isDebug, task.integer("isDebug") == 0 else {
            // A shell waits on the host for a person, who does not come.
            machines[host]?.power = .hung
            return
        }
        machines[host]?.power = .working(task: task.id)
        let time = spread(configuration.rates.checkIn) + behaviour(of: host).checkInDelay
        schedule(host, after: time) { .checkIn(host: host, task: task.id, life: $0) }
    }

    /// Runs a host's system, which looks for tasks.
    mutating func run(_ host: Int) {
        machines[host]?.power = .running
        lookForWork(host)
        lookForPower(host)
    }

    /// Does what a running host does on its own: restarts for a task, runs snapins.
    mutating func lookForWork(_ host: Int) {
        guard machines[host]?.power == .running else { return }
        let tasks = TaskStates.active(of: host, store)
        if tasks.contains(where: { TaskKind($0.integer("typeID")).needsBoot }) {
            start(host, after: spread(configuration.rates.notice))
        } else if activeJob(of: host) != nil
            || tasks.contains(where: { TaskKind($0.integer("typeID")).isSnapinTasking })
        {
            startSnapins(on: host)
        }
    }

    /// Cuts a host's power.
    mutating func powerOff(_ host: Int) {
        machines[host]?.power = .off
        machines[host]?.life += 1
    }
}
