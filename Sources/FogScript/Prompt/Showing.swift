import FogSession
import LuaKit
import ScriptAPI

/// Takes a value apart for people to look at, without running code of a script's and without asking the server.
struct Showing {
    private let run: ScriptRun
    private let limits: ShownLimits
    /// Entries of tables that may still be shown.
    private var items: Int
    /// Bytes of texts that may still be shown.
    private var bytes = 16 << 20

    init(_ run: ScriptRun, _ limits: ShownLimits) {
        self.run = run
        // What is told has to fit into a message, however long its texts are.
        self.limits = ShownLimits(
            rows: min(limits.rows, 10_000),
            items: min(limits.items, 10_000),
            depth: min(limits.depth, 20),
            text: min(limits.text, 1 << 20)
        )
        items = self.limits.items
    }

    /// Shows a value, its list from the first item on.
    mutating func show(_ value: LuaValue, first: Int = 1, columns: [String]? = nil) -> ShownValue {
        show(value, within: [], first: first, columns: columns)
    }

    private mutating func show(
        _ value: LuaValue,
        within: [LuaReference],
        first: Int = 1,
        columns: [String]? = nil
    ) -> ShownValue {
        switch value {
        case .nil: .none
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let text): .text(shown(text))
        case .object(let object): self.object(object, within: within)
        case .table(let table): self.table(table, within: within)
        case .reference(let reference): self.reference(reference, within, first, columns)
        }
    }

    private mutating func shown(_ text: LuaString) -> ShownText {
        let whole = text.string
        let most = max(0, min(limits.text, bytes))
        bytes -= min(most, whole.utf8.count)
        if whole.utf8.count <= most { return ShownText(whole, size: text.bytes.count) }
        let cut = String(decoding: whole.utf8.prefix(most), as: UTF8.self)
        return ShownText(cut.hasSuffix("\u{FFFD}") ? String(cut.dropLast()) : cut, size: text.bytes.count, isCut: true)
    }

    /// Shows an object with its fields; one within something else without.
    private mutating func object(_ object: any LuaObject, within: [LuaReference]) -> ShownValue {
        guard let shown = object as? any ShowableObject else {
            let line = (object as? any CustomStringConvertible)?.description ?? "userdata"
            let name = (object as? any ScriptObject).map { Swift.type(of: $0).typeName } ?? "userdata"
            return .object(ShownObject(className: name, line: line, fields: []))
        }
        let fields = within.isEmpty ? Swift.type(of: shown).shownFields : []
        let values = fields.indices.map { place in
            let value = show(shown.shownValue(at: place), within: within)
            return ShownField(fields[place].name, isTime: fields[place].isTime, value)
        }
        return .object(
            ShownObject(className: Swift.type(of: shown).typeName, line: shown.shownLine, fields: values)
        )
    }

    /// Shows a copy of a table, as fields of objects hold them.
    private mutating func table(_ table: LuaTable, within: [LuaReference]) -> ShownValue {
        let list = table.array.prefix(max(0, items))
        items -= list.count
        let entries = table.fields.sorted { $0.key < $1.key }.prefix(max(0, items))
        items -= entries.count
        return .table(
            ShownTable(
                list: list.map { show($0, within: within) },
                listCount: table.array.count,
                entries: entries.map { ShownEntry(.text(ShownText($0.key)), show($0.value, within: within)) },
                entryCount: table.fields.count
            )
        )
    }

    private mutating func reference(
        _ reference: LuaReference,
        _ within: [LuaReference],
        _ first: Int,
        _ columns: [String]?
    ) -> ShownValue {
        switch reference.type {
        case .table: if let module = run.moduleName(of: reference) { return .other("module " + module) }
        case .function: return .function(name: run.declaredName(of: reference))
        default: return .other(reference.type.description)
        }
        let isTop = within.isEmpty
        let most = within.count >= limits.depth ? 0 : max(0, items)
        let around = [reference] + within
        guard
            let part = run.part(
                of: reference,
                first: first,
                items: isTop ? max(most, limits.rows) : most,
                entries: most,
                within: around
            )
        else { return .other("table that cannot be looked at: not enough memory") }
        if isTop, let rows = rows(part, first, columns) { return rows }
        if within.count >= limits.depth { return .deeper(part.listCount + part.entryCount) }
        return table(part, within: around)
    }

    private mutating func table(_ part: TablePart, within: [LuaReference]) -> ShownValue {
        let list = part.list.prefix(max(0, items))
        items -= list.count
        let entries = part.entries.prefix(max(0, items))
        items -= entries.count
        var shown = ShownTable(
            name: part.name,
            list: [],
            listCount: part.listCount,
            entries: [],
            entryCount: part.entryCount
        )
        for (value, up) in list {
            shown.list.append(up > 0 ? .repeated(up: up) : show(value, within: within))
        }
        for (key, value, up) in entries {
            let name = show(key, within: within)
            shown.entries.append(ShownEntry(name, up > 0 ? .repeated(up: up) : show(value, within: within)))
        }
        return .table(shown)
    }

    /// Shows a list of objects of one class; nil for any other table.
    private mutating func rows(_ part: TablePart, _ first: Int, _ columns: [String]?) -> ShownValue? {
        // Results of the library tell their length as `n`.
        let isList = part.entries.allSatisfy { $0.key.string == "n" && $0.value.integer == part.listCount }
        guard isList, part.entryCount <= 1, !part.list.isEmpty else { return nil }
        let objects = part.list.prefix(max(1, limits.rows)).compactMap { pair -> (any ShowableObject)? in
            if case .object(let object) = pair.value { object as? any ShowableObject } else { nil }
        }
        guard objects.count == min(part.list.count, max(1, limits.rows)), let one = objects.first else { return nil }
        let type = Swift.type(of: one)
        guard objects.allSatisfy({ Swift.type(of: $0) == type }) else { return nil }
        let fields = type.shownFields
        let names = columns ?? ClassColumns.names(of: type.typeName) ?? fields.map(\.name)
        let places = names.compactMap { name in fields.firstIndex { $0.name == name } }
        let rows = objects.map { object in
            places.map { place in show(object.shownValue(at: place), within: []) }
        }
        return .rows(
            ShownRows(
                className: type.typeName,
                columns: places.map { fields[$0] },
                fields: fields.map(\.name),
                rows: rows,
                first: first,
                count: part.listCount
            )
        )
    }
}
