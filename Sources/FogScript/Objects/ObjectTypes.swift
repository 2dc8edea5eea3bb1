import FogModel
import LuaKit
import ScriptAPI

/// Tells a machine how scripts see our objects.
struct ObjectTypes {
    /// Methods by the type's name.
    let methods: [String: [(name: String, function: LuaFunction)]]
    /// Functions of `fog`.
    let fog: [LuaObjectType<FogNamespace>.Field]
    /// Functions and classes of `fog.api`.
    let api: [LuaObjectType<APINamespace>.Field]
    /// Server that an object is of, by its name.
    let handle: (FogPlace) -> FogHandle

    /// Declares what globals are made of.
    func declareNamespaces(in machine: LuaMachine) throws(LuaError) {
        try declareNamespace(FogNamespace.self, fog, in: machine) { $0.place == $1.place }
        try declareNamespace(APINamespace.self, api, in: machine) { $0.place == $1.place }
        try declareNamespace(LogNamespace.self, [], in: machine) { $0 === $1 }
    }

    /// Declares everything else; verbs are methods whose bodies are in Lua, by the type's name.
    func declareObjects(
        in machine: LuaMachine,
        verbs: [String: [(name: String, function: LuaReference)]]
    ) throws(LuaError) {
        for entity in EntityClass.allCases {
            guard let type = entity.type as? any ScriptEntity.Type else { continue }
            try declareEntity(type, verbs[type.scriptName] ?? [], in: machine)
        }
        try declareRecord(SnapinWorkObject.fields, in: machine) {
            $0.work == $1.work && $0.place.server == $1.place.server
        }
        try declareRecord(MulticastObject.fields, in: machine) { $0 === $1 }
        try declareRecord(ProgressObject.fields, in: machine) { $0.progress == $1.progress }
        try declareRecord(ReasonObject.fields, in: machine) { $0.reason == $1.reason }
        try declareRecord(ErrorObject.fields, in: machine) { $0.error == $1.error && $0.location == $1.location }
        try declareRecord(VerdictObject.fields, in: machine) { $0.verdict == $1.verdict }
        try declareRecord(HostResultObject.fields, in: machine) { $0 === $1 }
        try declareRecord(PluginObject.fields, in: machine) { $0.plugin == $1.plugin }
        try declareRecord(ServerObject.fields, in: machine) { $0.info == $1.info }
        try declareRecord([], in: machine) { (one: WorkflowObject, other) in one === other }
        try declareRecord([], in: machine) { (one: SecretObject, other) in one === other }
        try declareRecord([], in: machine) { (one: ClassObject, other) in
            one.name == other.name && one.place == other.place
        }
    }

    private func declareEntity<Row: ScriptEntity>(
        _ row: Row.Type,
        _ verbs: [(name: String, function: LuaReference)],
        in machine: LuaMachine
    ) throws(LuaError) {
        var type = base(EntityObject<Row>.self)
        type.fields = Row.scriptFields.map { .init($0.name) }
        type.record = \.record
        type.scripted = verbs
        type.called = Row.nestedFields.map { ($0.name, nested($0, of: row)) }
        type.charge = { $0.charge }
        type.isEqual = { $0.row.id == $1.row.id && $0.place.server == $1.place.server }
        type.unknownField = unknownField(of: type)
        try machine.declare(type)
    }

    /// Function that reads a row which another names by number.
    private func nested<Row: ScriptEntity>(_ field: NestedField, of row: Row.Type) -> LuaFunction {
        LuaFunction("\(row.scriptName).\(field.name)") { arguments in
            guard let object = arguments.object(at: 1, as: EntityObject<Row>.self),
                let number = object.record.integer(at: field.place)
            else { return .value(.nil) }
            if let kept = object.related.kept(EntityClass(field.target), number) { return .value(.object(kept)) }
            try arguments.requireWait()
            let fog = handle(object.place)
            switch try object.related.row(field.target, number, fog) {
            case .done(let value): return .value(value)
            case .ask(let request, let next):
                try fog.suspend(for: request, then: next)
                return .suspend
            }
        }
    }

    private func declareRecord<Record: ScriptObject & CustomStringConvertible>(
        _ fields: [ObjectField<Record>],
        in machine: LuaMachine,
        isEqual: @escaping (Record, Record) -> Bool
    ) throws(LuaError) {
        var type = base(Record.self)
        type.fields = fields.map { field in .init(field.name) { field.get($0) } }
        type.charge = { _ in 256 }
        type.isEqual = isEqual
        type.unknownField = unknownField(of: type)
        try machine.declare(type)
    }

    private func declareNamespace<Space: ScriptObject & CustomStringConvertible>(
        _ space: Space.Type,
        _ functions: [LuaObjectType<Space>.Field],
        in machine: LuaMachine,
        isEqual: @escaping (Space, Space) -> Bool
    ) throws(LuaError) {
        var type = base(Space.self)
        type.fields = functions
        type.isEqual = isEqual
        let names = functions.map(\.name) + type.methods.map(\.name)
        type.unknownField = { _, key in
            let others = names.count > 8 ? "see 'foghorn help lua'" : "it has \(names.joined(separator: ", "))"
            let hint = Suggestion.hint(for: key, among: names) ?? others
            return "\(Space.typeName) has no function \"\(key)\"; \(hint)"
        }
        type.assignment = { _, key in "\(Space.typeName) is read-only: cannot set \"\(key)\"" }
        try machine.declare(type)
    }

    private func base<Object: ScriptObject & CustomStringConvertible>(_ object: Object.Type) -> LuaObjectType<Object> {
        let name = Object.typeName
        var type = LuaObjectType<Object>(name, fields: [], methods: methods[name] ?? [], text: \.description)
        type.assignment = { _, key in "\(name) is read-only: cannot set \"\(key)\"" }
        return type
    }

    private func unknownField<Object>(of type: LuaObjectType<Object>) -> (Object, String) -> String {
        let (name, fields) = (type.name, type.fields.map(\.name) + type.called.map(\.name))
        let methods = type.methods.map(\.name) + type.scripted.map(\.name)
        return { _, key in
            if let hint = Suggestion.hint(for: key, among: fields + methods) {
                return "\(name) has no field \"\(key)\"; \(hint)"
            }
            return "\(name) has no field \"\(key)\"; it has \(fields.joined(separator: ", "))"
        }
    }
}
