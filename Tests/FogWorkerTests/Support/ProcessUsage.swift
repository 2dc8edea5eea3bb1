import Foundation

/// What a process has used, as the system tells anybody.
struct ProcessUsage {
    /// Processor's time in seconds.
    var seconds: Double
    /// Most memory that it has held, in bytes.
    var memory: Int

    /// Reads what a process has used; nil for one that is gone.
    init?(of process: Int32?) throws {
        guard let process, FileManager.default.fileExists(atPath: "/proc/\(process)/stat") else { return nil }
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        // Behind the name, which stands in parentheses, the 12th and 13th field count hundredths of a second: proc(5).
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]),
            let kilobytes = peak.flatMap({ $0.dropFirst().compactMap { Int($0) }.first })
        else { return nil }
        seconds = (user + system) / 100
        memory = kilobytes << 10
    }
}
