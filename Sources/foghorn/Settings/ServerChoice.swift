import FogHTTP

/// The server that a command works on, with everything that is set of it.
package struct ServerChoice: Sendable {
    /// Name of the profile; nil for a bare address.
    package var name: String?
    /// What is set, environment and flags included.
    package var entry: ServerEntry
    /// Files that describe it.
    package var files: [String]

    /// Takes a server as it is described.
    package init(name: String?, entry: ServerEntry, files: [String]) {
        self.name = name
        self.entry = entry
        self.files = files
    }

    /// Settles on a server: a flag, the variable, the default, or the only one.
    ///
    /// - Parameters:
    ///   - word: name or address, as given to `--server`; nil where none was.
    ///   - profiles: servers of the files.
    ///   - environment: variables of the process, above all files.
    ///   - flags: what flags set, above all else.
    /// - Throws: ``UsageError`` where no server is named or the name is unknown.
    package init(
        _ word: String?,
        profiles: Profiles,
        environment: [String: String],
        flags: ServerEntry = ServerEntry()
    ) throws(UsageError) {
        var variables = Self.entry(environment)
        guard let word = word ?? variables[.url] ?? profiles.defaultName ?? Self.onlyName(profiles) else {
            throw UsageError(
                "no server is named",
                hint: profiles.all.isEmpty
                    ? "run foghorn login NAME, or add --server https://…, or try the script with --sim"
                    : "add --server NAME; " + profiles.knownNames
            )
        }
        let found = word.contains("://") ? Self.profile(at: word, profiles) : try Self.profile(named: word, profiles)
        name = found?.name
        files = found?.files ?? []
        let base = found?.entry ?? ServerEntry([.url: .init(word, at: "--server")])
        if base[.url] == nil { throw UsageError("server \(word) has no url", hint: "add url: https://… to it") }
        if let named = variables[.url], try Self.address(of: named, profiles) != base[.url].flatMap(Self.address) {
            // They were set for the server that FOGHORN_SERVER names: another gets neither its tokens nor its pin.
            variables = ServerEntry(variables.values.filter { !$0.key.isOfOneServer })
        }
        variables.values[.url] = nil
        entry = base.overlaid(by: variables).overlaid(by: flags)
    }

    /// What variables set; empty ones count as unset.
    static func entry(_ environment: [String: String]) -> ServerEntry {
        var entry = ServerEntry()
        for key in ServerKey.allCases {
            guard let text = environment[key.variable], !text.isEmpty else { continue }
            entry.values[key] = ServerEntry.Value(text, at: key.variable)
        }
        return entry
    }

    /// Address of a server that is given by name or address; nil where it has none that holds.
    private static func address(of word: String, _ profiles: Profiles) throws(UsageError) -> ServerAddress? {
        if word.contains("://") { return address(word) }
        return try profile(named: word, profiles).entry[.url].flatMap(address)
    }

    private static func address(_ text: String) -> ServerAddress? { try? ServerAddress(parsing: text) }

    private static func onlyName(_ profiles: Profiles) -> String? {
        profiles.all.count == 1 ? profiles.all[0].name : nil
    }

    private static func profile(named name: String, _ profiles: Profiles) throws(UsageError) -> Profiles.Profile {
        if let profile = profiles[name] { return profile }
        if !Profiles.isName(name) || name.contains(".") || name.contains(":") {
            throw UsageError(
                "\(name) is neither a server's name nor an address",
                hint: "write https:// in front of an address; " + profiles.knownNames
            )
        }
        throw UsageError("no server is named \(name)", hint: profiles.knownNames)
    }

    /// The one profile with the same address; nil where there is none, or several.
    private static func profile(at address: String, _ profiles: Profiles) -> Profiles.Profile? {
        guard let wanted = try? ServerAddress(parsing: address) else { return nil }
        let same = profiles.all.filter { profile in
            profile.entry[.url].flatMap { try? ServerAddress(parsing: $0) } == wanted
        }
        return same.count == 1 ? same[0] : nil
    }
}
