import Glibc

/// Reads a line that must not appear on the terminal.
enum SecretPrompt {
    /// Asks and reads; nil at the end of the input.
    ///
    /// Ctrl-C ends the program with 130, the terminal as it was.
    static func ask(_ question: String, output: OutputFile) -> String? {
        let modes = TerminalModes()
        modes?.withoutEcho.set(dropsInput: true)
        let signals = SignalWatch { _ in
            modes?.set(dropsInput: true)
            output.write("\n")
            exit(ExitCode.interrupted.rawValue)
        }
        defer {
            withExtendedLifetime(signals) {}
            modes?.set(dropsInput: true)
            output.write("\n")
        }
        // Switching the echo empties the terminal: what is typed after the question must not be lost.
        output.write(question)
        return readLine()
    }
}
