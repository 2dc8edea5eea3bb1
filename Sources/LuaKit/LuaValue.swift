/// An object that Lua can hold: an instance of a class whose type the machine knows, see ``LuaObjectType``.
public typealias LuaObject = AnyObject & Sendable

/// A value that has left Lua, or is on its way there.
public enum LuaValue: Sendable {
    /// Absent.
    case `nil`
    /// Boolean.
    case boolean(Bool)
    /// Integer of 64 bits.
    case integer(Int)
    /// Float.
    case number(Double)
    /// Bytes.
    case string(LuaString)
    /// Copy of a table.
    case table(LuaTable)
    /// Instance of a class that was declared to the machine; the same instance on both sides.
    case object(any LuaObject)
    /// Function, coroutine or table that stays in Lua.
    case reference(LuaReference)

    /// Makes a string.
    public init(_ text: String) {
        self = .string(LuaString(text))
    }

    /// Makes a table of a sequence.
    public init(_ array: [LuaValue]) {
        self = .table(LuaTable(array: array))
    }

    /// Makes a table of named fields.
    public init(_ fields: [String: LuaValue]) {
        self = .table(LuaTable(fields: fields))
    }
}

extension LuaValue {
    /// Whether the value is absent.
    public var isNil: Bool { if case .nil = self { true } else { false } }

    /// Boolean; nil for any other type.
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

    /// Integer, also of a float without a fraction; nil for anything else.
    public var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    /// Number, also of an integer; nil for any other type.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// Text of a string, with U+FFFD for what is no UTF-8; nil for any other type.
    public var string: String? { if case .string(let value) = self { value.string } else { nil } }

    /// Copy of a table; nil for any other type.
    public var table: LuaTable? { if case .table(let value) = self { value } else { nil } }

    /// Reference; nil for any other type.
    public var reference: LuaReference? { if case .reference(let value) = self { value } else { nil } }

    /// Object of a class; nil for any other type or class.
    public func object<Object: LuaObject>(as type: Object.Type) -> Object? {
        if case .object(let value) = self { value as? Object } else { nil }
    }

    /// Type, as Lua names it.
    public var type: LuaType {
        switch self {
        case .nil: .nil
        case .boolean: .boolean
        case .integer, .number: .number
        case .string: .string
        case .table: .table
        case .object: .object
        case .reference(let reference): reference.type
        }
    }
}

extension LuaValue: Equatable {
    /// Compares contents; objects and references by identity.
    public static func == (left: LuaValue, right: LuaValue) -> Bool {
        switch (left, right) {
        case (.nil, .nil): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.table(let left), .table(let right)): left == right
        case (.object(let left), .object(let right)): left === right
        case (.reference(let left), .reference(let right)): left === right
        default: false
        }
    }
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Makes a string.
    public init(stringLiteral value: String) { self.init(value) }
    /// Makes an integer.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Makes a boolean.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// Makes a float.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// Makes an absent value.
    public init(nilLiteral: ()) { self = .nil }
    /// Makes a table of a sequence.
    public init(arrayLiteral elements: LuaValue...) { self.init(elements) }
    /// Makes a table of named fields; the last of equal names holds.
    public init(dictionaryLiteral elements: (String, LuaValue)...) {
        self.init(Dictionary(elements) { $1 })
    }
}

extension LuaValue: CustomStringConvertible {
    /// Value as a Lua expression would write it, for messages of tests and logs; fields in the order of their names.
    public var description: String {
        switch self {
        case .nil: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): value.description.debugDescription
        case .object(let value): "<\(Swift.type(of: value))>"
        case .reference(let value): "<\(value.type)>"
        case .table(let value): value.description
        }
    }
}

extension LuaTable: CustomStringConvertible {
    /// Table as a Lua expression would write it.
    public var description: String {
        let named = fields.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        return "{" + (array.map(\.description) + named).joined(separator: ", ") + "}"
    }
}
