import ArgumentParser
import FogModel
import FogWorker
import Glibc
import Terminal

/// The program.
@main
struct Foghorn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foghorn",
        abstract: "Runs Lua workflows against FOG imaging servers.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, REPLCommand.self, PermissionsCommand.self, LoginCommand.self, ServersCommand.self,
            DoctorCommand.self, APICommand.self,
            SimCommand.self, HelpCommand.self, DumpAPICommand.self, CompletionCommand.self, CompleteRunCommand.self,
        ]
    )

    /// Runs the command that the arguments name, and ends with one of Foghorn's own exit codes.
    static func main() async {
        // Before anything else: a worker walls itself in while it has one thread and has read nothing.
        if let worker = WorkerArguments(CommandLine.arguments) { WorkerProgram.run(worker.limits) }
        do {
            try checkCommand(CommandLine.arguments.dropFirst().first)
            var command = try parseAsRoot(isPromptWanted ? ["repl"] : nil)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as UsageError {
            OutputFile.error.show("foghorn: " + error.text)
            exit(withError: ArgumentParser.ExitCode(ExitCode.usage.rawValue))
        } catch let code as ExitCode {
            exit(withError: ArgumentParser.ExitCode(code.rawValue))
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            OutputFile.error.show(fullMessage(for: error))
            exit(withError: ArgumentParser.ExitCode(ExitCode.usage.rawValue))
        }
    }

    /// Whether somebody at a terminal has typed nothing but the program's name.
    private static var isPromptWanted: Bool {
        CommandLine.arguments.count == 1 && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    }

    /// Sees that the first word is a command, and says which one may have been meant.
    private static func checkCommand(_ word: String?) throws(UsageError) {
        let names = configuration.subcommands.map { $0._commandName }
        guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
        let shown = configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
        throw UsageError(
            "no command named \"\(TerminalText.oneLine(word))\"",
            hint: Suggestion.hint(for: word, among: shown) ?? "there are \(shown.joined(separator: ", "))"
        )
    }
}
