import ArgumentParser
import FogSim

/// Options of commands that can work on the built-in simulated server.
struct SimOptions: ParsableArguments {
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
