import FogModel
import FogSession
import LuaKit
import LuaSyntax
import ScriptAPI

/// What a chain of names leads to: a value that is there, or what declarations say of one that is not.
enum PathTarget {
    case value(LuaValue)
    /// A module of the library.
    case module(ModuleSpec)
    /// A declared function; its method form drops the first parameter.
    case function(FunctionSpec, isMethod: Bool)
    /// A value of one of these types.
    case type([String])
    /// A list of objects of a class.
    case list(of: String)
    case unknown
}

extension ScriptRun {
    /// Follows a chain without running code of a script's and without asking the server.
    func target(of chain: ValueChain) -> PathTarget {
        guard let prompt else { return .unknown }
        var target = named(prompt.globals.value(chain.root))
        if let spec = SpecBook.functions[chain.root], case .value = target { target = .function(spec, isMethod: false) }
        for step in chain.steps { target = next(target, step) }
        return target
    }

    private func next(_ target: PathTarget, _ step: ValueChain.Step) -> PathTarget {
        switch step {
        case .field(let name), .entry(let name): field(name, of: target)
        case .method(let name): method(name, of: target)
        case .item(let place): item(place, of: target)
        case .call: result(of: target)
        case .unknown: item(1, of: target)
        }
    }

    /// A value, or the module that it is.
    private func named(_ value: LuaValue) -> PathTarget {
        guard let table = value.reference, table.type == .table else { return .value(value) }
        return moduleName(of: table).flatMap { SpecBook.module($0) }.map { .module($0) } ?? .value(value)
    }

    private func field(_ name: String, of target: PathTarget) -> PathTarget {
        switch target {
        case .value(.object(let object)) where object is FogNamespace:
            if name == "api", let fog = object as? FogNamespace { return .value(.object(APINamespace(fog.place))) }
            return SpecBook.functions["fog." + name].map { .function($0, isMethod: false) } ?? .unknown
        case .value(.object(let object)) where object is APINamespace:
            if let spec = SpecBook.functions["fog.api." + name] { return .function(spec, isMethod: false) }
            return ClassNames.all.contains(name) ? .type([ClassObject.typeName]) : .unknown
        case .value(.object(let object)) where object is LogNamespace:
            return SpecBook.functions["log." + name].map { .function($0, isMethod: false) } ?? .unknown
        case .value(let value):
            if let found = self.value(of: value, at: LuaValue(name)), !found.isNil { return named(found) }
            guard case .object(let object) = value, let object = object as? any ScriptObject else { return .unknown }
            return field(name, of: .type([type(of: object).typeName]))
        case .module(let module):
            let spec = module.functions.first { $0.name == "\(module.name).\(name)" }
            return spec.map { .function($0, isMethod: false) } ?? .unknown
        case .type(let types):
            let fields = types.compactMap { SpecBook.classes[$0] }.flatMap(\.fields)
            return fields.first { $0.name == name }.map { .type($0.type.alternatives) } ?? .unknown
        case .function, .list, .unknown: return .unknown
        }
    }

    private func method(_ name: String, of target: PathTarget) -> PathTarget {
        for type in types(of: target) {
            if let spec = methods(of: type)[name] { return .function(spec, isMethod: true) }
        }
        return .unknown
    }

    private func item(_ place: Int, of target: PathTarget) -> PathTarget {
        switch target {
        case .value(let value): self.value(of: value, at: .integer(place)).map { named($0) } ?? .unknown
        case .list(let name): .type([name])
        default: .unknown
        }
    }

    private func result(of target: PathTarget) -> PathTarget {
        guard case .function(let spec, _) = target, let result = spec.results.first else { return .unknown }
        if spec.name == GlobalSpecs.require.name { return .unknown }
        if result.type.alternatives.contains("list") || result.type.alternatives.contains("any[]"),
            let name = SpecBook.classesOfLists[result.name]
        {
            return .list(of: name)
        }
        if result.type.alternatives == [FogNamespace.typeName] { return .value(.object(FogNamespace(.own))) }
        return .type(result.type.alternatives)
    }
}

extension ScriptRun {
    /// Names of the types that a target can have, as far as they have methods.
    func types(of target: PathTarget) -> [String] {
        switch target {
        case .value(.object(let object)): (object as? any ScriptObject).map { [type(of: $0).typeName] } ?? []
        case .value(.string): ["string"]
        case .value(.reference(let table)) where table.type == .table:
            part(of: table, items: 0, entries: 0)?.name.map { [$0] } ?? []
        case .type(let types): types
        default: []
        }
    }

    /// Methods of a type by name; those of the library's own objects are known once their module is required.
    func methods(of type: String) -> [String: FunctionSpec] {
        if let methods = SpecBook.methods[type] { return methods }
        let name = type.split(separator: ".").last ?? ""
        var found: [String: FunctionSpec] = [:]
        for module in loader?.required ?? [] {
            for spec in SpecBook.module(module.name)?.functions ?? [] {
                let parts = spec.name.split(separator: ":")
                if parts.count == 2, parts[0].split(separator: ".").last == name { found[String(parts[1])] = spec }
            }
        }
        return found
    }

    /// Name of the module of the library that a table is; nil for any other.
    func moduleName(of table: LuaReference) -> String? {
        let modules = loader?.required ?? []
        let place = find(table, among: modules.map(\.table))
        return place.map { modules[$0].name }
    }
}
