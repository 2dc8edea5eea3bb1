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
            case .snapins(let work): SnapinWorkObject(work, on: host, of: fog.place).luaValue()
            case .nothing: .nil
            }
    }

    func luaValue() -> LuaValue { value }
}

extension TaskOptionTable {
    /// Options with the numbers of the snapin and the image that were named.
    func found(_ fog: FogHandle) throws -> Ask<TaskOptions> {
        try number(snapin, fog).then { snapin in
            try number(image, fog).map { image in
                var options = options
                if let snapin { options.snapins = .one(snapin) }
                options.image = image
                return options
            }
        }
    }

    private func number<Row: ScriptEntity & NamedEntity>(
        _ argument: RowArgument<Row>?,
        _ fog: FogHandle
    ) throws -> Ask<Identifier<Row>?> {
        guard let argument else { return .done(nil) }
        return try Lookup.id(argument, fog).map { $0 }
    }
}
