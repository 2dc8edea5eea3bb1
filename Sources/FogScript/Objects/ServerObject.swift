import FogModel
import LuaKit
import ScriptAPI

/// What is known of the server, as scripts see it.
final class ServerObject: ScriptObject {
    static let typeName = "Server"

    let info: ServerInfo

    init(_ info: ServerInfo) {
        self.info = info
    }

    /// Fields that scripts see.
    static let fields: [ObjectField<ServerObject>] = [
        .init("url", .string, "base address", { LuaValue($0.info.url) }),
        .init("version", .string, "version as the server tells it, as in 1.5.10", { LuaValue($0.info.version) }),
        .init("family", .string, "family of the server's API: 1.5 or 1.6", { LuaValue($0.info.family) }),
        .init(
            "typing",
            .string,
            "how the server writes numbers: numbers or strings",
            { LuaValue($0.info.typing.rawValue) }
        ),
        .init("zone", .string, "time zone in which the server writes times", { LuaValue($0.info.zone) }),
        .init(
            "capabilities",
            .list,
            "what it can do that not every server can, as in paging; fog.supports asks for one",
            { LuaValue($0.info.capabilities.map(\.scriptName).sorted().map { LuaValue($0) }) }
        ),
    ]
}

extension ServerObject: CustomStringConvertible {
    var description: String { "Server \(info.url), FOG \(info.version)" }
}
