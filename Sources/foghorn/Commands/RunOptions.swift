import ArgumentParser

/// Options of `foghorn run` that go with every script.
struct RunOptions: ParsableArguments {
    @Flag(help: "Run on the built-in simulated server, on virtual time.")
    var sim = false

    @Option(help: ArgumentHelp("Hosts of the simulated server, 1 to 10000.", valueName: "count"))
    var simHosts = 30

    @Option(help: "Seed of the simulated server and of math.random; the same seed gives the same run.")
    var seed: UInt64 = 1

    @Flag(name: [.long, .short], help: "Answer yes to every question of the script.")
    var yes = false

    @Flag(help: "Print events as JSON, one object a line.")
    var json = false

    @Option(help: ArgumentHelp("Most memory that the script may hold, in MiB.", valueName: "mebibytes"))
    var memory = 256

    @Option(
        help: ArgumentHelp(
            "Longest time that the script may compute without a pause, in seconds.",
            valueName: "seconds"
        )
    )
    var cpu = 10

    @Option(help: ArgumentHelp("File to which the audit log is added; standard error if \"-\".", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("Folder for the script's artifacts; by default one of the run's own.", valueName: "dir"))
    var artifacts: String?

    func validate() throws {
        if !(1...10_000).contains(simHosts) { throw ValidationError("--sim-hosts takes 1 to 10000, not \(simHosts)") }
        if !(1...65_536).contains(memory) { throw ValidationError("--memory takes 1 to 65536, not \(memory)") }
        if !(1...86_400).contains(cpu) { throw ValidationError("--cpu takes 1 to 86400, not \(cpu)") }
    }
}
