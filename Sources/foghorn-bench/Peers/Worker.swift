import Foundation

/// A program that does its work once for each line that it reads, and answers with a line.
///
/// It is started once, so that neither its start nor its end, which Foundation notices late, is measured.
final class Worker {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts a program.
    init(_ path: String, _ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit {
        // It ends by itself where its input does; closing fails where it has ended before.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Has it work once.
    func turn() throws {
        try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        _ = try line()
    }

    /// Waits for the line that it writes next.
    ///
    /// - Throws: ``BenchFailure`` where it has ended.
    func line() throws -> String {
        var text = Data()
        while text.last != UInt8(ascii: "\n") {
            let part = output.fileHandleForReading.availableData
            if part.isEmpty { throw BenchFailure(description: "\(process.arguments ?? []) has ended") }
            text += part
        }
        return String(decoding: text.dropLast(), as: UTF8.self)
    }
}
