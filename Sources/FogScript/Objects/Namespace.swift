import LuaKit
import ScriptAPI

/// The global `fog`: an object, so that a misspelt function is an error that names the right one.
///
/// Also what `fog.server` gives: the same functions, for another server.
final class FogNamespace: ServedObject, CustomStringConvertible {
    static let typeName = "fog"

    let server: String?

    init(server: String?) {
        self.server = server
    }

    var description: String { server.map { "fog of server \"\($0)\"" } ?? "fog" }
}

/// The global `log`.
final class LogNamespace: ScriptObject, CustomStringConvertible {
    static let typeName = "log"
    var description: String { "log" }
}
