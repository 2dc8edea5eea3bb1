import FogModel
import LuaKit
import ScriptAPI

/// A multicast session with what has become of each host that was to be in it.
final class MulticastObject: ServedObject {
    static let typeName = "Multicast"

    let work: MulticastWork
    let place: FogPlace
    private let related = RelatedRows()

    init(_ work: MulticastWork, of place: FogPlace) {
        self.work = work
        self.place = place
    }

    /// Tasks of the hosts that are in.
    var tasks: [FogTask] { work.hosts.compactMap { $0.created?.task } }

    /// Fields that scripts see.
    static let fields: [ObjectField<MulticastObject>] = [
        .init(
            "sessions",
            .list,
            "sessions on the server; one, or one for each storage group (FOG 1.6)",
            { object in object.objects(object.work.sessions).luaValue() }
        ),
        .init(
            "tasks",
            .list,
            "tasks of the hosts that are in it",
            { object in object.objects(object.tasks).luaValue() }
        ),
        .init(
            "failed",
            .list,
            "hosts that are not in it: a list of { hostID = number, error = Error }",
            { LuaValue($0.work.hosts.compactMap(failure)) }
        ),
    ]

    private func objects<Row: ScriptEntity>(_ rows: [Row]) -> [EntityObject<Row>] {
        rows.map { EntityObject($0, of: place, related: related) }
    }

    private static func failure(_ result: HostResult) -> LuaValue? {
        result.error.map { error in
            LuaValue(["hostID": .integer(result.host.number), "error": .object(ErrorObject(error, at: nil))])
        }
    }
}

extension MulticastObject: CustomStringConvertible {
    var description: String {
        let name = work.sessions.first.map { "\"\($0.name)\"" } ?? "without a session"
        return "Multicast \(name), \(tasks.count) of \(work.hosts.count) hosts"
    }
}
