import Foundation

/// Foghorn at a terminal, where each answer is typed once its question has appeared.
enum Dialogue {
    /// Runs a workflow.
    ///
    /// - Parameters:
    ///   - script: text of the workflow.
    ///   - arguments: what stands after the file, as in a shell.
    ///   - columns: width of the terminal.
    ///   - answers: text to wait for, and what is typed then, in the form of `printf`: `\n` ends a line, `\003` is Ctrl-C.
    /// - Returns: exit code, and all that appeared.
    /// - Throws: where the program cannot be started.
    static func run(
        _ script: String,
        _ arguments: String,
        columns: Int = 100,
        _ answers: [(question: String, answer: String)] = []
    ) async throws -> Program.Outcome {
        let home = try Home()
        defer { home.remove() }
        let file = try home.write("w.lua", script)
        let shown = home.path + "/shown"
        let typed = answers.map { question, answer in
            "for turn in $(seq 100); do grep -qaF -- '\(question)' \(shown) 2>/dev/null && break; sleep 0.1; done; "
                + "printf '\(answer)'; "
        }
        let command = "stty cols \(columns) rows 30; exec \\\"$FOGHORN\\\" run \(file) \(arguments)"
        let program = try Program(
            shell: "(\(typed.joined()) true) | script -qefc \"\(command)\" \(shown)",
            environment: ["HOME": home.path]
        )
        return await program.finish()
    }
}
