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
    ///   - about: what stands in each line, as the run and its script.
    /// - Returns: logger whose entries are one line each.
    /// - Throws: ``UsageError`` where the file cannot be written.
    static func logger(
        _ path: String?,
        clock: any SessionClock,
        about: [String: String] = [:]
    ) throws(UsageError) -> Logger {
        guard let path else { return Logger(label: "foghorn") { _ in SwiftLogNoOpLogHandler() } }
        let write = path == "-" ? { @Sendable (text: String) in OutputFile.error.write(text) } : try open(path)
        var logger = Logger(label: "foghorn") { _ in AuditLogHandler(clock: clock, write: write) }
        for (key, value) in about { logger[metadataKey: key] = "\(value)" }
        return logger
    }

    /// File for the log of a live run where none is named.
    ///
    /// - Parameter environment: variables of the process.
    /// - Returns: nil where there is no home.
    static func standardPath(_ environment: [String: String]) -> String? {
        StateFolder.path(environment).map { $0 + "/audit.log" }
    }

    private static func open(_ path: String) throws(UsageError) -> @Sendable (String) -> Void {
        do {
            // What is no plain file, as a pipe, is written to as it is.
            let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
            if let kind, kind != .typeRegular, kind != .typeSymbolicLink {
                let file = OutputFile(try FileHandle(forWritingTo: URL(fileURLWithPath: path)))
                return { file.write($0) }
            }
            let file = try RotatingFile(path)
            return { file.write($0) }
        } catch {
            throw UsageError("the audit log \(path) cannot be written", hint: "name another file with --log FILE")
        }
    }
}
