package import FogModel

/// What can be asked about the server itself.
package enum ServerOperation: OperationFamily {
    /// Asks what server this is; answered by `server`.
    case info
    /// Asks whether the server can do something; answered by `flag`.
    case supports(Capability)
    /// Lists the plugins, those that were never switched on as well; answered by `plugins`.
    case plugins

    package var name: String {
        switch self {
        case .info: "serverInfo"
        case .supports: "supports"
        case .plugins: "listPlugins"
        }
    }

    package var effect: Effect { .read }
}
