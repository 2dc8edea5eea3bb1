import FogModel
import LuaKit
import ScriptAPI

/// What `fog.task` gives: a task, snapins to wait for, or nothing.
struct CreatedValue: LuaReturnable {
    private let value: LuaValue

    static var luaType: LuaTypeSpec { LuaTypeSpec("Task", "SnapinWork", isOptional: true) }

    init(_ created: CreatedTask, on host: HostID, _ fog: FogHandle) {
        value =
            switch created.work {
            case .task(let task): fog.object(task).luaValue()
            case .snapins(let work): SnapinWorkObject(work, on: host, of: fog.server).luaValue()
            case .nothing: .nil
            }
    }

    func luaValue() -> LuaValue { value }
}

extension TaskOptionTable {
    /// Options with the number of the snapin that was named.
    func found(_ fog: FogHandle) throws -> Ask<TaskOptions> {
        guard let snapin else { return .done(options) }
        return try Lookup.id(snapin, fog).map { id in
            var options = options
            options.snapins = .one(id)
            return options
        }
    }
}
