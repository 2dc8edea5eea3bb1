import ScriptAPI

/// Sets the manual in lines for a terminal, without escape sequences.
package struct ManualPage: Sendable {
    private let manual: Manual
    private let width: Int

    /// Makes pages.
    ///
    /// - Parameters:
    ///   - manual: what is told.
    ///   - width: columns of the terminal; fewer than 40 are taken as 40.
    package init(_ manual: Manual, width: Int) {
        self.manual = manual
        self.width = max(40, width)
    }

    /// Table of contents.
    package func contents() -> String {
        var lines = ["Lua in Foghorn", ""]
        lines += wrapped(
            "foghorn help lua NAME tells of one thing: a function (fog.task), a method (host:task), a class (Host), a "
                + "module (flow) or its function (flow.each), a chapter (Hosts), a type of parameter (duration), an error's "
                + "code (conflict), or selector.",
            2
        )
        for chapter in manual.chapters {
            lines += ["", chapter.title] + wrapped(chapter.functions.map(\.name).joined(separator: " "), 2)
        }
        lines += ["", "Globals"] + wrapped(manual.globals.map(\.name).joined(separator: " "), 2)
        lines += ["", "Classes of objects"] + wrapped(manual.classes.map(\.name).joined(separator: " "), 2)
        lines +=
            ["", "Modules, by require"] + words(manual.modules.map { Manual.Word(name: $0.name, help: $0.summary) })
        lines += ["", "Types of parameters"]
        lines += wrapped(manual.parameterTypes.map(\.name).joined(separator: " "), 2)
        lines += ["", "Codes of errors"] + wrapped(manual.errorCodes.map(\.name).joined(separator: " "), 2)
        return text(lines)
    }

    /// Page of a topic.
    package func page(_ topic: ManualTopic) -> String {
        switch topic {
        case .function(let spec): FunctionHelp.page(spec, width: width)
        case .type(let spec): text(page(spec))
        case .module(let spec): text(page(spec))
        case .chapter(let chapter): text([chapter.title, ""] + functions(chapter.functions))
        case .parameterType(let word): text(["Type of parameter \"\(word.name)\"", ""] + wrapped(word.help, 2))
        case .errorCode(let word): text(["Error \"\(word.name)\"", ""] + wrapped(word.help, 2))
        case .selectors(let terms, let rules):
            text(["Selectors", ""] + words(terms) + [""] + rules.flatMap { wrapped($0, 2) })
        }
    }

    private func page(_ spec: ClassSpec) -> [String] {
        var lines = [spec.name, ""] + wrapped(spec.summary, 2)
        if !spec.fields.isEmpty {
            lines += ["", "Fields"]
            lines += words(
                spec.fields.map { field in
                    let type = field.type.words + (field.type.isOptional ? " or nil" : "")
                    return Manual.Word(name: field.name, help: "\(type): \(field.help)")
                }
            )
        }
        let methods = manual.methods(of: spec.name)
        if !methods.isEmpty {
            lines += ["", "Methods"]
            for method in methods {
                lines += ["  " + (FunctionHelp.methodSignature(method) ?? "")] + wrapped(method.summary, 6)
            }
        }
        return lines
    }

    private func page(_ spec: ModuleSpec) -> [String] {
        var lines = ["local \(spec.name) = require(\"\(spec.name)\")", ""] + wrapped(spec.summary, 2)
        for paragraph in spec.details?.split(separator: "\n\n") ?? [] { lines += [""] + wrapped(String(paragraph), 2) }
        return lines + [""] + functions(spec.functions)
    }

    private func functions(_ specs: [FunctionSpec]) -> [String] {
        specs.flatMap { ["  " + FunctionHelp.signature($0)] + wrapped($0.summary, 6) }
    }

    private func words(_ words: [Manual.Word]) -> [String] {
        let column = min((words.map(\.name.count).max() ?? 0) + 4, width / 3)
        return words.flatMap { word -> [String] in
            let lines = wrapped(word.help, column)
            guard word.name.count + 4 <= column, let first = lines.first else { return ["  " + word.name] + lines }
            let padding = String(repeating: " ", count: column - 2 - word.name.count)
            return ["  " + word.name + padding + first.dropFirst(column)] + lines.dropFirst()
        }
    }

    private func wrapped(_ text: String, _ indent: Int) -> [String] {
        FunctionHelp.wrapped(text, width, indent: indent)
    }

    private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
