/// What one place, or several laid over each other, say of a server; it does not print its values.
package struct ServerEntry: Sendable {
    /// A value and where it stands.
    package struct Value: Sendable {
        /// Text as it stands there.
        package var text: String
        /// Place for people, as in `config.yaml line 4` or `FOGHORN_PIN`.
        package var place: String

        /// Makes a value.
        package init(_ text: String, at place: String) {
            self.text = text
            self.place = place
        }
    }

    /// Values by key.
    package var values: [ServerKey: Value]

    /// Makes an entry.
    package init(_ values: [ServerKey: Value] = [:]) {
        self.values = values
    }

    /// Text of a key; nil where it is unset.
    package subscript(key: ServerKey) -> String? { values[key]?.text }

    /// Lays another entry over this one.
    ///
    /// A login is replaced as a whole: a token of one place never goes together with a password of another.
    package func overlaid(by other: ServerEntry) -> ServerEntry {
        let isLogin = !ServerKey.login.isDisjoint(with: other.values.keys)
        let kept = isLogin ? values.filter { !ServerKey.login.contains($0.key) } : values
        return ServerEntry(kept.merging(other.values) { $1 })
    }
}

extension ServerEntry: CustomStringConvertible, CustomReflectable {
    /// Names what is set.
    package var description: String {
        "ServerEntry(" + ServerKey.allCases.filter { values[$0] != nil }.map(\.rawValue).joined(separator: ", ") + ")"
    }

    /// Shows no value to a debugger's dump either.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
