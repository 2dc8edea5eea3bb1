import FogAPI
import FogREPL
import Foundation
import Glibc

/// What was entered at the prompts of one server, on disk.
///
/// Each input is one line, added in one step under a lock: two prompts never mix theirs, and a crash loses nothing that was
/// run. Whatever goes wrong here, the prompt goes on.
package struct HistoryFile: Sendable {
    /// Most inputs that are kept.
    package static let capacity: Int = 10_000
    /// Size from which the oldest inputs are thrown away, in bytes.
    private static let limit: UInt64 = 4 << 20

    private let path: String?

    /// Takes the file of a server.
    ///
    /// - Parameters:
    ///   - name: server's, as in `sim`.
    ///   - folder: state folder; nil keeps nothing.
    package init(_ name: String, folder: String?) {
        let safe = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" })
        path = folder.map { "\($0)/history/\(safe)" }
    }

    /// Reads all inputs, the oldest first.
    package func read() -> [String] {
        guard let path, let bytes = FileManager.default.contents(atPath: path) else { return [] }
        return HistoryRecord.read(String(decoding: bytes, as: UTF8.self)).suffix(Self.capacity)
    }

    /// Adds an input, unless it is one that is not kept.
    package func add(_ input: String) {
        guard let path, let line = HistoryRecord.line(input, isSecret: { SecretNames.isSecret($0, of: "") }) else {
            return
        }
        let files = FileManager.default
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? files.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        if !files.fileExists(atPath: path) {
            _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let file = FileHandle(forUpdatingAtPath: path) else { return }
        // Closing the file lets go of the lock.
        defer { try? file.close() }
        guard flock(file.fileDescriptor, LOCK_EX) == 0, let size = try? file.seekToEnd() else { return }
        if size > Self.limit { shorten(file) }
        // What a crash has cut ends here.
        let start = endsWithLine(file) ? "" : "\n"
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data((start + line + "\n").utf8))
    }

    private func endsWithLine(_ file: FileHandle) -> Bool {
        guard let size = try? file.seekToEnd(), size > 0 else { return true }
        try? file.seek(toOffset: size - 1)
        return (try? file.read(upToCount: 1))?.first == UInt8(ascii: "\n")
    }

    /// Throws the older half away.
    private func shorten(_ file: FileHandle) {
        try? file.seek(toOffset: 0)
        guard let bytes = try? file.readToEnd() else { return }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let kept = lines.suffix(min(Self.capacity, lines.count / 2)).map { $0 + [UInt8(ascii: "\n")] }
        try? file.truncate(atOffset: 0)
        try? file.write(contentsOf: Data(kept.joined()))
    }
}
