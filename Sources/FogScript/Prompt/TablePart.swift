import LuaKit

/// A part of a table of Lua's, read without its metatable.
struct TablePart {
    /// Name of its kind, from its metatable.
    var name: String?
    /// Items of its list from the one asked for on; `up` is how many tables up the same one lies, 0 for none.
    var list: [(value: LuaValue, up: Int)] = []
    /// Length of the whole list.
    var listCount = 0
    /// Other entries, names first.
    var entries: [(key: LuaValue, value: LuaValue, up: Int)] = []
    /// How many other entries there are.
    var entryCount = 0
}

extension ScriptRun {
    /// Reads a part of a table.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - first: place of the first item, from 1.
    ///   - items: most items.
    ///   - entries: most other entries.
    ///   - within: tables that it lies in, the innermost first, itself among them.
    /// - Returns: nil where there is no memory for it.
    func part(
        of table: LuaReference,
        first: Int = 1,
        items: Int,
        entries: Int,
        within: [LuaReference] = []
    ) -> TablePart? {
        let arguments: [LuaValue] =
            [.reference(table), .integer(max(1, first)), .integer(items), .integer(entries)]
            + within.map { .reference($0) }
        guard let values = try? ask("look", arguments), values.count >= 3 else { return nil }
        var part = TablePart()
        part.listCount = values[0].integer ?? 0
        part.entryCount = values[1].integer ?? 0
        part.name = values[2].string
        let count = max(0, min(items, part.listCount - max(1, first) + 1))
        var place = 3
        for _ in 0..<count where place + 1 < values.count {
            part.list.append((values[place], values[place + 1].integer ?? 0))
            place += 2
        }
        while place + 2 < values.count {
            part.entries.append((values[place], values[place + 1], values[place + 2].integer ?? 0))
            place += 3
        }
        return part
    }

    /// Value under a key of a table, without a look at its metatable.
    func value(of key: LuaValue, in table: LuaReference) -> LuaValue {
        (try? ask("at", [.reference(table), key]))?.first ?? .nil
    }

    /// Name by which a function is declared, as in `fog.task`; nil for one of a script's.
    func declaredName(of function: LuaReference) -> String? {
        let known = knownFunctions()
        return find(function, among: known.map(\.function)).map { known[$0].name }
    }

    /// Place of a value among others; nil where it is none of them.
    func find(_ value: LuaReference, among others: [LuaReference]) -> Int? {
        if others.isEmpty { return nil }
        let place = (try? ask("find", [.reference(value)] + others.map { .reference($0) }))?.first?.integer
        return place.flatMap { $0 > 0 ? $0 - 1 : nil }
    }

    /// Names of the members of one of Lua's own libraries; none for any other table.
    func libraryMembers(of table: LuaReference) -> [String] {
        ((try? ask("members", [.reference(table)])) ?? []).compactMap(\.string)
    }

    /// Names of what strings have as methods.
    func stringMembers() -> [String] {
        ((try? ask("members")) ?? []).compactMap(\.string)
    }

    /// Calls a function of the module that looks into values.
    private func ask(_ name: String, _ arguments: [LuaValue] = []) throws(LuaError) -> [LuaValue] {
        try machine.call(try promptFunction(name), arguments, tables: .references)
    }

    /// Function of the module that looks into values.
    func promptFunction(_ name: String) throws(LuaError) -> LuaReference {
        let module = try loaded().module("prompt")
        guard let function = try machine.field(name, of: module).reference else {
            throw LuaError(.script, "there is no function \"\(name)\" (bug)")
        }
        return function
    }
}
