import FogModel
import LuaKit
import ScriptAPI

/// Snapins that a host has been given to run, as scripts wait for them.
final class SnapinWorkObject: ServedObject {
    static let typeName = "SnapinWork"

    let work: SnapinWork
    let host: HostID
    let place: FogPlace

    init(_ work: SnapinWork, on host: HostID, of place: FogPlace) {
        self.work = work
        self.host = host
        self.place = place
    }

    /// What is waited for.
    var target: WaitTarget { .snapins(work.job, work.parts.map(\.id)) }

    /// Fields that scripts see.
    static let fields: [ObjectField<SnapinWorkObject>] = [
        .init("id", .integer, "number of the snapin job", { .integer($0.work.job.number) }),
        .init("hostID", .integer, "number of the host", { .integer($0.host.number) }),
        .init(
            "snapinIDs",
            .list,
            "numbers of the snapins that were asked for",
            { LuaValue($0.work.parts.map { .integer($0.snapin.number) }) }
        ),
        .init(
            "taskID",
            LuaTypeSpec("integer", isOptional: true),
            "number of the task that stands for the job; nil where the server shows none",
            { ($0.work.task?.id.number).luaValue() }
        ),
    ]
}

extension SnapinWorkObject: CustomStringConvertible {
    var description: String {
        let count = work.parts.count
        return "SnapinWork \(work.job) on host \(host), \(count) snapin\(count == 1 ? "" : "s")"
    }
}
