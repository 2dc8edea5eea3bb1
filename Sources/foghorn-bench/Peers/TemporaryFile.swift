import Foundation

/// A file that lies in the folder for temporary files as long as this value is kept.
final class TemporaryFile {
    /// Where it lies.
    let path: String

    /// Writes a file that only this user can read.
    init(_ bytes: some Sequence<UInt8>) throws {
        let name = "foghorn-bench-\(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: attributes) else {
            throw BenchFailure(description: "\(path) cannot be written")
        }
    }

    deinit {
        // What cannot be removed is left to the system.
        try? FileManager.default.removeItem(atPath: path)
    }
}
