internal import CLuaShim

/// What becomes of tables on their way to Swift.
public enum LuaTableCopy: Sendable {
    /// Copied whole.
    case whole
    /// Left in Lua, each as a reference.
    case references

    var code: Int32 { Int32(self == .whole ? FOGLUA_COPY_TABLES : FOGLUA_REFER_TABLES) }
}
