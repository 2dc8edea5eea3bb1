import Foundation

/// Tokens and the address that go with them, as the user keeps them.
///
/// It does not print: its description names what is set and never a value.
package struct Secrets: Sendable, CustomStringConvertible, CustomReflectable {
    /// What may be set.
    package enum Key: String, CaseIterable, Sendable {
        case server
        case apiToken = "api_token"
        case userToken = "user_token"
        case user
        case password

        /// Name of the environment variable, as in `FOGHORN_API_TOKEN`.
        package var variable: String { "FOGHORN_" + rawValue.uppercased() }
    }

    private var values: [Key: String] = [:]

    /// Makes an empty set.
    package init() {}

    /// Reads or sets a value; empty text counts as unset.
    package subscript(key: Key) -> String? {
        get { values[key] }
        set { values[key] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// Names what is set.
    package var description: String {
        "Secrets(" + Key.allCases.filter { values[$0] != nil }.map(\.rawValue).joined(separator: ", ") + ")"
    }

    /// Shows no value to a debugger's dump either.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Secrets {
    /// Reads what the environment and a file give; the environment wins.
    ///
    /// - Parameters:
    ///   - environment: variables of the process.
    ///   - file: path of a file with lines such as `api_token = …`; nil reads `~/.config/foghorn/credentials` if it is there.
    /// - Returns: what was found.
    /// - Throws: ``UsageError`` where the file cannot be read, others may read it too, or a line does not hold.
    package static func read(environment: [String: String], file: String?) throws(UsageError) -> Secrets {
        var secrets = Secrets()
        let named = file ?? environment["FOGHORN_CREDENTIALS"]
        if let path = named ?? standardFile(environment) { secrets = try readFile(path) }
        for key in Key.allCases {
            if let value = environment[key.variable], !value.isEmpty { secrets[key] = value }
        }
        return secrets
    }

    private static func standardFile(_ environment: [String: String]) -> String? {
        let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
        guard let path = home.map({ $0 + "/foghorn/credentials" }) else { return nil }
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private static func readFile(_ path: String) throws(UsageError) -> Secrets {
        try checkOwner(path)
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw UsageError("cannot read \(path)")
        }
        var secrets = Secrets()
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        for (number, line) in lines.enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let key = Key(rawValue: parts[0].trimmingCharacters(in: .whitespaces)) else {
                throw UsageError(
                    "\(path) line \(number + 1) sets nothing that Foghorn knows",
                    hint: "write NAME = VALUE with one of " + Key.allCases.map(\.rawValue).joined(separator: ", ")
                )
            }
            secrets[key] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return secrets
    }

    /// Refuses a file that anybody but its owner may read or write.
    private static func checkOwner(_ path: String) throws(UsageError) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            throw UsageError("cannot find \(path)")
        }
        let mode = (attributes[.posixPermissions] as? Int) ?? 0o777
        if mode & 0o077 != 0 {
            throw UsageError(
                "\(path) can be read by others (mode \(String(mode, radix: 8)))",
                hint: "run: chmod 600 \(path)"
            )
        }
    }
}
