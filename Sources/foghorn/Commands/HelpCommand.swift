import ArgumentParser
import FogScript
import Terminal

/// `foghorn help [COMMAND]`, and `foghorn help lua [NAME]`: what scripts can use.
struct HelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "Shows the help of a command; 'help lua' shows what scripts can use, 'help lua NAME' one thing of it."
    )

    @Argument(help: "A command; or lua, and the name of a function, method, class, module, type or error code.")
    var words: [String] = []

    func run() throws {
        guard let first = words.first else { throw CleanExit.helpRequest(Foghorn.self) }
        guard first != "lua" else { return try showLua(words.dropFirst().joined(separator: " ")) }
        let commands = Foghorn.configuration.subcommands
        if words.count == 1, let command = commands.first(where: { $0._commandName == first }) {
            throw CleanExit.helpRequest(command)
        }
        let names = commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName } + ["lua"]
        throw UsageError(
            "no help on \"\(TerminalText.oneLine(words.joined(separator: " ")))\"",
            hint: "there is help on \(names.joined(separator: ", "))"
        )
    }

    private func showLua(_ name: String) throws {
        let page = ManualPage(.current, width: min(OutputFile.standard.size.columns, 120))
        guard !name.isEmpty else { return OutputFile.standard.write(page.contents()) }
        let topics = Manual.current.topics(named: name)
        guard !topics.isEmpty else {
            throw UsageError(
                "nothing that scripts can use is named \"\(TerminalText.oneLine(name))\"",
                hint: Manual.current.hint(for: name) ?? "'foghorn help lua' lists everything"
            )
        }
        OutputFile.standard.write(topics.map(page.page).joined(separator: "\n"))
    }
}
