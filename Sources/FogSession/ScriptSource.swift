/// Text of a script with the name that its errors give, and the modules that it may require.
package struct ScriptSource: Hashable, Codable, Sendable {
    /// File's path as the user wrote it, or a name such as `=(command line)`.
    package var name: String
    /// Lua text in UTF-8.
    package var text: String
    /// Modules of the script's own package that it requires, directly or through each other, in the order of their names.
    ///
    /// A session has no files: what is not here cannot be required.
    package var modules: [ScriptModule]
    /// Why a module that the script seems to require is not among ``modules``, by its name.
    package var missing: [String: String]

    /// Makes a source.
    package init(name: String, text: String, modules: [ScriptModule] = [], missing: [String: String] = [:]) {
        self.name = name
        self.text = text
        self.modules = modules
        self.missing = missing
    }
}
