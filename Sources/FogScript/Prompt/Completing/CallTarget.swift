import FogModel
import FogSession
import FogStdlib
import LuaSyntax
import ScriptAPI

/// A call of a declared function whose arguments are being written.
struct CallTarget {
    private let call: CursorContext.Call
    private let spec: FunctionSpec
    private let isMethod: Bool

    /// Looks the function up; nil where nothing is known of it.
    init?(_ call: CursorContext.Call, _ run: ScriptRun) {
        guard case .function(let spec, let isMethod) = run.target(of: call.function) else { return nil }
        (self.call, self.spec, self.isMethod) = (call, spec, isMethod)
    }

    /// What the person who writes it is told.
    var hint: CallHint {
        CallHint(
            name: spec.name,
            signature: (isMethod ? FunctionHelp.methodSignature(spec) : nil) ?? FunctionHelp.signature(spec),
            summary: spec.summary,
            parameters: parameters.map(\.shown),
            active: active,
            option: option.map(\.shown)
        )
    }

    /// Options that can still be given.
    var options: [Candidate] {
        (active.map { parameters[$0].type.options } ?? []).filter { !call.given.contains($0.name) }.map { option in
            Candidate(option.name, .option, detail: option.type.words, help: option.help)
        }
    }

    /// Words that fit as a text here.
    var words: [Candidate] {
        if spec.name == GlobalSpecs.require.name {
            return Stdlib.modules.map { Candidate($0, .word, detail: "module", help: SpecBook.module($0)?.summary) }
        }
        if spec.name == "fog.supports" { return Capability.allCases.map { Candidate($0.scriptName, .word) } }
        guard case .rows("TaskType")? = names else { return [] }
        return TaskTypeName.allCases.map { Candidate($0.rawValue, .word, detail: "task type") }
    }

    /// Names of the server's that a text here can be; nil for none.
    var names: LiveNames.Kind? {
        if spec.name == "fog.server" { return .server }
        guard
            let (name, type) = option.map({ ($0.name, $0.type) })
                ?? active.map({ place in
                    (parameters[place].name, parameters[place].type)
                })
        else { return nil }
        let kinds = type.alternatives
        guard kinds.contains("string") else { return nil }
        if name == "selector" || kinds.first == "string" && kinds.contains("Host") { return .selector }
        if kinds.contains("Host"), !type.options.isEmpty { return .selector }
        return kinds.first { SpecBook.classes[$0] != nil && $0 != "Secret" && $0 != "MAC" }.map { .rows(className: $0) }
    }

    /// Parameters as the call writes them: a method's receiver is none.
    private var parameters: [ParameterSpec] {
        isMethod && spec.method != nil ? Array(spec.parameters.dropFirst()) : spec.parameters
    }

    /// Place of the parameter that is being written; nil where there is none.
    private var active: Int? {
        if parameters.indices.contains(call.argument) { return call.argument }
        return parameters.last?.name == "..." ? parameters.count - 1 : nil
    }

    private var option: OptionSpec? {
        guard let name = call.option, let active else { return nil }
        return parameters[active].type.options.first { $0.name == name }
    }
}

extension ParameterSpec {
    fileprivate var shown: CallHint.Parameter {
        CallHint.Parameter(name: name, type: type.words, isOptional: type.isOptional, help: help)
    }
}

extension OptionSpec {
    fileprivate var shown: CallHint.Parameter {
        CallHint.Parameter(name: name, type: type.words, isOptional: !isRequired, help: help)
    }
}
