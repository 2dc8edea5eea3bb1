import ArgumentParser
import FogAPI
import FogSession
import FogSim
import Foundation
import Terminal

/// `foghorn completion SHELL`: prints a script that completes Foghorn's commands.
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Prints a script for bash, zsh or fish that completes commands, parameters and names.",
        discussion: """
            bash: foghorn completion bash > ~/.local/share/bash-completion/completions/foghorn
            zsh:  foghorn completion zsh > "${fpath[1]}/_foghorn"
            fish: foghorn completion fish > ~/.config/fish/completions/foghorn.fish
            """
    )

    @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func run() throws {
        guard let known = CompletionShell(rawValue: shell), let more = ShellScripts.dynamic[shell] else {
            throw ValidationError("completion takes bash, zsh or fish, not \(shell)")
        }
        OutputFile.standard.write(Foghorn.completionScript(for: known) + "\n" + more)
    }
}

/// `foghorn complete-run WORD …`: says what may come next on the line of `foghorn run`, one a line; asked by shells.
struct CompleteRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete-run",
        abstract: "Says what may come next on the line of 'foghorn run'.",
        shouldDisplay: false
    )

    @Argument(parsing: .captureForPassthrough, help: "Words after run; the last is the one to complete.")
    var words: [String] = []

    func run() async throws {
        // Nobody waits longer than this for a tab, whatever hangs.
        Task.detached {
            try await Task.sleep(for: .seconds(2))
            Foundation.exit(0)
        }
        let line = RunCompletion(words)
        switch line.offer(await parameters(of: line.file)) {
        case .files: OutputFile.standard.write(":files\n")
        case .words(let words): show(line.fitting(words))
        case .rows(let className):
            let environment = ProcessInfo.processInfo.environment
            let names =
                line.isSimulated
                ? (try? await Site.simulated(.school(), seed: 1).server.names(of: className)).map { Array($0.values) }
                    ?? []
                : await LiveNames(environment: environment).names(of: className, server: line.server)
            show(line.fitting(names.sorted()))
        }
    }

    private func show(_ words: [String]) {
        for word in words { OutputFile.standard.write(TerminalText.oneLine(word) + "\n") }
    }

    private func parameters(of file: String?) async -> [ParameterDescription] {
        guard let file, let source = try? ScriptFile.read(FilePath.expanded(file)) else { return [] }
        let process = ScriptProcess()
        defer { process.close() }
        return (try? await WorkflowProbe.describe(source, on: process.link))?.parameters ?? []
    }
}
