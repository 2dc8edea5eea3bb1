import Foundation

/// Programs that scenarios run.
enum Child {
    /// The foghorn that was built with this program.
    static var foghorn: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("foghorn")
            .path
    }

    /// Runs a program to its end, some times in a row, without showing what it prints.
    ///
    /// A shell starts it, since Foundation notices the end of a process only after up to 50 ms.
    ///
    /// - Returns: number of operations.
    static func run(_ path: String, _ arguments: [String], times: Int = 1) throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let loop = "i=0; while [ $i -lt \(times) ]; do \"$@\" || exit 1; i=$((i + 1)); done"
        process.arguments = ["-c", loop, "sh", path] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchFailure(description: "\(path) ended with \(process.terminationStatus)")
        }
        return times
    }

    /// Writes a script to a temporary file; gives its path.
    static func script(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("foghorn-bench.lua")
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
