import FogTime
import Foundation
import Logging

/// Where the audit log of a run goes.
enum AuditLog {
    /// Makes a logger.
    ///
    /// - Parameters:
    ///   - path: file to add to, made where it is missing and then readable by its owner only; `-` is standard error; nil
    ///     logs nowhere.
    ///   - clock: gives the time of each line.
    /// - Returns: logger whose entries are one line each.
    /// - Throws: ``UsageError`` where the file cannot be written.
    static func logger(_ path: String?, clock: any SessionClock) throws(UsageError) -> Logger {
        guard let path else { return Logger(label: "foghorn") { _ in SwiftLogNoOpLogHandler() } }
        let file = path == "-" ? OutputFile.error : try open(path)
        return Logger(label: "foghorn") { _ in AuditLogHandler(clock: clock) { file.write($0) } }
    }

    /// File for the log of a live run where none is named.
    ///
    /// - Parameter environment: variables of the process.
    /// - Returns: nil where there is no home.
    static func standardPath(_ environment: [String: String]) -> String? {
        StateFolder.path(environment).map { $0 + "/audit.log" }
    }

    private static func open(_ path: String) throws(UsageError) -> OutputFile {
        let url = URL(fileURLWithPath: path)
        let files = FileManager.default
        do {
            try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            if !files.fileExists(atPath: path) {
                guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                    throw UsageError("the audit log \(path) cannot be made")
                }
            }
            let handle = try FileHandle(forWritingTo: url)
            try handle.seekToEnd()
            return OutputFile(handle)
        } catch {
            throw UsageError("the audit log \(path) cannot be written", hint: "name another file with --log FILE")
        }
    }
}
