import FoundationEssentials

/// Most memory that this process takes up from a moment on.
///
/// Origin: proc(5): writing 5 to `clear_refs` makes `VmHWM`, the peak, begin anew.
package struct PeakMemory {
    private let before: Double

    /// Begins now.
    ///
    /// nil where the system does not tell, and under a sanitizer, which keeps what was freed.
    package init?() {
        // Where this fails, the peak includes what was before, and the growth is only too large.
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        guard let now = Self.megabytes("VmRSS:"), let reserved = Self.megabytes("VmSize:") else { return nil }
        // AddressSanitizer reserves an eighth of the address space.
        guard reserved < 1_000_000 else { return nil }
        before = now
    }

    /// Megabytes between the beginning and the peak since then; nil where the system does not tell.
    package func growth() -> Double? {
        Self.megabytes("VmHWM:").map { $0 - before }
    }

    private static func megabytes(_ name: String) -> Double? {
        // Where it cannot be read, there is no such line.
        let status = (try? String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)) ?? ""
        let words = status.split(separator: "\n").first { $0.hasPrefix(name) }?.split { $0 == " " || $0 == "\t" }
        return words.flatMap { $0.count > 1 ? Double($0[1]) : nil }.map { $0 * 1024 / 1_000_000 }
    }
}
