import FogModel
import LuaKit
import ScriptAPI

/// Why a host is where it is, as `fog.why` answers.
final class ReasonObject: ScriptObject {
    static let typeName = "Reason"

    let reason: WaitReason

    init(_ reason: WaitReason) {
        self.reason = reason
    }

    /// Fields that scripts see.
    static let fields: [(name: String, help: String, get: @Sendable (ReasonObject) -> LuaValue)] = [
        (
            "kind", "idle, not_booted, in_queue, waits_for_session, imaging, working or runs_snapins",
            { LuaValue($0.reason.kind.rawValue) }
        ),
        ("text", "the reason in a sentence", { LuaValue($0.reason.text) }),
        ("task", "number of the task", { ($0.reason.task?.number).luaValue() }),
        ("place", "place in the queue, from 1", { $0.reason.place.luaValue() }),
        ("used", "slots of its storage that are taken", { $0.reason.used.luaValue() }),
        ("slots", "slots that its storage has", { $0.reason.slots.luaValue() }),
    ]
}

extension ReasonObject: CustomStringConvertible {
    var description: String { reason.text }
}
