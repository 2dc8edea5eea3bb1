public import LuaKit

extension Array: LuaTyped where Element: LuaTyped {
    /// A list.
    public static var luaType: LuaTypeSpec { LuaTypeSpec("list") }
}

extension Array: LuaConvertible where Element: LuaConvertible {
    /// Takes a list: a table whose keys are 1 to n.
    public init(lua value: LuaValue) throws(LuaMismatch) {
        guard case .table(let table) = value else { throw .type }
        self = []
        for (place, item) in try table.items().enumerated() {
            do {
                append(try Element(lua: item))
            } catch {
                throw .value("item \(place + 1): " + error.words(expected: Element.luaType, got: item.kind))
            }
        }
    }
}

extension Array: LuaReturnable where Element: LuaReturnable {
    /// Makes a list.
    public func luaValue() -> LuaValue { LuaValue(map { $0.luaValue() }) }
}

extension LuaTable {
    /// Values of a list, which may tell its own length as `n`, as results of the library do.
    ///
    /// - Throws: ``LuaMismatch`` where other keys are in it too.
    package func items() throws(LuaMismatch) -> [LuaValue] {
        let others = fields.filter { $0.key != "n" || $0.value.integer != array.count }
        if let name = others.keys.min() {
            throw .value("list expected, got a table with the key \"\(name)\"")
        }
        return array
    }

    /// Keys and values, those of the sequence first, then by name.
    package var entries: [(key: LuaValue, value: LuaValue)] {
        array.enumerated().map { (.integer($0.offset + 1), $0.element) }
            + fields.sorted { $0.key < $1.key }.map { (LuaValue($0.key), $0.value) }
    }
}

extension LuaValue {
    /// What it is, as messages say it: an object's own type, else Lua's.
    package var kind: String {
        switch self {
        case .nil: "nil"
        case .boolean: "boolean"
        case .integer, .number: "number"
        case .string: "string"
        case .table: "table"
        case .object(let object): (object as? any ScriptObject).map { Swift.type(of: $0).typeName } ?? "userdata"
        case .reference(let reference): reference.type.description
        }
    }
}
