import LuaKit

/// An object that keeps the values of its fields in a record.
final class Kept: Sendable {
    let record: LuaRecord

    init(_ number: Int) {
        record = LuaRecord([
            .integer(number), "a name that is longer than 15 bytes", .nil, LuaValue(["first", "second of the list"]),
            .number(0.5), .boolean(true), ["key": LuaValue([1, 2])],
        ])
    }

    /// How Lua sees it.
    static var type: LuaObjectType<Kept> {
        let names = ["number", "name", "none", "list", "half", "yes", "table"]
        var type = LuaObjectType<Kept>(
            "Kept",
            fields: names.map { .init($0) },
            charge: { $0.record.size }
        )
        type.record = \.record
        return type
    }
}
