import FogModel
import FogSession
import FogStdlib
import LuaKit

/// Loads the modules of a script's own package, each once and in an environment of its own.
final class OwnModules {
    private unowned let machine: LuaMachine
    private var source: ScriptSource
    private var loaded: [String: LuaValue] = [:]
    /// Modules whose text runs at this moment, the outermost first.
    private var loading: [String] = []

    init(_ machine: LuaMachine, _ source: ScriptSource) {
        self.machine = machine
        self.source = source
    }

    /// Takes the modules of a further text; one that has been loaded stays as it is.
    func add(_ other: ScriptSource) {
        source.modules.removeAll { module in other.modules.contains { $0.name == module.name } }
        source.modules += other.modules
        source.missing.merge(other.missing) { $1 }
    }

    /// Gives what a module's text returns.
    ///
    /// - Parameter name: name as the script wrote it.
    /// - Returns: the value, the same each time.
    /// - Throws: `LuaError` for a name that was not handed in, for modules that require each other in a circle, and
    ///   whatever the module's text raises.
    func require(_ name: String) throws(LuaError) -> LuaValue {
        if let value = loaded[name] { return value }
        guard let module = source.modules.first(where: { $0.name == name }) else { throw absent(name) }
        if let first = loading.firstIndex(of: name) {
            let circle = (loading[first...] + [name]).joined(separator: " -> ")
            throw LuaError(.script, "modules require each other in a circle: \(circle)")
        }
        if module.text.utf8.first == 0x1B {
            throw LuaError(.script, "\(module.file) holds compiled Lua, which is not run")
        }
        loading.append(name)
        defer { loading.removeLast() }
        let environment = try machine.makeEnvironment(strict: true, hint: GlobalHint.words)
        let chunk = try machine.load(module.text, name: module.file, environment: environment)
        guard let value = try machine.call(chunk, [LuaValue(name)], tables: .references).first, !value.isNil else {
            throw LuaError(.script, "module \"\(name)\" gives nothing; end \(module.file) with \"return\" and a table")
        }
        loaded[name] = value
        return value
    }

    private func absent(_ name: String) -> LuaError {
        let fault = ScriptModule.fault(inName: name) ?? source.missing[name]
        let known = Stdlib.modules + source.modules.map(\.name)
        let hint = fault ?? Suggestion.hint(for: name, among: known) ?? unread(known)
        return LuaError(.script, "no module named \"\(Self.shown(name))\"; \(hint)")
    }

    private func unread(_ known: [String]) -> String {
        "there are \(known.joined(separator: ", ")); a module of the script's own is read before the script runs, "
            + "so its name has to be written out, as in require \"lab.names\""
    }

    /// Shortens what is no name anyway, and shows what does not print.
    private static func shown(_ name: String) -> String {
        let short = name.unicodeScalars.prefix(60)
        let dots = name.unicodeScalars.count > 60 ? "…" : ""
        return short.map { $0.value < 32 || $0.value == 127 ? "\\\($0.value)" : String($0) }.joined() + dots
    }
}
