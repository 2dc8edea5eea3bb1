import Glibc

/// Reads a line that must not appear on the terminal.
enum SecretPrompt {
    /// Asks and reads; nil at the end of the input.
    ///
    /// Ctrl-C ends the program with 130, the terminal as it was.
    static func ask(_ question: String, output: OutputFile) -> String? {
        let isEchoing = Echo.current
        Echo.set(isEchoing, on: false)
        let signals = SignalWatch { _ in
            Echo.set(isEchoing, on: true)
            output.write("\n")
            exit(ExitCode.interrupted.rawValue)
        }
        defer {
            withExtendedLifetime(signals) {}
            Echo.set(isEchoing, on: true)
            output.write("\n")
        }
        // Switching the echo empties the terminal: what is typed after the question must not be lost.
        output.write(question)
        return readLine()
    }
}

/// Whether a terminal shows what is typed.
private enum Echo {
    /// Modes of the terminal as they are; nil where there is no terminal.
    static var current: termios? {
        var modes = termios()
        // SAFETY: tcgetattr fills in the structure that it is handed and keeps nothing.
        return unsafe tcgetattr(STDIN_FILENO, &modes) == 0 ? modes : nil
    }

    static func set(_ modes: termios?, on: Bool) {
        guard var modes else { return }
        if !on { modes.c_lflag &= ~tcflag_t(ECHO) }
        // SAFETY: tcsetattr reads the structure that it is handed and keeps nothing.
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
    }
}
