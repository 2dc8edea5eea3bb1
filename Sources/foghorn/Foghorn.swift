import ArgumentParser

/// The program.
@main
struct Foghorn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foghorn",
        abstract: "Runs Lua workflows against FOG imaging servers.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, LoginCommand.self, ServersCommand.self, DoctorCommand.self, APICommand.self,
            SimCommand.self, CompletionCommand.self, CompleteRunCommand.self,
        ]
    )

    /// Runs the command that the arguments name, and ends with one of Foghorn's own exit codes.
    static func main() async {
        do {
            var command = try parseAsRoot()
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
}
