import FogModel
import FogSession
import FogStdlib
import LuaKit
import LuaSyntax
import ScriptAPI

/// Finds what can follow the text before the cursor.
struct Completing {
    private let run: ScriptRun

    init(_ run: ScriptRun) {
        self.run = run
    }

    /// Answers what can follow.
    ///
    /// - Parameter text: chunk up to the cursor.
    /// - Returns: candidates, and what is known of the call.
    func completions(of text: String) -> Completions {
        let context = CursorContext(before: text)
        let call = context.call.flatMap { CallTarget($0, run) }
        var completions = Completions(prefix: context.prefix, candidates: [], call: call?.hint)
        var candidates: [Candidate]
        switch context.subject {
        case .name: candidates = names()
        case .field(let chain): candidates = chain.map { fields(of: run.target(of: $0)) } ?? []
        case .method(let chain): candidates = chain.map { methods(of: run.target(of: $0)) } ?? []
        case .option: candidates = call?.options ?? []
        case .text(let quote):
            candidates = call?.words ?? []
            completions.names = call?.names.map { LiveNames($0, prefix: context.prefix, quote: String(quote)) }
        case .key(let chain, _): candidates = chain.map { fields(of: run.target(of: $0), inQuotes: true) } ?? []
        case .nothing: candidates = []
        }
        // A table in a call can hold values as well as options.
        if case .option = context.subject, candidates.isEmpty { candidates = names() }
        let fitting = candidates.filter { $0.text.hasPrefix(context.prefix) }.sorted { $0.text < $1.text }
        completions.isCut = fitting.count > Completions.limit
        completions.candidates = Array(fitting.prefix(Completions.limit))
        return completions
    }

    /// Keywords and globals.
    private func names() -> [Candidate] {
        let keywords = LuaKeywords.all.map { Candidate($0, .keyword) }
        let globals = Set((try? run.prompt?.globals.names()) ?? []).filter(\.isLuaName).map { name in
            candidate(name, run.prompt?.globals.value(name) ?? .nil)
        }
        return keywords + globals
    }

    private func candidate(_ name: String, _ value: LuaValue) -> Candidate {
        if let spec = SpecBook.functions[name] {
            return Candidate(name, .function, detail: FunctionHelp.signature(spec), help: spec.summary)
        }
        if case .reference(let reference) = value {
            if reference.type == .function { return Candidate(name, .function) }
            if let module = run.moduleName(of: reference) {
                return Candidate(name, .variable, detail: "module", help: SpecBook.module(module)?.summary)
            }
        }
        return Candidate(name, .variable, detail: value.kind)
    }

    /// Fields of what stands before a dot.
    private func fields(of target: PathTarget, inQuotes: Bool = false) -> [Candidate] {
        switch target {
        case .value(.object(let object)) where object is FogNamespace:
            functions(within: "fog.") + [Candidate("api", .field, help: "Rows of any class, in FOG's own words.")]
        case .value(.object(let object)) where object is APINamespace:
            functions(within: "fog.api.") + ClassNames.all.map { Candidate($0, .field, detail: "Class") }
        case .value(.object(let object)) where object is LogNamespace: functions(within: "log.")
        case .value(.object(let object)):
            (object as? any ScriptObject).map { fields(ofClass: type(of: $0).typeName) } ?? []
        case .value(.reference(let table)) where table.type == .table: entries(of: table, inQuotes: inQuotes)
        case .module(let module): functions(within: module.name + ".", of: module.functions)
        case .type(let types): types.flatMap { fields(ofClass: $0) }
        default: []
        }
    }

    private func fields(ofClass name: String) -> [Candidate] {
        (SpecBook.classes[name]?.fields ?? []).map { field in
            Candidate(field.name, .field, detail: field.type.words, help: field.help)
        }
    }

    private func functions(within prefix: String, of specs: [FunctionSpec]? = nil) -> [Candidate] {
        (specs ?? Array(SpecBook.functions.values)).compactMap { spec in
            guard spec.name.hasPrefix(prefix) else { return nil }
            let name = String(spec.name.dropFirst(prefix.count))
            guard name.isLuaName else { return nil }
            return Candidate(name, .function, detail: FunctionHelp.signature(spec), help: spec.summary)
        }
    }

    private func entries(of table: LuaReference, inQuotes: Bool) -> [Candidate] {
        let own = run.libraryMembers(of: table).map { Candidate($0, .function) }
        let most = 10 * Completions.limit
        let entries = run.part(of: table, items: 0, entries: most)?.entries ?? []
        return own
            + entries.compactMap { entry in
                guard let name = entry.key.string, inQuotes || name.isLuaName else { return nil }
                return candidate(field: name, entry.value)
            }
    }

    private func candidate(field name: String, _ value: LuaValue) -> Candidate {
        if case .reference(let reference) = value, reference.type == .function { return Candidate(name, .function) }
        return Candidate(name, .field, detail: value.kind)
    }

    /// Methods of what stands before a colon.
    private func methods(of target: PathTarget) -> [Candidate] {
        run.types(of: target).flatMap { type -> [Candidate] in
            if type == "string" { return run.stringMembers().map { Candidate($0, .method) } }
            return run.methods(of: type).map { name, spec in
                let signature = FunctionHelp.methodSignature(spec) ?? FunctionHelp.signature(spec)
                return Candidate(name, .method, detail: signature, help: spec.summary)
            }
        }
    }
}

extension String {
    /// Whether it can be written as a name in Lua.
    var isLuaName: Bool {
        guard let first = utf8.first, !(0x30...0x39).contains(first), !LuaKeywords.all.contains(self) else {
            return false
        }
        return utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
        }
    }
}
