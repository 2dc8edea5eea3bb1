import FogModel
package import ScriptAPI

/// One thing that the manual has a page of.
package enum ManualTopic: Hashable, Sendable {
    /// Function or method, of `fog` or of a module.
    case function(FunctionSpec)
    /// Class of objects.
    case type(ClassSpec)
    /// Module of the standard library.
    case module(ModuleSpec)
    /// Functions of one subject.
    case chapter(Manual.Chapter)
    /// Type of a workflow's parameters.
    case parameterType(Manual.Word)
    /// Code of errors.
    case errorCode(Manual.Word)
    /// How hosts are selected.
    case selectors([Manual.Word], rules: [String])

    /// Names by which it is asked for, the full one first.
    var names: [String] {
        switch self {
        case .function(let spec):
            let short = spec.name.hasPrefix("fog.") ? [String(spec.name.dropFirst("fog.".count))] : []
            return [spec.name] + short + (spec.method.map { [$0] } ?? [])
        case .type(let spec): return [spec.name]
        case .module(let spec): return [spec.name]
        case .chapter(let chapter): return [chapter.title]
        case .parameterType(let word): return [word.name]
        case .errorCode(let word): return [word.name]
        case .selectors: return ["selector", "selectors"]
        }
    }
}

extension Manual {
    /// Everything that has a page.
    package var topics: [ManualTopic] {
        functions.map { .function($0) } + globals.map { .function($0) } + classes.map { .type($0) }
            + modules.flatMap { [.module($0)] + $0.functions.map { .function($0) } + $0.classes.map { .type($0) } }
            + chapters.map { .chapter($0) } + parameterTypes.map { .parameterType($0) }
            + errorCodes.map { .errorCode($0) } + [.selectors(selectorTerms, rules: selectorRules)]
    }

    /// Finds what a person means.
    ///
    /// - Parameter name: as in `fog.task`, `host:task`, `Host`, `flow.each`, `selector`, `not_found`.
    /// - Returns: topics of that name; those whose name differs in case only where there is none.
    package func topics(named name: String) -> [ManualTopic] {
        let topics = topics
        let exact = topics.filter { $0.names.contains(name) }
        if !exact.isEmpty { return exact }
        let small = name.lowercased()
        let alike = topics.filter { $0.names.contains { $0.lowercased() == small } }
        if !alike.isEmpty { return alike }
        return topics.filter { topic in topic.names.contains { $0.lowercased().hasSuffix(":" + small) } }
    }

    /// Says what may have been meant by a name that is no topic; nil where nothing is near.
    package func hint(for name: String) -> String? {
        Suggestion.hint(for: name, among: topics.flatMap(\.names))
    }

    /// Everything with a word in its name or its one line: name and line, in the order of the manual.
    package func rows(about word: String) -> [(term: String, text: String)] {
        let small = word.lowercased()
        return topics.compactMap { topic in
            guard let name = topic.names.first, let line = topic.line,
                topic.names.contains(where: { $0.lowercased().contains(small) }) || line.lowercased().contains(small)
            else { return nil }
            return (name, line)
        }
    }

    /// Names by which everything can be asked for.
    package var names: [String] { topics.flatMap(\.names) }
}

extension ManualTopic {
    /// What it is, in one line; nil for a chapter, whose functions have lines of their own.
    fileprivate var line: String? {
        switch self {
        case .function(let spec): spec.summary
        case .type(let spec): spec.summary
        case .module(let spec): spec.summary
        case .parameterType(let word), .errorCode(let word): word.help
        case .selectors: "how hosts are selected"
        case .chapter: nil
        }
    }
}
