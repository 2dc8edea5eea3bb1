/// An extension of the FOG server.
///
/// It is no ``Entity``: FOG lists what lies in its folder of plugins, and only what is switched on has a row and so a
/// number.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Plugin: Hashable, Codable, Sendable {
    /// FOG's class name.
    public static let className: String = "plugin"

    public var id: PluginID?
    public var name: String = ""
    public var description: String?
    public var location: String?
    public var version: String?
    public var state: Bool = false
    public var installed: Bool = false

    /// Makes a plugin whose fields are all unset.
    public init() {}
}

extension Plugin {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/plugin`.
    public static let fields: [Field<Plugin>] = [
        .reference("id", \.id, "number of the plugin's row; nil where it was never switched on"),
        .name("name", \.name, "name"),
        .text("description", \.description, "what it adds"),
        .text("location", \.location, "folder on the server"),
        .text("version", \.version, "version"),
        .flag("state", \.state, "whether it is switched on"),
        .flag("installed", \.installed, "whether it is installed"),
    ]
}
