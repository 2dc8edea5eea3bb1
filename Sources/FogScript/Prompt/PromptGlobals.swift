import LuaKit
import LuaSyntax
import ScriptAPI

/// Globals of a state at a prompt: as a script's, but that new ones can be made.
///
/// A name that was assigned once may be read when it is nil again. Constants are no globals of Lua's, so that each
/// write comes to us.
final class PromptGlobals {
    /// A local that was declared `<const>`.
    private enum Constant {
        /// Declared; its value comes next. Until then its name means what it meant before.
        case awaited(before: LuaValue)
        case fixed(LuaValue)
    }

    /// How many results are kept by number.
    static let keptCount = 20

    private unowned let machine: LuaMachine
    private let job: () -> Int?
    private var table: LuaEnvironment?
    private var constants: [String: Constant] = [:]
    /// Names that were made at the prompt.
    private(set) var made: Set<String> = []
    private var kept: [String] = []
    /// Names that jobs have made which still run, by job.
    private var fresh: [Int: Set<String>] = [:]

    /// Makes globals of a machine; `job` gives the number of the job that runs.
    init(_ machine: LuaMachine, job: @escaping () -> Int?) {
        self.machine = machine
        self.job = job
    }

    /// Makes the globals of what the machine's own are now.
    func open() throws(LuaError) {
        table = try machine.makeEnvironment(
            reading: LuaFunction.raw("read") { [unowned self] arguments in .value(try read(arguments)) },
            writing: LuaFunction.raw("write") { [unowned self] arguments in
                try write(arguments)
                return .nothing
            }
        )
    }

    /// What chunks see as their globals.
    func environment() throws(LuaError) -> LuaEnvironment {
        guard let table else { throw LuaError(.usage, "there are no globals yet (bug)") }
        return table
    }

    /// Names that were declared constant.
    var constantNames: Set<String> { Set(constants.keys) }

    /// Value of a global without a look at metatables; nil of Lua's where there is none.
    func value(_ name: String) -> LuaValue {
        switch constants[name] {
        case .fixed(let value), .awaited(let value): return value
        case nil: return (try? machine.field(name, of: environment().reference, tables: .references)) ?? .nil
        }
    }

    /// Names of all globals that have a value, in no order.
    func names() throws(LuaError) -> [String] {
        try machine.fieldNames(of: environment().reference) + constants.keys
    }

    /// Keeps what a chunk gave, as `_` and under its number.
    ///
    /// - Returns: name of the global; nil where nothing was given, so that the former results stay.
    func keep(_ values: [LuaValue], number: Int) throws(LuaError) -> String? {
        guard let first = values.first else { return nil }
        var all = LuaTable(array: values)
        all["n"] = .integer(values.count)
        let value = values.count == 1 ? first : .reference(try machine.makeReference(.table(all)))
        let name = "_\(number)"
        try set("_", value)
        try set(name, value)
        kept.append(name)
        if kept.count > Self.keptCount { try set(kept.removeFirst(), .nil) }
        return name
    }

    /// Keeps what a chunk has raised, as `_err`.
    func keep(raised value: LuaValue) throws(LuaError) {
        try set("_err", value)
    }

    /// Notes that a job has ended.
    ///
    /// - Parameters:
    ///   - job: number of it.
    ///   - isLost: whether the names that it has made are to have no value any more.
    func end(_ job: Int, isLost: Bool) {
        guard let names = fresh.removeValue(forKey: job), isLost else { return }
        for name in names {
            constants[name] = nil
            try? set(name, .nil)
        }
    }

    private func set(_ name: String, _ value: LuaValue) throws(LuaError) {
        try machine.set(name, value, in: environment())
    }

    private func read(_ arguments: borrowing LuaArguments) throws(LuaError) -> LuaValue {
        guard let name = arguments.string(at: 2) else { return .nil }
        switch constants[name] {
        case .fixed(let value), .awaited(let value): return value
        case nil: break
        }
        if made.contains(name) || name == "_" || name == "_err" { return .nil }
        if name.hasPrefix("_"), Int(name.dropFirst()) != nil {
            let words = "the last \(Self.keptCount) results are, by the number of their chunk"
            throw LuaError(.script, "nothing is kept as '\(name)'; \(words)")
        }
        let hint = GlobalHint.words(name, and: made.sorted()) ?? "misspelt, or not assigned yet?"
        throw LuaError(.script, "global '\(name)' is not declared; \(hint)")
    }

    private func write(_ arguments: borrowing LuaArguments) throws(LuaError) {
        guard let name = arguments.string(at: 2), arguments.type(at: 2) == .string else {
            throw LuaError(.script, "a global has a name, got a \(arguments.typeName(at: 2))")
        }
        if let (name, isConstant) = OuterLocals.marked(name) { return try declare(name, isConstant: isConstant) }
        let value = try arguments.value(at: 3, tables: .references)
        switch constants[name] {
        case .fixed: throw LuaError(.script, "attempt to assign to const variable '\(name)'")
        case .awaited: constants[name] = .fixed(value)
        case nil: try set(name, value)
        }
        made.insert(name)
        if let job = job() { fresh[job, default: []].insert(name) }
    }

    /// Prepares a name for the value of a local that is declared; until it has it, the name means what it meant before.
    private func declare(_ name: String, isConstant: Bool) throws(LuaError) {
        let before = value(name)
        made.insert(name)
        if isConstant {
            constants[name] = .awaited(before: before)
            try set(name, .nil)
        } else if constants.removeValue(forKey: name) != nil {
            try set(name, before)
        }
    }
}
