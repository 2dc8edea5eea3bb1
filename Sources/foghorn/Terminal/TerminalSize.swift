import Glibc

/// Size of a terminal in characters.
package struct TerminalSize: Hashable, Sendable {
    /// Characters in a line, 1 or more.
    package var columns: Int
    /// Lines, 1 or more.
    package var rows: Int

    /// Makes a size.
    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// Asks the terminal behind a file descriptor; nil where there is none.
    package static func ask(_ descriptor: Int32) -> TerminalSize? {
        var size = winsize()
        // SAFETY: TIOCGWINSZ fills in the structure that it is handed and keeps nothing.
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
}
