import ScriptAPI

/// Writes the manual in Markdown, as one page.
package enum ManualMarkdown {
    /// Writes all of it.
    package static func text(_ manual: Manual) -> String {
        var text = "# What scripts can use\n\n"
        text += "Written by `foghorn dump-api --markdown`; `foghorn help lua NAME` shows the same in a terminal.\n"
        for chapter in manual.chapters {
            text += "\n## \(chapter.title)\n" + chapter.functions.map { function($0) }.joined()
        }
        text += "\n## Globals\n" + manual.globals.map { function($0) }.joined()
        text += "\n## Classes of objects\n" + manual.classes.map { type($0, manual) }.joined()
        for module in manual.modules {
            text += "\n## Module \(module.name)\n\n\(module.summary)\n" + (module.details.map { "\n\($0)\n" } ?? "")
            text += module.functions.map { function($0) }.joined() + module.classes.map { type($0, manual) }.joined()
        }
        text += table("Types of a workflow's parameters", manual.parameterTypes)
        text += table("Selectors", manual.selectorTerms) + "\n" + manual.selectorRules.joined(separator: " ") + "\n"
        return text + table("Codes of errors", manual.errorCodes)
    }

    private static func function(_ spec: FunctionSpec) -> String {
        var text = "\n### `\(FunctionHelp.signature(spec))`\n\n"
        if let method = FunctionHelp.methodSignature(spec) { text += "Also `\(method)`.\n\n" }
        text += spec.summary + "\n" + (spec.details.map { "\n\($0)\n" } ?? "")
        if !spec.parameters.isEmpty { text += "\n" + spec.parameters.map { entry($0) }.joined() }
        for result in spec.results { text += "\nGives `\(result.name)` (\(words(result.type))): \(result.help).\n" }
        if !spec.errors.isEmpty { text += "\nRaises \(spec.errors.map { "`\($0)`" }.joined(separator: ", ")).\n" }
        if let example = spec.example { text += "\n```lua\n\(example)\n```\n" }
        return text
    }

    private static func entry(_ parameter: ParameterSpec) -> String {
        var text = "- `\(parameter.name)` (\(words(parameter.type))): \(parameter.help)\n"
        for option in parameter.type.options {
            let note = option.isRequired ? ", required" : ""
            text += "  - `\(option.name)` (\(option.type.words)\(note)): \(option.help)\n"
        }
        return text
    }

    private static func type(_ spec: ClassSpec, _ manual: Manual) -> String {
        var text = "\n### `\(spec.name)`\n\n\(spec.summary)\n"
        if !spec.fields.isEmpty {
            text += "\n" + spec.fields.map { "- `\($0.name)` (\(words($0.type))): \($0.help)\n" }.joined()
        }
        let methods = manual.methods(of: spec.name).compactMap(FunctionHelp.methodSignature)
        if !methods.isEmpty { text += "\nMethods: \(methods.map { "`\($0)`" }.joined(separator: ", ")).\n" }
        return text
    }

    private static func words(_ type: LuaTypeSpec) -> String {
        type.words + (type.isOptional ? " or nil" : "")
    }

    private static func table(_ title: String, _ words: [Manual.Word]) -> String {
        "\n## \(title)\n\n| | |\n|---|---|\n" + words.map { "| `\($0.name)` | \($0.help) |\n" }.joined()
    }
}
