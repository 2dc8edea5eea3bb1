import Foundation

/// What a process holds, read from outside.
final class Dump {
    private var memory: [Data] = []
    private(set) var environment = ""
    private(set) var arguments = ""
    private(set) var descriptors: [String] = []

    /// Bytes read.
    var size: Int { memory.reduce(0) { $0 + $1.count } }

    /// Reads all memory of a process that can be read.
    func read(_ number: Int32) {
        let folder = "/proc/\(number)/"
        let maps = (try? String(contentsOfFile: folder + "maps", encoding: .utf8)) ?? ""
        guard let file = FileHandle(forReadingAtPath: folder + "mem") else { return }
        for line in maps.split(separator: "\n") where line.split(separator: " ")[1].hasPrefix("r") {
            let bounds = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard bounds.count == 2, bounds[1] - bounds[0] < 1 << 30, (try? file.seek(toOffset: bounds[0])) != nil
            else { continue }
            if let bytes = try? file.read(upToCount: Int(bounds[1] - bounds[0])) { memory.append(bytes) }
        }
        environment = text(folder + "environ")
        arguments = text(folder + "cmdline")
        descriptors = ((try? FileManager.default.contentsOfDirectory(atPath: folder + "fd")) ?? []).sorted()
    }

    /// Whether a text lies somewhere in it.
    func contains(_ text: String) -> Bool {
        memory.contains { $0.range(of: Data(text.utf8)) != nil }
    }

    private func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
