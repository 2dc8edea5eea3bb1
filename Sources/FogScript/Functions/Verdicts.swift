import FogModel
import LuaKit
import ScriptAPI

/// Answer to a wait: one verdict for one task, a list for a list.
struct Verdicts: LuaReturnable {
    private let objects: [VerdictObject]
    private let isList: Bool

    static var luaType: LuaTypeSpec { LuaTypeSpec("Verdict", "list") }

    init(_ verdicts: [Verdict], isList: Bool) {
        objects = verdicts.map { VerdictObject($0) }
        self.isList = isList
    }

    func luaValue() -> LuaValue {
        isList ? objects.luaValue() : objects.first.luaValue()
    }
}
