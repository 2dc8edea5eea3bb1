import LuaKit
import ScriptAPI

/// The global `fog`: an object, so that a misspelt function is an error that names the right one.
///
/// Also what `fog.server` gives: the same functions, for another server, and `fog.restrict`: for less.
final class FogNamespace: ServedObject, CustomStringConvertible {
    static let typeName = "fog"

    let place: FogPlace

    init(_ place: FogPlace) {
        self.place = place
    }

    var description: String {
        (place.handle == nil ? "fog" : "restricted fog") + (place.server.map { " of server \"\($0)\"" } ?? "")
    }
}

/// The global `log`.
final class LogNamespace: ScriptObject, CustomStringConvertible {
    static let typeName = "log"
    var description: String { "log" }
}
