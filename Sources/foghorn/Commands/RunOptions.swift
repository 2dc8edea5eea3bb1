import ArgumentParser
import FogSim

/// Options of `foghorn run` that go with every script.
struct RunOptions: ParsableArguments {
    @Flag(help: "Run on the built-in simulated server, on virtual time.")
    var sim = false

    @Option(help: ArgumentHelp("Hosts of the simulated server, 1 to 10000.", valueName: "count"))
    var simHosts = 30

    @Option(
        help: ArgumentHelp(
            "Version of FOG that the simulated server imitates: \(SimulatedSchool.dialects.joined(separator: ", ")).",
            valueName: "name"
        )
    )
    var simDialect: String?

    @Option(
        name: .customLong("sim-fault"),
        help: ArgumentHelp(
            "What goes wrong on the simulated server, in quotes, as in \"crash p=0.01\"; 'foghorn help sim' tells all.",
            valueName: "rule"
        )
    )
    var simFaults: [String] = []

    @Flag(help: "Begin with a simulated server on which somebody images the last room.")
    var simBusy = false

    @Option(help: "Seed of the simulated server and of math.random; the same seed gives the same run.")
    var seed: UInt64 = 1

    @Flag(name: [.long, .short], help: "Answer yes to every question of the script.")
    var yes = false

    @Flag(help: "Print events as JSON, one object a line.")
    var json = false

    @Flag(help: "Run the script in this process, for debugging: what it breaks, breaks the run.")
    var inProcess = false

    @Option(help: ArgumentHelp("File to which the audit log is added; standard error if \"-\".", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("Folder for the script's artifacts; by default one of the run's own.", valueName: "dir"))
    var artifacts: String?

    func validate() throws {
        if !(1...10_000).contains(simHosts) { throw ValidationError("--sim-hosts takes 1 to 10000, not \(simHosts)") }
        if !sim, simDialect != nil || !simFaults.isEmpty || simBusy {
            throw ValidationError("--sim-dialect, --sim-fault and --sim-busy belong to --sim")
        }
        _ = try school()
    }

    /// Makes the simulated server that the flags ask for.
    func school() throws -> FogSim.Configuration {
        var school = try SimulatedSchool.configuration(
            hosts: simHosts,
            dialect: simDialect ?? FogSim.Dialect.fog15php8.rawValue,
            faults: simFaults,
            prefix: "--sim-"
        )
        if simBusy { school.deploys = (school.groups.last?.hosts ?? []).map { FogSim.Deploy(host: $0) } }
        return school
    }
}
