import CBenchPeer
import Foundation

/// Most memory that this process takes up from now on.
///
/// Origin: proc(5): writing 5 to `clear_refs` makes `VmHWM`, the peak, begin anew.
struct PeakMemory {
    private let before: Double

    /// Begins now; nil where the system does not tell.
    init?() {
        bench_trim()
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return nil }
        // Where this fails, the peak includes what was before, and the growth is only too large.
        try? file.write(contentsOf: Data("5".utf8))
        try? file.close()
        guard let now = Self.megabytes("VmRSS:") else { return nil }
        before = now
    }

    /// Megabytes between the beginning and the peak since then; nil where the system does not tell.
    func growth() -> Double? {
        Self.megabytes("VmHWM:").map { $0 - before }
    }

    private static func megabytes(_ name: String) -> Double? {
        let status = FileManager.default.contents(atPath: "/proc/self/status")
        let lines = String(decoding: status ?? Data(), as: UTF8.self).split(separator: "\n")
        let words = lines.first { $0.hasPrefix(name) }?.split { $0 == " " || $0 == "\t" }
        return words.flatMap { $0.count > 1 ? Double($0[1]) : nil }.map { $0 * 1024 / 1_000_000 }
    }
}
