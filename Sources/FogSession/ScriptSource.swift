/// Text of a script with the name that its errors give.
package struct ScriptSource: Hashable, Codable, Sendable {
    /// File's path as the user wrote it, or a name such as `=(command line)`.
    package var name: String
    /// Lua text in UTF-8.
    package var text: String

    /// Makes a source.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
