/// One parameter of a workflow; on the command line a flag of the same name.
package struct ParameterDescription: Hashable, Codable, Sendable {
    /// Name in snake_case; `--max-age` on the command line is `max_age` here.
    package var name: String
    /// What it holds, or what each of several holds.
    package var kind: ParameterKind
    /// Whether it takes several values; the script gets a list.
    package var isList: Bool
    /// Whether it must be given.
    package var isRequired: Bool
    /// Value where none is given; `none` where there is no default.
    package var fallback: ScriptValue
    /// Smallest number, duration in seconds or size in bytes allowed; nil is no bound.
    package var minimum: Double?
    /// Largest number, duration in seconds or size in bytes allowed; nil is no bound.
    package var maximum: Double?
    /// Fewest and most characters of a string; nil is no bound.
    package var length: ClosedRange<Int>?
    /// Pattern of Lua's that a whole string has to fit, see ``TextPattern``; nil allows any.
    package var pattern: String?
    /// What fits the pattern, in words for people, as in "a number or a share such as 3 or 10%"; nil has none.
    package var form: String?
    /// Allowed words of a choice.
    package var choices: [String]
    /// One line for people.
    package var help: String

    /// Makes a description of a parameter.
    package init(
        name: String,
        kind: ParameterKind,
        isList: Bool = false,
        isRequired: Bool = false,
        fallback: ScriptValue = .none,
        minimum: Double? = nil,
        maximum: Double? = nil,
        length: ClosedRange<Int>? = nil,
        pattern: String? = nil,
        form: String? = nil,
        choices: [String] = [],
        help: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.isList = isList
        self.isRequired = isRequired
        self.fallback = fallback
        self.minimum = minimum
        self.maximum = maximum
        self.length = length
        self.pattern = pattern
        self.form = form
        self.choices = choices
        self.help = help
    }
}

extension ParameterDescription {
    /// Flag on the command line, as in `--max-age`.
    package var flag: String { "--" + String(name.map { $0 == "_" ? "-" : $0 }) }
}
