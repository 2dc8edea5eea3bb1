import Foundation

/// Runs the command that prints a login, as password stores do.
enum CredentialsCommand {
    /// Runs a command in a shell and gives what it prints.
    ///
    /// It may ask at the terminal; its errors appear there.
    ///
    /// - Throws: ``UsageError`` where it cannot be run, fails, or prints more than 64 KiB.
    static func run(_ command: String, environment: [String: String]) throws(UsageError) -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let secrets = Set(ServerKey.allCases.filter(\.isSecret).map(\.variable))
        process.environment = environment.filter { !secrets.contains($0.key) }
        process.standardOutput = output
        let bytes: Data?
        do {
            try process.run()
            bytes = try output.fileHandleForReading.read(upToCount: 65_537)
        } catch {
            throw UsageError("credentials_command cannot be run: \(command)")
        }
        guard bytes?.count ?? 0 <= 65_536 else {
            process.terminate()
            throw UsageError("credentials_command prints more than 64 KiB", hint: "let it print the tokens alone")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw UsageError(
                "credentials_command failed with status \(process.terminationStatus): \(command)",
                hint: "run it in a shell to see why"
            )
        }
        return String(decoding: bytes ?? Data(), as: UTF8.self)
    }
}
