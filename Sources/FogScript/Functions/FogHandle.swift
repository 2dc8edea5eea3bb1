import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// One server as the functions of a script work on it: the one that the run is about, or one that the script has named.
final class FogHandle: ScriptContext {
    unowned let run: ScriptRun
    /// Server, and how much may be done there.
    let place: FogPlace
    /// Functions that scripts have reached, by name.
    private var functions: [String: LuaReference] = [:]

    /// Functions that scripts have reached, with their names.
    var known: [(name: String, function: LuaReference)] { functions.map { ($0.key, $0.value) } }

    init(_ run: ScriptRun, at place: FogPlace) {
        self.run = run
        self.place = place
    }

    func suspend(for request: FogOperation, then next: @escaping ScriptRun.Continuation) throws {
        try run.suspend(for: request, at: place, then: next)
    }

    /// Makes objects of rows that this server has answered.
    func objects<Row: ScriptEntity>(_ rows: [Row]) -> [EntityObject<Row>] {
        let related = RelatedRows()
        return rows.map { EntityObject($0, of: place, related: related) }
    }

    /// Makes the object of a row that this server has answered.
    func object<Row: ScriptEntity>(_ row: Row) -> EntityObject<Row> { EntityObject(row, of: place) }

    /// Gives a function of the namespace, bound to this server.
    func reference(to function: FogFunction) throws(LuaError) -> LuaReference {
        if let reference = functions[function.spec.name] { return reference }
        var reference = try run.machine.makeReference(function.makeFunction(for: self))
        if function.isVerb { reference = try run.loaded().verb(function.spec.name, preparedBy: reference) }
        functions[function.spec.name] = reference
        return reference
    }

    /// Sees that an object is of this server: elsewhere its number means another row.
    func check<Row: ScriptEntity>(_ object: EntityObject<Row>) throws {
        try check(object, object.row.label)
    }

    /// Sees that an object is of this server.
    func check(_ object: any ServedObject, _ label: String) throws {
        guard object.place.server != place.server else { return }
        throw FogError(
            .invalidArgument,
            "\(label) is of \(Self.words(object.place.server)), not of \(Self.words(place.server))",
            hint: "give its name, or call its method"
        )
    }

    private static func words(_ server: String?) -> String {
        server.map { "server \"\($0)\"" } ?? "the run's own server"
    }
}
