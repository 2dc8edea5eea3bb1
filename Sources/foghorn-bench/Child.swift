import Foundation

/// Programs that scenarios run.
enum Child {
    /// The foghorn that was built with this program.
    static var foghorn: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("foghorn")
            .path
    }

    /// Runs a program to its end without showing what it prints.
    ///
    /// - Returns: 1, the number of operations.
    static func run(_ path: String, _ arguments: [String]) throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchFailure(description: "\(path) ended with \(process.terminationStatus)")
        }
        return 1
    }

    /// Writes a script to a temporary file; gives its path.
    static func script(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("foghorn-bench.lua")
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
