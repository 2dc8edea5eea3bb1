import LuaKit
import ScriptAPI

/// A function of the script.
struct FunctionArgument: LuaConvertible {
    let reference: LuaReference

    static var luaType: LuaTypeSpec { LuaTypeSpec("function") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        guard let reference = value.reference, reference.type == .function else { throw .type }
        self.reference = reference
    }
}
