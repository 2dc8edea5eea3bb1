/// Lua modules that come with Foghorn, embedded in the executable.
package enum Stdlib {
    /// Modules that scripts may require, by name, in the order of the alphabet.
    package static let modules: [String] = ["flow"]

    /// Gives the text of a module.
    ///
    /// - Parameter module: one of ``modules``, or `check` or `main`, which only Foghorn itself may use.
    /// - Returns: Lua text; nil for a name that is no module.
    package static func source(of module: String) -> String? {
        switch module {
        case "check": String(decoding: PackageResources.check_lua, as: UTF8.self)
        case "flow": String(decoding: PackageResources.flow_lua, as: UTF8.self)
        case "main": String(decoding: PackageResources.main_lua, as: UTF8.self)
        default: nil
        }
    }
}
