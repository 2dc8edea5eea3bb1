import Glibc

/// Modes of the terminal that the program reads from, to be set and put back.
struct TerminalModes {
    private let modes: termios

    /// Takes the modes as they are; nil where there is no terminal.
    init?() {
        var modes = termios()
        // SAFETY: tcgetattr fills in the structure that it is handed and keeps nothing.
        guard unsafe tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        self.modes = modes
    }

    private init(_ modes: termios) {
        self.modes = modes
    }

    /// The same without showing what is typed.
    var withoutEcho: TerminalModes {
        var modes = modes
        modes.c_lflag &= ~tcflag_t(ECHO)
        return TerminalModes(modes)
    }

    /// The same with each key handed over as it is: not shown, not gathered into lines, no signals for it.
    ///
    /// What is written is still put on lines of its own by a line feed.
    var raw: TerminalModes {
        var modes = modes
        modes.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT)
        return TerminalModes(modes)
    }

    /// Sets them.
    ///
    /// - Parameter dropsInput: whether what was typed and not read is thrown away.
    func set(dropsInput: Bool = false) {
        var modes = modes
        // SAFETY: tcsetattr reads the structure that it is handed and keeps nothing.
        _ = unsafe tcsetattr(STDIN_FILENO, dropsInput ? TCSAFLUSH : TCSADRAIN, &modes)
    }
}
