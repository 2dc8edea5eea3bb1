import FogModel
import FogOperations
import FogSession
import LuaKit
import ScriptAPI

/// Makes what a script gets of a parameter's value: rows become objects, times instants.
struct ParameterResolver {
    /// Server that the run is about.
    let fog: FogHandle

    /// Resolves one checked value.
    func resolve(_ value: ScriptValue, _ kind: ParameterKind) throws -> Ask<LuaValue> {
        let lua = LuaValue(script: value)
        switch kind {
        case .host: return try row(Host.self, lua)
        case .group: return try row(Group.self, lua)
        case .image: return try row(Image.self, lua)
        case .snapin: return try row(Snapin.self, lua)
        case .taskType: return try taskType(TaskTypeArgument(lua: lua).key)
        case .hosts:
            let selector = try SelectorArgument(lua: lua).selector
            return try Asking.rows(Host.self, .hosts(.list(selector))).map { fog.objects($0).luaValue() }
        case .time: return try time(value)
        case .string, .integer, .number, .boolean, .choice, .duration, .size, .file, .secret: return .done(lua)
        }
    }

    private func row<Row: ScriptEntity & NamedEntity>(_ type: Row.Type, _ lua: LuaValue) throws -> Ask<LuaValue> {
        // A flag is always text: one of digits alone is a name if a row has it, and else a number.
        guard let text = lua.string, let number = Int(text), let id = Identifier<Row>(number) else {
            return try Lookup.row(RowArgument<Row>(lua: lua), fog).map { fog.object($0).luaValue() }
        }
        let named = FogOperation.rows(.find(EntityClass(type), RowKey(Key<Row>.name(text))))
        return try Asking.rows(type, named).then { rows in
            if let row = rows.first { return .done(fog.object(row).luaValue()) }
            return try Lookup.row(RowArgument<Row>.key(.id(id)), fog).map { fog.object($0).luaValue() }
        }
    }

    /// Finds the type in the server's own table, since not every server has every one.
    private func taskType(_ key: TaskTypeKey) throws -> Ask<LuaValue> {
        try Asking.all(TaskType.self).map { types in
            let found = types.first { type in
                switch key {
                case .id(let id): type.id == id
                case .name(let name): type.name == name.serverName
                }
            }
            guard let found else {
                throw FogError(
                    .notFound,
                    "the server has no task type \(key)",
                    operation: FogOperation.rows(.list(.taskType, [:])).name,
                    hint: "it has " + types.map(\.name).joined(separator: ", ")
                )
            }
            return fog.object(found).luaValue()
        }
    }

    private func time(_ value: ScriptValue) throws -> Ask<LuaValue> {
        guard case .string(let text) = value, let time = WallTime(text) else { return .done(LuaValue(script: value)) }
        if case .instant(let seconds) = time { return .done(.integer(seconds)) }
        return try Asking.answer(to: .session(.now)).then { answer in
            guard case .time(let now) = answer, let now = Int(exactly: now.rounded(.up)) else {
                throw Asking.mismatch(.session(.now))
            }
            return try self.offset(at: now).then { try self.instant(shown: time.shown(now: now + $0)) }
        }
        .map { .integer($0) }
    }

    /// Finds the instant at which the server's clocks show a time, by the same rule as the library's `time`.
    private func instant(shown: Int) throws -> Ask<Int> {
        try offset(at: shown).then { guess in try self.offset(at: shown - guess).map { shown - $0 } }
    }

    /// Asks how far the server's zone is east of UTC, in seconds.
    private func offset(at instant: Int) throws -> Ask<Int> {
        let operation = FogOperation.server(.zoneOffset(at: instant))
        return try Asking.answer(to: operation).map { answer in
            guard case .zone(let span) = answer else { throw Asking.mismatch(operation) }
            return span.offset
        }
    }
}
