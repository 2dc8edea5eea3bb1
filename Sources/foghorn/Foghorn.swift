import ArgumentParser

/// The program.
@main
struct Foghorn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foghorn",
        abstract: "Runs Lua workflows against FOG imaging servers.",
        version: "0.1.0",
        subcommands: [RunCommand.self]
    )
}
