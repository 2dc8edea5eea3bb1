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
    static let fields: [(name: String, help: String, get: @Sendable (ProgressObject) -> LuaValue)] = [
        ("host", "name of the host", { $0.progress.hostname.luaValue() }),
        ("hostID", "number of the host", { ($0.progress.host?.number).luaValue() }),
        ("task", "number of the task; nil for snapins", { ($0.progress.target.task?.number).luaValue() }),
        ("state", "where it is, in a word or two", { LuaValue($0.progress.state) }),
        ("percent", "how far it is, 0 to 100", { .integer($0.progress.percent) }),
        ("rate", "rate as the client words it", { $0.progress.rate.luaValue() }),
        ("time_left", "time left as the client words it", { $0.progress.timeLeft.luaValue() }),
        ("queue", "place among the hosts that wait for a slot, from 1", { $0.progress.queue.luaValue() }),
        ("joined", "hosts that are in its multicast session", { ($0.progress.session?.joined).luaValue() }),
        ("expected", "hosts that its multicast session waits for", { ($0.progress.session?.expected).luaValue() }),
    ]
}

extension ProgressObject: CustomStringConvertible {
    var description: String {
        "Progress of \(progress.hostname ?? "\(progress.target)"): \(progress.state), \(progress.percent) %"
    }
}
