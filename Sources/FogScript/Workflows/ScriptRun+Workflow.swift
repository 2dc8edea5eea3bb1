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
            let workflow = try WorkflowReader.read(table, in: source.text)
            hasDescribed = true
            return workflow
        } catch let fault as WorkflowReader.Fault {
            workflowFault = "bad workflow: " + fault.message
            throw LuaError(.script, "bad workflow: " + fault.message)
        } catch let error as LuaError {
            throw error
        } catch {
            throw LuaError(.script, "\(error)")
        }
    }

    /// Sees that a script which returned no workflow did not mean to: it would do nothing, and end as if all were well.
    func checkNoWorkflow(_ returned: LuaValue) throws {
        if hasDescribed {
            throw fault("the workflow is described and not returned, so nothing would run; write 'return workflow{…}'")
        }
        if let table = returned.table, table["run"]?.reference != nil || table["summary"]?.string != nil {
            throw fault("a plain table was returned, so nothing would run; write 'return workflow{…}'")
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
        guard parameter.isList else { return try resolve(given, parameter) }
        guard case .list(let items) = given else { throw fault("parameter \"\(parameter.name)\": a list expected") }
        let found = try items.reduce(Ask<[LuaValue]>.done([])) { found, item in
            try found.then { values in try self.resolve(item, parameter).map { values + [$0] } }
        }
        return try found.map { LuaValue($0) }
    }

    /// Makes what the script gets of one value.
    private func resolve(_ given: ScriptValue, _ parameter: ParameterDescription) throws -> Ask<LuaValue> {
        do {
            let value = try ParameterValue.check(given, parameter)
            return try blame(parameter, try ParameterResolver(fog: handle(for: .own)).resolve(value, parameter.kind))
        } catch let misfit as ParameterValue.Misfit {
            throw fault("parameter \"\(parameter.name)\": \(misfit.words)")
        }
    }

    /// Takes what names nothing on the server for what it is: a parameter that does not hold.
    private func blame(_ parameter: ParameterDescription, _ step: Ask<LuaValue>) throws -> Ask<LuaValue> {
        guard case .ask(let operation, let next) = step else { return step }
        return .ask(operation) { answer in
            do {
                return try self.blame(parameter, try next(answer))
            } catch let error as FogError where [.notFound, .ambiguous, .invalidArgument].contains(error.code) {
                throw self.fault("\(parameter.flag): \(error)")
            }
        }
    }

    /// Error for arguments or a description that do not hold.
    func fault(_ words: String) -> LuaError {
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
        case .secret(let sealed): self = .object(SecretObject(sealed))
        case .list(let values): self.init(values.map { LuaValue(script: $0) })
        case .map(let values): self.init(values.mapValues { LuaValue(script: $0) })
        }
    }
}
