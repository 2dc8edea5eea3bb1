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
    static let fields: [ObjectField<ReasonObject>] = [
        .init(
            "kind",
            .string,
            "idle, not_booted, in_queue, waits_for_session, imaging, working or runs_snapins",
            { LuaValue($0.reason.kind.rawValue) }
        ),
        .init("text", .string, "the reason in a sentence", { LuaValue($0.reason.text) }),
        .init(
            "task",
            LuaTypeSpec("integer", isOptional: true),
            "number of the task",
            { ($0.reason.task?.number).luaValue() }
        ),
        .init(
            "place",
            LuaTypeSpec("integer", isOptional: true),
            "place in the queue, from 1",
            { $0.reason.place.luaValue() }
        ),
        .init(
            "used",
            LuaTypeSpec("integer", isOptional: true),
            "slots of its storage that are taken",
            { $0.reason.used.luaValue() }
        ),
        .init(
            "slots",
            LuaTypeSpec("integer", isOptional: true),
            "slots that its storage has",
            { $0.reason.slots.luaValue() }
        ),
    ]
}

extension ReasonObject: CustomStringConvertible {
    var description: String { reason.text }
}
