import ScriptAPI

/// Writes the manual as annotations that editors read (LuaCATS): a file for `fog`, one for each class of objects, one
/// for each module.
///
/// Origin: https://luals.github.io/wiki/annotations
package struct Stubs: Sendable {
    private let manual: Manual

    /// Takes what is to be written.
    package init(_ manual: Manual) {
        self.manual = manual
    }

    /// Text of each file by its name.
    package var files: [String: String] {
        var files = ["fog.lua": fog(), "globals.lua": globals()]
        for spec in manual.classes { files[spec.name + ".lua"] = Self.head + text(of: spec) }
        for module in manual.modules { files[module.name + ".lua"] = text(of: module) }
        return files
    }

    private static let head = "---@meta\n-- Written by `foghorn dump-api --stubs`; do not change it by hand.\n\n"

    private func fog() -> String {
        manual.functions.reduce(Self.head + "---@class fog\nfog = {}\n\nfog.api = {}\n\n") { text, function in
            text + Self.function(function, named: function.name)
        }
    }

    private func text(of type: ClassSpec) -> String {
        var text = Self.declaration(type) + "local \(type.name) = {}\n\n"
        for method in manual.methods(of: type.name) {
            let name = method.method ?? ""
            text += Self.function(method, named: name, parameters: Array(method.parameters.dropFirst()))
        }
        return text
    }

    private func globals() -> String {
        var text = Self.head + "---@class Workflow\n\nlog = {}\n\n"
        for function in manual.globals { text += Self.function(function, named: function.name) }
        return text
    }

    private func text(of module: ModuleSpec) -> String {
        var text = Self.head.replacing("---@meta\n", with: "---@meta \(module.name)\n")
        for spec in module.classes {
            text += Self.declaration(spec) + "local \(Self.local(spec.name)) = {}\n\n"
        }
        text += Self.comment([module.summary, module.details].compactMap(\.self).joined(separator: "\n\n"))
        text += "---@class \(module.name)\nlocal \(module.name) = {}\n\n"
        for function in module.functions {
            let name = function.name.contains(":") ? Self.local(function.name) : function.name
            text += Self.function(function, named: name)
        }
        return text + "return \(module.name)\n"
    }

    /// Local variable of an object, as in `Job` for `flow.Job`.
    private static func local(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }

    private static func declaration(_ spec: ClassSpec) -> String {
        var text = comment(spec.summary) + "---@class \(spec.name)\n"
        for field in spec.fields {
            let mark = field.type.isOptional ? "?" : ""
            text += "---@field \(field.name)\(mark) \(annotation(field.type)) \(field.help)\n"
        }
        return text
    }

    private static func function(
        _ spec: FunctionSpec,
        named name: String,
        parameters: [ParameterSpec]? = nil
    ) -> String {
        let parameters = parameters ?? spec.parameters
        var text = comment([spec.summary, spec.details].compactMap(\.self).joined(separator: "\n\n"))
        if let example = spec.example { text += "---\n" + comment("```lua\n" + example + "\n```") }
        for parameter in parameters {
            let mark = parameter.type.isOptional ? "?" : ""
            text += "---@param \(parameter.name)\(mark) \(annotation(parameter.type)) \(parameter.help)\n"
        }
        for result in spec.results {
            let mark = result.type.isOptional ? "|nil" : ""
            text += "---@return \(annotation(result.type))\(mark) \(result.name) \(result.help)\n"
        }
        return text + "function \(name)(\(parameters.map(\.name).joined(separator: ", "))) end\n\n"
    }

    /// Type in LuaCATS's words: a table of options with its fields.
    private static func annotation(_ type: LuaTypeSpec) -> String {
        guard type.options.isEmpty else {
            let fields = type.options.map { option in
                option.name + (option.isRequired ? ": " : "?: ") + annotation(option.type)
            }
            return "{ " + fields.joined(separator: ", ") + " }"
        }
        return type.alternatives.map { $0 == "list" ? "any[]" : $0 }.joined(separator: "|")
    }

    private static func comment(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "---\n" : "--- \($0)\n" }.joined()
    }
}
