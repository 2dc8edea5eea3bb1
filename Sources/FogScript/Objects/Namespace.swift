import LuaKit
import ScriptAPI

/// The global `fog`: an object, so that a misspelt function is an error that names the right one.
final class FogNamespace: ScriptObject, CustomStringConvertible {
    static let typeName = "fog"
    var description: String { "fog" }
}

/// The global `log`.
final class LogNamespace: ScriptObject, CustomStringConvertible {
    static let typeName = "log"
    var description: String { "log" }
}
