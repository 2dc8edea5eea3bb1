/// A copy of a Lua table: a sequence and named fields.
public struct LuaTable: Sendable, Equatable {
    /// Sequence: values at 1, 2, 3 and so on.
    public var array: [LuaValue]
    /// Values by name.
    public var fields: [String: LuaValue]

    /// Makes a table.
    public init(array: [LuaValue] = [], fields: [String: LuaValue] = [:]) {
        self.array = array
        self.fields = fields
    }

    /// Value of a field; nil when there is none.
    public subscript(name: String) -> LuaValue? {
        get { fields[name] }
        set { fields[name] = newValue }
    }
}
