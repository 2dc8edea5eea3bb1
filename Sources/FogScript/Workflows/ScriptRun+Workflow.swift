import FogModel
import FogOperations
import FogSession
import LuaKit
import ScriptAPI

extension ScriptRun {
    /// Makes the value of `workflow{}`.
    func makeWorkflow(_ arguments: borrowing LuaArguments) throws(LuaError) -> WorkflowObject {
        do {
            guard let table = try arguments.value(at: 1).table else {
                throw WorkflowReader.Fault(message: "a table expected, got \(arguments.typeName(at: 1))")
            }
            var (description, run) = try WorkflowReader.read(table)
            description.details = LeadingComment.details(in: source.text, summary: description.summary)
            return WorkflowObject(description, run: run)
        } catch let fault as WorkflowReader.Fault {
            workflowFault = "bad workflow: " + fault.message
            throw LuaError(.script, "bad workflow: " + fault.message)
        } catch let error as LuaError {
            throw error
        } catch {
            throw LuaError(.script, "\(error)")
        }
    }

    /// Takes the workflow that the script has returned.
    ///
    /// - Returns: whether it is to be run now; else the strand waits for ever, and the description is told.
    func start(_ workflow: WorkflowObject) throws -> Bool {
        guard !hasAsked else {
            workflowFault = "a workflow has to be returned before anything is asked of the server; move that into run"
            throw LuaError(.script, workflowFault ?? "")
        }
        self.workflow = workflow
        if case .execution = purpose { return true }
        _ = try strands.park()
        return false
    }

    /// Makes the table of arguments for the workflow: hosts, groups and images become objects.
    func resolveArguments() throws -> Ask<LuaValue> {
        guard let parameters = workflow?.workflow.parameters, case .execution(let settings) = purpose else {
            return .done(.table(LuaTable()))
        }
        let names = parameters.map(\.name)
        for name in settings.arguments.keys.sorted() where !names.contains(name) {
            throw fault("the workflow has no parameter \"\(name)\"; \(WorkflowReader.hint(name, names))")
        }
        var found = Ask<LuaTable>.done(LuaTable())
        for parameter in parameters {
            found = try found.then { table in
                try self.argument(for: parameter, settings).map { value in
                    var table = table
                    table[parameter.name] = value
                    return table
                }
            }
        }
        return try found.map { .table($0) }
    }

    private func argument(for parameter: ParameterDescription, _ settings: SessionSettings) throws -> Ask<LuaValue> {
        let given = settings.arguments[parameter.name] ?? parameter.fallback
        if given == .none {
            if parameter.isRequired { throw fault("the workflow needs the parameter \"\(parameter.name)\"") }
            return .done(.nil)
        }
        let value: ScriptValue
        do {
            value = try ParameterValue.check(given, parameter)
        } catch {
            throw fault("parameter \"\(parameter.name)\": \(error.words)")
        }
        let text = LuaValue(script: value)
        let fog = handle(for: nil)
        switch parameter.kind {
        case .host:
            return try Lookup.row(RowArgument<Host>(lua: text), fog).map { fog.object($0).luaValue() }
        case .group:
            return try Lookup.row(RowArgument<Group>(lua: text), fog).map { fog.object($0).luaValue() }
        case .image:
            return try Lookup.row(RowArgument<Image>(lua: text), fog).map { fog.object($0).luaValue() }
        case .hosts:
            let selector = try SelectorArgument(lua: text).selector
            return try Asking.rows(Host.self, .hosts(.list(selector))).map { fog.objects($0).luaValue() }
        case .string, .integer, .number, .boolean, .choice, .duration:
            return .done(text)
        }
    }

    private func fault(_ words: String) -> LuaError {
        workflowFault = words
        return LuaError(.script, words)
    }
}

extension LuaValue {
    /// Makes a value of Lua's of one that crosses between session and host.
    init(script value: ScriptValue) {
        switch value {
        case .none: self = .nil
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .number(let number): self = .number(number)
        case .string(let text): self.init(text)
        case .list(let values): self.init(values.map { LuaValue(script: $0) })
        case .map(let values): self.init(values.mapValues { LuaValue(script: $0) })
        }
    }
}
