import FogModel
import LuaKit
import ScriptAPI

/// A plugin of the server, as scripts see it.
final class PluginObject: ScriptObject {
    static let typeName = "Plugin"

    let plugin: Plugin

    init(_ plugin: Plugin) {
        self.plugin = plugin
    }

    /// Fields that scripts see.
    static let fields: [ObjectField<PluginObject>] = Plugin.fields.map { field in
        .init(field.name, field.type, field.help) { field.get($0.plugin).luaValue }
    }
}

extension PluginObject: CustomStringConvertible {
    var description: String { "Plugin \"\(plugin.name)\", " + (plugin.state ? "on" : "off") }
}
