import Foundation

/// Foghorn at a terminal, where each answer is typed once its question has appeared.
enum Dialogue {
    /// Text to wait for, and what is typed then, in the form of `printf`: `\n` ends a line, `\003` is Ctrl-C.
    typealias Turn = (question: String, answer: String)

    /// Runs a workflow.
    ///
    /// - Parameters:
    ///   - script: text of the workflow.
    ///   - arguments: what stands after the file, as in a shell.
    ///   - columns: width of the terminal.
    ///   - answers: what is typed.
    /// - Returns: exit code, and all that appeared.
    /// - Throws: where the program cannot be started.
    static func run(
        _ script: String,
        _ arguments: String,
        columns: Int = 100,
        _ answers: [Turn] = []
    ) async throws -> Program.Outcome {
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("w.lua", script)
        return try await talk("run \(file) \(arguments)", home: home, columns: columns, answers)
    }

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - command: the program's arguments, as in a shell.
    ///   - home: its home.
    ///   - columns: width of the terminal.
    ///   - environment: variables beside the home, as of a served FOG.
    ///   - answers: what is typed; the terminal stays open until the program ends.
    /// - Returns: exit code, and all that appeared.
    /// - Throws: where the program cannot be started.
    static func talk(
        _ command: String,
        home: Home,
        columns: Int = 100,
        environment: [String: String] = [:],
        _ answers: [Turn]
    ) async throws -> Program.Outcome {
        let shown = home.path + "/shown"
        let ended = home.path + "/ended"
        // A question that never comes would hold the test up for ever: after two minutes the terminal is closed.
        let typed = answers.map { question, answer in
            "n=0; until grep -qaF -- '\(question)' \(shown) 2>/dev/null || [ -e \(ended) ]; do sleep 0.05; "
                + "n=$((n + 1)); [ $n -lt 2400 ] || exit; done; printf '\(answer)'; "
        }
        let program = try Program(
            shell: """
                { \(typed.joined()) until [ -e \(ended) ]; do sleep 0.05; done; } | {
                  script -qefc "stty cols \(columns) rows 30; exec \\"$FOGHORN\\" \(command)" \(shown)
                  code=$?
                  touch \(ended)
                  exit $code
                }
                """,
            environment: environment.merging(["HOME": home.path]) { $1 }
        )
        return await program.finish()
    }
}
