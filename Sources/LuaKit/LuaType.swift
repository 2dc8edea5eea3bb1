/// A type of Lua's, by Lua's number.
public enum LuaType: Int32, Sendable, CustomStringConvertible {
    /// No value: an argument that was not given.
    case none = -1
    /// Absent.
    case `nil` = 0
    /// Boolean.
    case boolean = 1
    /// Bare pointer; scripts never have one.
    case pointer = 2
    /// Integer or float.
    case number = 3
    /// Bytes.
    case string = 4
    /// Table.
    case table = 5
    /// Function, of Lua or bound.
    case function = 6
    /// Swift object.
    case object = 7
    /// Coroutine.
    case coroutine = 8

    /// Name as in Lua's messages.
    public var description: String {
        switch self {
        case .none: "no value"
        case .nil: "nil"
        case .boolean: "boolean"
        case .pointer, .object: "userdata"
        case .number: "number"
        case .string: "string"
        case .table: "table"
        case .function: "function"
        case .coroutine: "thread"
        }
    }
}
