import FogModel
import FogOperations
import FogSession
import LuaKit
import ScriptAPI

private let cannotWait =
    "flow cannot wait inside a table.sort comparison, a string.gsub replacement or a similar callback;"
    + " collect the values first, then call it outside"

/// What the standard library's own Lua is built on; scripts cannot reach it.
struct NativeFunctions {
    unowned let run: ScriptRun

    /// Functions by name.
    func all() -> [LuaFunction] {
        strands + waits + words + results + script + time
    }

    private var strands: [LuaFunction] {
        let run = run
        return [
            LuaFunction.raw("spawn") { [unowned run] arguments in
                if run.strands.aliveCount >= run.limits[.jobs] { throw run.reach(.jobs) }
                return .value(.integer(run.strands.spawn(try arguments.reference(at: 1)).number))
            },
            LuaFunction("wake") { [unowned run] (number: Int) in
                run.strands.wake(number)
                return LuaNothing()
            },
            LuaFunction("cancel") { [unowned run] (number: Int) in
                run.cancel(number)
                return LuaNothing()
            },
            LuaFunction("current") { [unowned run] in run.strands.current?.number ?? 0 },
            LuaFunction.raw("remember") { [unowned run] arguments in
                let raised = (try? arguments.value(at: 2)) ?? .nil
                run.unjoined[arguments.integer(at: 1) ?? 0] = (raised, run.strands.job)
                return .nothing
            },
            LuaFunction.raw("defer") { [unowned run] arguments in
                switch run.purpose {
                case .description: break
                case .execution: run.deferred.append(try arguments.reference(at: 1))
                case .prompt: run.deferAtPrompt(try arguments.reference(at: 1))
                }
                return .nothing
            },
            LuaFunction("is_cleaning_up") { [unowned run] in run.strands.current?.isShielded ?? false },
            LuaFunction("forget") { [unowned run] (number: Int) in
                run.unjoined[number] = nil
                return LuaNothing()
            },
        ]
    }

    private var waits: [LuaFunction] {
        let run = run
        return [
            LuaFunction.raw("park") { [unowned run] arguments in
                guard arguments.canWait else { throw LuaError(.script, cannotWait) }
                return try run.strands.park() ? .suspend : .nothing
            },
            LuaFunction.raw("sleep", waits: true) { [unowned run] arguments in
                let seconds = arguments.number(at: 1) ?? 0
                try run.suspend(for: .session(.sleep(seconds)), at: .own) { answer in
                    _ = try answer.get()
                    return .done(.boolean(true))
                }
                return .suspend
            },
        ]
    }

    private var words: [LuaFunction] {
        let run = run
        return [
            LuaFunction.raw("seconds") { arguments in
                if let seconds = arguments.integer(at: 1), seconds >= 0 { return .value(.integer(seconds)) }
                let value =
                    arguments.type(at: 1) == .number || arguments.type(at: 1) == .string
                    ? try? DurationArgument(lua: try arguments.value(at: 1)) : nil
                return .value(value.map { .number($0.seconds) } ?? .nil)
            },
            LuaFunction.raw("kind") { arguments in .value(LuaValue(arguments.typeName(at: 1))) },
            LuaFunction.raw("code") { arguments in
                .value(arguments.object(at: 1, as: ErrorObject.self).map { LuaValue($0.error.code.rawValue) } ?? .nil)
            },
            LuaFunction.raw("suggest") { arguments in
                let names = try arguments.value(at: 2).table?.array.compactMap(\.string) ?? []
                return .value(Suggestion.hint(for: arguments.string(at: 1) ?? "", among: names).luaValue())
            },
            LuaFunction.raw("member_hint") { arguments in
                let names = try arguments.value(at: 3).table?.array.compactMap(\.string) ?? []
                let (library, name) = (arguments.string(at: 1) ?? "", arguments.string(at: 2) ?? "")
                return .value(GlobalHint.words(library, name, names).luaValue())
            },
            LuaFunction.raw("failure") { arguments in
                let code = FogError.Code(rawValue: arguments.string(at: 1) ?? "") ?? .invalidArgument
                let error = FogError(code, arguments.string(at: 2) ?? "", hint: arguments.string(at: 3))
                return .value(.object(ErrorObject(error, at: arguments.location)))
            },
            LuaFunction.raw("placed") { arguments in
                // What was raised beside the caller's own coroutine knows no line of the script.
                guard let raised = arguments.object(at: 1, as: ErrorObject.self), raised.location == nil else {
                    return .nothing
                }
                return .value(.object(ErrorObject(raised.error, at: arguments.location)))
            },
            LuaFunction.raw("unknown") { [unowned run] arguments in
                let known = try run.machine.fieldNames(of: try arguments.reference(at: 2)).sorted()
                return .value(LuaValue(OptionFault.unknown(arguments.string(at: 1).luaValue(), among: known)))
            },
            LuaFunction.raw("timeout") { arguments in
                let seconds = arguments.number(at: 1) ?? 0
                let words = Int(exactly: seconds).map(String.init) ?? String(seconds)
                let error = FogError(.timeout, "not done within \(words) \(seconds == 1 ? "second" : "seconds")")
                return .value(.object(ErrorObject(error, at: arguments.location)))
            },
        ]
    }

    private var results: [LuaFunction] {
        [
            LuaFunction.raw("result") { arguments in
                guard let host = arguments.object(at: 1, as: EntityObject<Host>.self) else {
                    throw LuaError(.script, "a result is of a host (bug)")
                }
                let end: HostResultObject.End =
                    switch try arguments.value(at: 2) {
                    case .object(let verdict as VerdictObject): .ended(verdict)
                    case .object(let error as ErrorObject): .failed(error)
                    case .object(let work as any ServedObject): .created(work)
                    default: .sent
                    }
                return .value(.object(HostResultObject(host, end)))
            },
            LuaFunction.raw("joined") { arguments in
                guard case .table(let table) = try arguments.value(at: 1) else { return .value(.nil) }
                let verdicts = table.array.compactMap { $0.object(as: VerdictObject.self)?.verdict }
                guard var verdict = verdicts.last else { return .value(.nil) }
                verdict.seconds = verdicts.reduce(0) { $0 + $1.seconds }
                verdict.snapins = verdicts.flatMap(\.snapins)
                return .value(.object(VerdictObject(verdict)))
            },
        ]
    }

    private var time: [LuaFunction] {
        let run = run
        return [
            LuaFunction.raw("now", waits: true) { [unowned run] _ in
                try run.suspend(for: .session(.now), at: .own) { answer in
                    guard case .time(let seconds) = try answer.get() else { throw Asking.mismatch(.session(.now)) }
                    return .done(.number(seconds))
                }
                return .suspend
            },
            LuaFunction.raw("zone_span", waits: true) { [unowned run] arguments in
                let operation = FogOperation.server(.zoneOffset(at: arguments.integer(at: 1) ?? 0))
                try run.suspend(for: operation, at: .own) { answer in
                    guard case .zone(let span) = try answer.get() else { throw Asking.mismatch(operation) }
                    return .done([
                        "offset": .integer(span.offset),
                        "start": span.start.luaValue(),
                        "finish": span.end.luaValue(),
                    ])
                }
                return .suspend
            },
        ]
    }

    private var script: [LuaFunction] {
        let run = run
        return [
            LuaFunction.raw("module") { [unowned run] arguments in
                .value(.reference(try run.loaded().module(arguments.string(at: 1) ?? "")))
            },
            LuaFunction.raw("workflow") { [unowned run] arguments in
                guard let workflow = arguments.object(at: 1, as: WorkflowObject.self) else {
                    try run.checkNoWorkflow(try arguments.value(at: 1))
                    return .value(.nil)
                }
                guard try run.start(workflow) else { return .suspend }
                return .values([.reference(workflow.run), workflow.check.map { .reference($0) } ?? .nil])
            },
            LuaFunction.raw("refuse") { [unowned run] arguments in
                throw run.fault(arguments.string(at: 1) ?? "the arguments do not hold")
            },
            LuaFunction.raw("parameters") { [unowned run] _ in
                .value(LuaValue((run.workflow?.workflow.parameters ?? []).map { LuaValue($0.name) }))
            },
            LuaFunction.raw("arguments", waits: true) { [unowned run] _ in
                switch try run.resolveArguments() {
                case .done(let value): return .value(value)
                case .ask(let operation, let next):
                    try run.suspend(for: operation, at: .own, then: next)
                    return .suspend
                }
            },
        ]
    }
}
