import ArgumentParser

/// `foghorn run FILE …`: runs a script or a workflow.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs a Lua script or workflow.",
        usage: "foghorn run FILE [--server URL | --sim] [options] [--PARAMETER VALUE …]",
        discussion: """
            A workflow's parameters are flags of their own: 'foghorn run FILE --help' prints them. FILE comes before them.

            Tokens come from FOGHORN_API_TOKEN and FOGHORN_USER_TOKEN (or FOGHORN_USER and FOGHORN_PASSWORD in place of \
            the latter), or from a file with lines such as 'api_token = …' that only its owner can read; never from an \
            argument, which every user of the machine could see.
            """,
        helpNames: []
    )

    @Argument(help: "Lua file to run.")
    var file: String?

    @OptionGroup var options: RunOptions

    @Flag(name: [.long, .short], help: "Show this help; after FILE, the workflow's own.")
    var help = false

    @Argument(parsing: .allUnrecognized, help: .hidden)
    var words: [String] = []

    func run() async throws {
        guard let file else {
            if help {
                print(Self.helpMessage())
                return
            }
            throw ValidationError("run needs the FILE of a script")
        }
        print(file, words, help, options.sim)
    }
}
