import FogSession
import FogStdlib
import LuaKit

/// Loads the modules of the standard library, each once, in an environment that scripts cannot change.
final class Loader {
    /// Beginning of the names of our own chunks as tracebacks show them.
    static let folder = "!stdlib/"

    private unowned let machine: LuaMachine
    private let environment: LuaEnvironment
    private let natives: LuaReference
    private var modules: [String: LuaReference] = [:]
    private var sealed: [String: LuaReference] = [:]
    private let own: OwnModules

    init(_ machine: LuaMachine, natives: LuaReference, source: ScriptSource) throws(LuaError) {
        self.machine = machine
        own = OwnModules(machine, source)
        self.natives = natives
        environment = try machine.makeEnvironment(strict: true)
    }

    /// Modules that scripts have required, by name.
    var required: [(name: String, table: LuaReference)] { sealed.map { ($0.key, $0.value) } }

    /// Takes the modules of a further text of the script's.
    func add(_ source: ScriptSource) { own.add(source) }

    /// Gives a module that scripts may use: one of the library, or else one of the script's own package.
    ///
    /// - Throws: `LuaError` for any other name, and what the text of a module raises.
    func require(_ name: String) throws(LuaError) -> LuaValue {
        guard Stdlib.modules.contains(name) else { return try own.require(name) }
        return .reference(try library(name))
    }

    /// Gives a module of the library so that scripts can neither change nor misspell anything of it.
    func library(_ name: String) throws(LuaError) -> LuaReference {
        if let module = sealed[name] { return module }
        let values = try machine.call(
            try module("seal"),
            [LuaValue(name), .reference(try module(name))],
            tables: .references
        )
        guard let module = values.first?.reference else {
            throw LuaError(.script, "module \"\(name)\" cannot be sealed (bug)")
        }
        sealed[name] = module
        return module
    }

    /// Module of the library that has been loaded before; nil for any other.
    func loadedModule(_ name: String) -> LuaReference? { modules[name] }

    /// Gives a module of the library as its file gives it, also one that only other modules use.
    func module(_ name: String) throws(LuaError) -> LuaReference {
        if let module = modules[name] { return module }
        let values = try machine.call(try chunk(name), [.reference(natives)], tables: .references)
        guard let module = values.first?.reference else {
            throw LuaError(.script, "module \"\(name)\" gives nothing (bug)")
        }
        modules[name] = module
        return module
    }

    /// Gives a function whose body is in module `verbs`.
    ///
    /// - Parameters:
    ///   - name: path by which scripts call it.
    ///   - prepare: checks the arguments, and gives what the body takes.
    /// - Returns: the function that scripts call.
    /// - Throws: `LuaError` where there is no memory for it.
    func verb(_ name: String, preparedBy prepare: LuaReference) throws(LuaError) -> LuaReference {
        let arguments: [LuaValue] = [LuaValue(name), .reference(prepare)]
        let values = try machine.call(try module("verbs"), arguments, tables: .references)
        guard let verb = values.first?.reference else { throw LuaError(.script, "\(name) has no body (bug)") }
        return verb
    }

    /// Gives the function of a module's text.
    func chunk(_ name: String) throws(LuaError) -> LuaReference {
        guard let text = Stdlib.source(of: name) else { throw LuaError(.script, "no module named \"\(name)\" (bug)") }
        return try machine.load(text, name: "stdlib/" + name + ".lua", environment: environment, isHidden: true)
    }
}
