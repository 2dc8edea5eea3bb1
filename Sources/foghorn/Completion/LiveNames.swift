import FogAPI
import FogHTTP
import FogTime
import Foundation

/// Names of a server's rows for completion, kept for a minute.
struct LiveNames {
    /// Longest time that a server is waited for.
    static let patience = Duration.milliseconds(1_500)
    /// Age up to which names are not asked for again, in seconds.
    static let freshness = 60.0

    let environment: [String: String]

    /// Gives the names of all rows of a class; those of an earlier time where the server is away; never asks anybody.
    func names(of className: String, server: String?) async -> [String] {
        guard let choice = choice(server) else { return [] }
        let path = cachePath(choice, className)
        let kept = path.flatMap { read($0) }
        if let kept, kept.age < Self.freshness { return kept.names }
        // A command for credentials may ask for a passphrase, which nobody expects after a tab.
        guard choice.entry[.credentialsCommand] == nil, let names = await ask(choice, className) else {
            return kept?.names ?? []
        }
        if let path { write(names, path) }
        return names
    }

    private func choice(_ server: String?) -> ServerChoice? {
        let folder = ConfigFolder(file: nil, environment: environment)
        guard let profiles = try? Profiles.read(folder) else { return nil }
        return try? ServerChoice(server, profiles: profiles, environment: environment)
    }

    private func ask(_ choice: ServerChoice, _ className: String) async -> [String]? {
        guard let connection = try? Connection(choice),
            let server = try? connection.server(environment: environment, clock: ContinuousClock())
        else { return nil }
        let names = await withTaskGroup(of: [String]?.self) { group in
            group.addTask { (try? await server.names(of: className)).map { $0.values.sorted() } }
            group.addTask {
                try? await Task.sleep(for: Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        await connection.transport.shutdown()
        return names
    }

    // MARK: - Cache

    private func cachePath(_ choice: ServerChoice, _ className: String) -> String? {
        guard let folder = StateFolder.path(environment), let url = choice.entry[.url] else { return nil }
        let name = url.map { $0.isLetter || $0.isNumber || $0 == "." ? String($0) : "_" }.joined()
        return folder + "/names/" + name + "/" + className
    }

    private func read(_ path: String) -> (names: [String], age: Double)? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        else { return nil }
        return (text.split(separator: "\n").map(String.init), abs(date.timeIntervalSinceNow))
    }

    private func write(_ names: [String], _ path: String) {
        let url = URL(fileURLWithPath: path)
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try? Data(names.joined(separator: "\n").utf8).write(to: url, options: .atomic)
    }
}
