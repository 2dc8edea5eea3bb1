import FogModel
import LuaKit
import ScriptAPI

/// `fog.api`: the functions for rows of any class, and the classes themselves by FOG's own names.
final class APINamespace: ServedObject, CustomStringConvertible {
    static let typeName = "fog.api"

    let place: FogPlace

    init(_ place: FogPlace) {
        self.place = place
    }

    var description: String { "fog.api" }
}

/// `fog.api.history`: a class by FOG's own name.
final class ClassObject: ServedObject, CustomStringConvertible {
    static let typeName = "Class"

    let name: String
    let place: FogPlace

    init(_ name: String, at place: FogPlace) {
        (self.name, self.place) = (name, place)
    }

    var description: String { "Class \(name)" }
}

extension ClassNames {
    /// Classes of either version, in the order of their names.
    static let all: [String] = ofFive.union(ofSix).sorted()
}
