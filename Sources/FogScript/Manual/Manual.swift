import FogModel
import FogSession
import FogStdlib
package import ScriptAPI

/// All that is known of what scripts can use: help, stubs, the Markdown manual and the dump are rendered from it.
package struct Manual: Hashable, Codable, Sendable {
    /// Functions of one subject.
    package struct Chapter: Hashable, Codable, Sendable {
        /// Subject, as in `Hosts`.
        package var title: String
        /// Functions of `fog` and methods of objects.
        package var functions: [FunctionSpec]
    }

    /// A word with its meaning.
    package struct Word: Hashable, Codable, Sendable {
        /// The word, as in `not_found`.
        package var name: String
        /// What it means, one sentence.
        package var help: String
    }

    /// Number of the form in which this is encoded; goes up where a reader of the last one would fail.
    package var schema: Int = 1
    /// Functions of `fog` and of its objects.
    package var chapters: [Chapter]
    /// Globals beside `fog` and Lua's own.
    package var globals: [FunctionSpec]
    /// Classes of objects.
    package var classes: [ClassSpec]
    /// Modules of the standard library.
    package var modules: [ModuleSpec]
    /// Types of a workflow's parameters.
    package var parameterTypes: [Word]
    /// Codes of errors.
    package var errorCodes: [Word]
    /// Terms of selectors.
    package var selectorTerms: [Word]
    /// Sentences that say how terms go together.
    package var selectorRules: [String]

    /// The manual of this build.
    package static let current = Manual(
        chapters: FogFunctions.chapters.map { Chapter(title: $0.title, functions: $0.functions.map(\.spec)) },
        globals: GlobalSpecs.all,
        classes: ManualClasses.all,
        modules: Stdlib.modules.compactMap { name in
            Stdlib.source(of: name).map { AnnotationReader.read(name, $0) }
        },
        parameterTypes: ParameterKind.allCases.map { Word(name: $0.rawValue, help: $0.help) },
        errorCodes: FogError.Code.allCases.map { Word(name: $0.rawValue, help: $0.help) },
        selectorTerms: SelectorGrammar.forms.map { Word(name: $0.example, help: "hosts " + $0.meaning) },
        selectorRules: SelectorGrammar.rules
    )

    /// Functions of all chapters.
    package var functions: [FunctionSpec] { chapters.flatMap(\.functions) }

    /// Methods of a class of objects, in the order of the chapters.
    package func methods(of name: String) -> [FunctionSpec] {
        functions.filter { $0.method?.hasPrefix(name + ":") ?? false }
    }
}
