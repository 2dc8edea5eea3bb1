import Crypto
package import FogModel
package import FogSession
import Foundation
import Glibc

/// What the operator has once agreed to, so that nobody is asked twice the same.
///
/// One JSON file that its owner alone can read and write. An entry holds for one script to the letter, one server, one
/// set of grants and one number of hosts.
package struct ConsentBook {
    /// One yes.
    package struct Entry: Hashable, Codable, Sendable {
        /// Fingerprint of the script and all that it requires.
        package var script: String
        /// Name of the script, for people.
        package var name: String
        /// Address of the server.
        package var server: String
        /// Grants in the order in which they were asked for.
        package var grants: [String]
        /// Most hosts that a run may change.
        package var maxHosts: Int
        /// Hosts that the parameters named; nil where they named none.
        package var hosts: Int?

        /// Makes an entry.
        package init(script: String, name: String, server: String, grants: [Grant], maxHosts: Int, hosts: Int?) {
            self.script = script
            self.name = name
            self.server = server
            self.grants = grants.map(\.description)
            self.maxHosts = maxHosts
            self.hosts = hosts
        }
    }

    /// Most entries that are kept; the oldest go first.
    private static let most = 1_000

    private let path: String?

    /// Opens the book of a state folder; nil remembers nothing.
    package init(folder: String?) {
        path = folder.map { $0 + "/consents.json" }
    }

    /// Whether there was a yes to exactly this.
    package func holds(_ entry: Entry) -> Bool { entries().contains(entry) }

    /// Remembers a yes.
    ///
    /// - Throws: where the file cannot be written.
    package func add(_ entry: Entry) throws {
        guard let path else { return }
        let kept = (entries().filter { $0 != entry } + [entry]).suffix(Self.most)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let url = URL(fileURLWithPath: path)
        let files = FileManager.default
        // Nobody else may read or write it at any instant, not even while it is being written.
        let old = umask(0o077)
        defer { umask(old) }
        try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(Array(kept)).write(to: url, options: .atomic)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// All entries; none of a file that others can write, or that cannot be read: then the operator is asked.
    private func entries() -> [Entry] {
        guard let path, let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int, mode & 0o022 == 0,
            let bytes = FileManager.default.contents(atPath: path)
        else { return [] }
        return (try? JSONDecoder().decode([Entry].self, from: bytes)) ?? []
    }

    /// Fingerprint of a script and of whatever it requires, by name.
    ///
    /// With modules it is that of a list, one line for each text, so that nothing can move from one text to the next.
    package static func fingerprint(_ source: ScriptSource) -> String {
        let script = digest(source.text)
        if source.modules.isEmpty { return script }
        let lines = source.modules.sorted { $0.name < $1.name }.map { "\(digest($0.text)) \($0.name)\n" }
        return digest("modules of \(script)\n" + lines.joined())
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
