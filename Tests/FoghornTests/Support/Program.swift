import Foundation
import Synchronization

/// Runs the built executable as a user would.
struct Program {
    /// What a run left behind.
    struct Outcome: CustomStringConvertible {
        var code: Int32
        var output: String
        var errors: String
        var description: String { "exit \(code)\n--- output\n\(output)\n--- errors\n\(errors)" }
    }

    /// Executable beside the test bundle.
    static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("foghorn")

    /// Root of the package.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Workflow that comes with Foghorn.
    static let rollout = root.appendingPathComponent("scripts/workflows/lab-rollout.lua").path

    /// Home of programs that a test gives none: empty at the start, and where their logs go.
    private static let home = NSTemporaryDirectory() + "foghorn-tests-\(ProcessInfo.processInfo.processIdentifier)"

    let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    /// Starts a run without a terminal, with an environment of its own.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        process.executableURL = Self.executable
        try start(arguments, environment)
    }

    /// Starts a shell command with `$FOGHORN` set to the executable.
    init(shell command: String, environment: [String: String] = [:]) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        try start(["-c", command], environment)
    }

    private func start(_ arguments: [String], _ environment: [String: String]) throws {
        process.arguments = arguments
        process.currentDirectoryURL = Self.root
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": Self.home, "TERM": "xterm", "FOGHORN": Self.executable.path,
        ].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Reads what it prints until it ends.
    func finish() async -> Outcome {
        async let printed = Self.readAll(output)
        async let complained = Self.readAll(errors)
        let (text, faults) = await (printed, complained)
        let process = process
        await Self.aside { process.waitUntilExit() }
        return Outcome(code: process.terminationStatus, output: text, errors: faults)
    }

    /// Sends signals, one after the other, to the executable that this shell command has started, and reads what it
    /// prints until it ends.
    func finish(after signals: [String]) async throws -> Outcome {
        for signal in signals {
            _ = try await Program(shell: "pkill -\(signal) -P \(process.processIdentifier) -x foghorn").finish()
        }
        return await finish()
    }

    /// Reads lines of its output until one fits; nil where it ends before.
    func line(where fits: @escaping @Sendable (String) -> Bool) async -> String? {
        let file = output.fileHandleForReading
        return await Self.aside {
            var buffer: [UInt8] = []
            while let byte = try? file.read(upToCount: 1)?.first {
                if byte != UInt8(ascii: "\n") {
                    buffer.append(byte)
                    continue
                }
                let line = String(decoding: buffer, as: UTF8.self)
                if fits(line) { return line }
                buffer = []
            }
            return nil
        }
    }

    private static func readAll(_ pipe: Pipe) async -> String {
        let file = pipe.fileHandleForReading
        return await aside { String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self) }
    }

    /// Does what blocks on a thread of its own: tests share as few threads as the machine has processors.
    private static func aside<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { waiter in
            Thread.detachNewThread { waiter.resume(returning: work()) }
        }
    }

    /// Runs to the end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        try await Program(arguments, environment: environment).finish()
    }

    /// Runs a script that is given as text.
    static func run(script: String, _ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome
    {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".lua")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await run(["run", file.path] + arguments, environment: environment)
    }
}
