import ArgumentParser

/// Options of `foghorn run` that go with every script.
struct RunOptions: ParsableArguments {
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
}
