import FogModel
import FogSession
import LuaKit
import ScriptAPI

extension ScriptRun {
    /// Gives the machine its globals and loads the script.
    ///
    /// - Throws: `LuaError` of kind `syntax` for a text that is no Lua, `memory` where the limit is too low.
    func open() throws(LuaError) {
        let (loader, natives) = try prepare()
        let environment = try machine.makeEnvironment(strict: true, hint: GlobalHint.words)
        let chunk = try machine.load(source.text, name: chunkName, environment: environment)
        strands.spawn(try loader.chunk("main"), [.reference(natives), .reference(chunk)])
    }

    /// Gives the machine its globals.
    ///
    /// - Returns: loader of the library, and what its own Lua is built on.
    @discardableResult
    func prepare() throws(LuaError) -> (Loader, natives: LuaReference) {
        machine.errorValue = { error, location in
            (error as? FogError).map { .object(ErrorObject($0, at: location)) }
        }
        let types = ObjectTypes(methods: methods(), fog: fogFields(), api: apiFields()) { [unowned self] place in
            handle(for: place)
        }
        try types.declareNamespaces(in: machine)
        try machine.setGlobal("fog", .object(FogNamespace(.own)))
        try machine.setGlobal("log", .object(LogNamespace()))
        for function in GlobalFunctions(run: self).all() { try machine.setGlobal(function) }
        let natives = try makeNatives()
        let loader = try Loader(machine, natives: natives, source: source)
        self.loader = loader
        try types.declareObjects(in: machine, verbs: try verbs(loader))
        if let seed { try machine.seed(Int(truncatingIfNeeded: seed)) }
        try machine.setGlobal("os", .reference(try loader.library("os")))
        try machine.sealLibraries(hint: GlobalHint.words)
        toString = try machine.call(try machine.load("return tostring", name: "tostring"), tables: .references)
            .first?.reference
        return (loader, natives)
    }

    /// Seed of `math.random`; nil for a description.
    private var seed: UInt64? {
        switch purpose {
        case .description: nil
        case .execution(let settings), .prompt(let settings): settings.seed
        }
    }

    /// Loader of the standard library.
    func loaded() throws(LuaError) -> Loader {
        guard let loader else { throw LuaError(.script, "the standard library is not there yet (bug)") }
        return loader
    }

    private var chunkName: String {
        source.name.hasPrefix("=") ? String(source.name.dropFirst()) : source.name
    }

    private func makeNatives() throws(LuaError) -> LuaReference {
        var natives = LuaTable()
        for function in NativeFunctions(run: self).all() {
            natives[function.name] = .reference(try machine.makeReference(function))
        }
        return try machine.makeReference(.table(natives))
    }

    /// Functions of `fog`: those of the server that the namespace is about.
    private func fogFields() -> [LuaObjectType<FogNamespace>.Field] {
        FogFunctions.all.filter { !$0.isOfAPI }.map { function in
            .init(String(function.spec.name.dropFirst("fog.".count))) { [unowned self] fog in
                .reference(try handle(for: fog.place).reference(to: function))
            }
        } + [.init("api") { .object(APINamespace($0.place)) }]
    }

    /// Functions of `fog.api`, and the classes of either version.
    private func apiFields() -> [LuaObjectType<APINamespace>.Field] {
        FogFunctions.all.filter(\.isOfAPI).map { function in
            .init(String(function.spec.name.dropFirst("fog.api.".count))) { [unowned self] api in
                .reference(try handle(for: api.place).reference(to: function))
            }
        } + ClassNames.all.map { name in .init(name) { .object(ClassObject(name, at: $0.place)) } }
    }

    /// Methods of all objects by the type's name, `log` among them.
    private func methods() -> [String: [(name: String, function: LuaFunction)]] {
        var methods = [LogNamespace.typeName: GlobalFunctions(run: self).log()]
        for function in FogFunctions.all where !function.isVerb {
            let made = function.makeMethod { [unowned self] receiver in
                handle(for: (receiver as? any ServedObject)?.place ?? .own)
            }
            guard let made, let (type, name) = function.methodParts else { continue }
            methods[type, default: []].append((name, made))
        }
        return methods
    }

    /// Methods whose bodies are in Lua, by the type's name.
    private func verbs(
        _ loader: Loader
    ) throws(LuaError) -> [String: [(name: String, function: LuaReference)]] {
        var methods: [String: [(name: String, function: LuaReference)]] = [:]
        for function in VerbFunctions.all {
            let made = function.makeMethod { [unowned self] receiver in
                handle(for: (receiver as? any ServedObject)?.place ?? .own)
            }
            guard let made, let (type, name) = function.methodParts else { continue }
            let verb = try loader.verb(function.spec.name, preparedBy: try machine.makeReference(made))
            methods[type, default: []].append((name, verb))
        }
        return methods
    }
}

extension FogFunction {
    /// Whether it is a function of `fog.api`.
    fileprivate var isOfAPI: Bool { spec.name.hasPrefix("fog.api.") }

    /// Type and name of its method, as in `Host` and `task`; nil where it is no method.
    fileprivate var methodParts: (type: String, name: String)? {
        guard let parts = spec.method?.split(separator: ":"), parts.count == 2 else { return nil }
        return (String(parts[0]), String(parts[1]))
    }
}
