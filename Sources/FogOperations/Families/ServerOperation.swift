package import FogModel

/// What can be asked about the server itself.
package enum ServerOperation: OperationFamily {
    /// Asks what server this is; answered by `server`.
    case info
    /// Asks whether the server can do something; answered by `flag`.
    case supports(Capability)
    /// Lists the plugins, those that were never switched on as well; answered by `plugins`.
    case plugins
    /// Asks how far the server's zone is from UTC at an instant, in seconds since 1970; answered by `zone`.
    case zoneOffset(at: Int)

    package var name: String {
        switch self {
        case .info: "serverInfo"
        case .supports: "supports"
        case .plugins: "listPlugins"
        case .zoneOffset: "zoneOffset"
        }
    }

    package var effect: Effect { .read }
}
