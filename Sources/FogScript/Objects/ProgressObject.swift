import FogModel
import LuaKit
import ScriptAPI

/// How far something is that is waited for, as `on_progress` is told.
final class ProgressObject: ScriptObject {
    static let typeName = "Progress"

    let progress: TaskProgress

    init(_ progress: TaskProgress) {
        self.progress = progress
    }

    /// Fields that scripts see.
    static let fields: [ObjectField<ProgressObject>] = [
        .init("host", LuaTypeSpec("string", isOptional: true), "name of the host", { $0.progress.hostname.luaValue() }),
        .init(
            "hostID",
            LuaTypeSpec("integer", isOptional: true),
            "number of the host",
            { ($0.progress.host?.number).luaValue() }
        ),
        .init(
            "task",
            LuaTypeSpec("integer", isOptional: true),
            "number of the task; nil for snapins",
            { ($0.progress.target.task?.number).luaValue() }
        ),
        .init("state", .string, "where it is, in a word or two", { LuaValue($0.progress.state) }),
        .init("percent", .integer, "how far it is, 0 to 100", { .integer($0.progress.percent) }),
        .init(
            "rate",
            LuaTypeSpec("string", isOptional: true),
            "rate as the client words it",
            { $0.progress.rate.luaValue() }
        ),
        .init(
            "time_left",
            LuaTypeSpec("string", isOptional: true),
            "time left as the client words it",
            { $0.progress.timeLeft.luaValue() }
        ),
        .init(
            "queue",
            LuaTypeSpec("integer", isOptional: true),
            "place among the hosts that wait for a slot, from 1",
            { $0.progress.queue.luaValue() }
        ),
        .init(
            "joined",
            LuaTypeSpec("integer", isOptional: true),
            "hosts that are in its multicast session",
            { ($0.progress.session?.joined).luaValue() }
        ),
        .init(
            "expected",
            LuaTypeSpec("integer", isOptional: true),
            "hosts that its multicast session waits for",
            { ($0.progress.session?.expected).luaValue() }
        ),
    ]
}

extension ProgressObject: CustomStringConvertible {
    var description: String {
        "Progress of \(progress.hostname ?? "\(progress.target)"): \(progress.state), \(progress.percent) %"
    }
}
