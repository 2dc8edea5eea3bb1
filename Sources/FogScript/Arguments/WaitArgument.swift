import FogModel
import LuaKit
import ScriptAPI

/// Something to wait for: a task, the snapins that `fog.task` gave, or all snapins of a job.
enum WaitArgument: LuaConvertible {
    case task(TaskArgument)
    case snapins(SnapinWorkObject)
    case job(EntityObject<SnapinJob>)

    static var luaType: LuaTypeSpec { LuaTypeSpec("Task", "SnapinWork", "SnapinJob", "integer") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let work = value.object(as: SnapinWorkObject.self) {
            self = .snapins(work)
        } else if let job = value.object(as: EntityObject<SnapinJob>.self) {
            self = .job(job)
        } else {
            self = .task(try TaskArgument(lua: value))
        }
    }

    /// What is waited for on a server.
    func target(on fog: FogHandle) throws -> WaitTarget {
        switch self {
        case .task(let task): return .task(try task.id(on: fog))
        case .snapins(let work):
            try fog.check(work, work.description)
            return work.target
        case .job(let job):
            try fog.check(job)
            return .snapins(job.row.id, [])
        }
    }
}

/// What `fog.multicast` gave.
struct MulticastArgument: LuaConvertible {
    let object: MulticastObject

    static var luaType: LuaTypeSpec { LuaTypeSpec("Multicast") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        guard let object = value.object(as: MulticastObject.self) else { throw .type }
        self.object = object
    }
}
