import Foundation

/// A home folder of a test's own.
struct Home {
    /// Path of the folder.
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "foghorn-home-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let file = path + "/" + name
        let url = URL(fileURLWithPath: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    /// Path of the file that people write.
    var config: String { path + "/.config/foghorn/config.yaml" }

    /// Path of the file that `foghorn login` saves.
    func saved(_ name: String) -> String { path + "/.config/foghorn/servers/\(name).yaml" }

    /// Mode of a file, as in `0o600`; nil where it is missing.
    func mode(_ file: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]) as? Int
    }
}
