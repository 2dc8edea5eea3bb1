import ArgumentParser

/// Flags that `foghorn run` keeps for itself.
enum OwnFlags {
    /// All of them, as in `--server`, read from the help so that the list cannot fall behind.
    static let names: Set<String> = {
        let words = RunCommand.helpMessage().split { $0 == " " || $0 == "\n" || $0 == "," }
        return Set(words.filter { $0.hasPrefix("--") && !$0.contains { "='.…".contains($0) } }.map(String.init))
            .subtracting(["--PARAMETER"])
    }()
}
