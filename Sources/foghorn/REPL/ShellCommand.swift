import Glibc

/// A command that takes over the terminal, as an editor.
enum ShellCommand {
    /// Runs it to its end; gives its exit code.
    ///
    /// Not by `Process`, which puts a program into a group of its own: such a one may not read from the terminal.
    @concurrent static func run(_ command: String) async -> Int32 {
        // SAFETY: system reads the text that it is handed and keeps nothing.
        unsafe system(command)
    }
}
