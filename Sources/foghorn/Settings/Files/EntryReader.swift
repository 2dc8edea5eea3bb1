import FogModel
import Yams

/// Reads what a file says of servers, and refuses what it does not know.
struct EntryReader {
    let file: SettingsFile
    /// Whether a group may read the file though it holds secrets.
    var readersAllowed = false

    /// Reads the keys of one server.
    ///
    /// - Parameters:
    ///   - mapping: keys and values.
    ///   - allowed: keys that may stand here.
    /// - Returns: what is set.
    /// - Throws: ``UsageError`` for an unknown key, a list where a text is wanted, and secrets that others can read.
    func entry(
        _ mapping: Node.Mapping,
        allowed: [ServerKey] = ServerKey.allCases
    ) throws(UsageError) -> ServerEntry {
        var entry = ServerEntry()
        for (key, value) in mapping {
            let name = key.string ?? ""
            if name == "timeouts", allowed.contains(.rowTimeout) {
                for (key, value) in try self.mapping(value, of: key) {
                    try set(&entry, "timeouts." + (key.string ?? ""), key, value, allowed)
                }
            } else {
                try set(&entry, name, key, value, allowed)
            }
        }
        if entry.values.keys.contains(where: \.isSecret) { try file.checkOwner(readersAllowed: readersAllowed) }
        if !entry.values.isEmpty { try file.checkWriters() }
        return entry
    }

    private func set(
        _ entry: inout ServerEntry,
        _ name: String,
        _ key: Node,
        _ value: Node,
        _ allowed: [ServerKey]
    ) throws(UsageError) {
        guard let known = ServerKey(rawValue: name), allowed.contains(known) else {
            throw unknown(key, name, among: allowed.map(\.rawValue))
        }
        guard let scalar = value.scalar else {
            throw UsageError("\(file.place(of: key)): \(name) takes one value", hint: "write \(name): VALUE")
        }
        entry.values[known] = ServerEntry.Value(scalar.string, at: file.place(of: key))
    }

    /// Gives the keys below a key; none where nothing stands there.
    func mapping(_ value: Node, of key: Node) throws(UsageError) -> Node.Mapping {
        if let mapping = value.mapping { return mapping }
        if value.scalar?.string.isEmpty == true { return Node.Mapping([]) }
        throw UsageError("\(file.place(of: key)): \(key.string ?? "") holds no keys", hint: "indent what belongs to it")
    }

    /// Makes the error for a key that nobody knows.
    func unknown(_ key: Node, _ name: String, among known: [String]) -> UsageError {
        UsageError(
            "\(file.place(of: key)): unknown key \(name)",
            hint: Suggestion.hint(for: name, among: known) ?? "known are " + known.joined(separator: ", ")
        )
    }
}
