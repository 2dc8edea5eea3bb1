import FogModel
package import FogSession

/// Reads a workflow's parameters from the words after the file.
///
/// Reading is in two steps, so that who is at a terminal can be asked for what is missing: ``init(_:_:environment:)``, then
/// ``complete()``.
package struct WorkflowArguments {
    /// Given values by parameter name.
    package private(set) var values: [String: ScriptValue] = [:]
    private let parameters: [ParameterDescription]
    /// Secrets whose flag was given without a value: they are to be asked for although they are not required.
    private var wanted: Set<String> = []

    /// Reads all words.
    ///
    /// - Parameters:
    ///   - words: as in `["--group", "Lab A", "--parallel=8", "--wake"]`; `--no-wake` is `--wake no`, and `_` in a flag is
    ///     `-`.
    ///   - parameters: what the workflow takes.
    ///   - environment: variables of the process, which may hold secrets.
    /// - Throws: ``UsageError`` for an unknown or repeated parameter, or a value that does not fit.
    package init(
        _ words: [String],
        _ parameters: [ParameterDescription],
        environment: [String: String] = [:]
    ) throws(UsageError) {
        self.parameters = parameters
        var rest = words[...]
        while let word = rest.popFirst() { try take(word, &rest) }
        for parameter in parameters where parameter.kind == .secret && values[parameter.name] == nil {
            values[parameter.name] = SecretParameter.value(of: parameter, in: environment)
            if values[parameter.name] != nil { wanted.remove(parameter.name) }
        }
    }

    /// Parameters that have to be asked for: required ones that are missing, and secrets named without a value.
    package var missing: [ParameterDescription] {
        parameters.filter { values[$0.name] == nil && ($0.isRequired || wanted.contains($0.name)) }
    }

    /// Sets the value of a parameter that was missing.
    package mutating func set(_ value: ScriptValue, for parameter: ParameterDescription) {
        values[parameter.name] = value
    }

    /// Gives all values, with defaults for those that were not given.
    ///
    /// - Throws: ``UsageError`` naming the flag of the first one that is still missing.
    package func complete() throws(UsageError) -> [String: ScriptValue] {
        if let parameter = missing.first {
            let hint = parameter.kind == .secret ? SecretParameter.refusal(parameter).hint : parameter.help
            throw UsageError(
                "the workflow needs \(parameter.flag)",
                hint: hint.flatMap { $0.isEmpty ? nil : $0 }
            )
        }
        let defaults = parameters.filter { $0.fallback != .none }.map { ($0.name, $0.fallback) }
        return values.merging(defaults) { given, _ in given }
    }

    /// Reads all words and fills in the defaults.
    package static func read(
        _ words: [String],
        _ parameters: [ParameterDescription],
        environment: [String: String] = [:]
    ) throws(UsageError) -> [String: ScriptValue] {
        try WorkflowArguments(words, parameters, environment: environment).complete()
    }

    // MARK: - Words

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        guard word.hasPrefix("--"), word.count > 2 else {
            throw UsageError("\"\(word)\" belongs to no parameter", hint: "put quotes around values with blanks")
        }
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let flag = String(parts[0].map { $0 == "_" ? "-" : $0 })
        let text = parts.count == 2 ? String(parts[1]) : nil
        if let parameter = parameters.first(where: { $0.flag == flag }) {
            if parameter.kind == .secret { return try want(parameter, text, rest) }
            let isAlone = parameter.kind == .boolean && rest.first.map { $0.hasPrefix("--") } ?? true
            try add(try self.text(text ?? (isAlone ? "yes" : nil), flag, parameter, &rest), parameter)
        } else if let parameter = parameters.first(where: { $0.kind == .secret && SecretParameter.fileFlag($0) == flag }
        ) {
            if values[parameter.name] != nil { throw UsageError("\(flag) is given twice") }
            values[parameter.name] = try SecretParameter.read(
                try self.text(text, flag, parameter, &rest),
                for: parameter
            )
        } else if text == nil, let parameter = parameters.first(where: { $0.negation == flag }) {
            try add("no", parameter)
        } else {
            throw unknown(flag)
        }
    }

    /// Gives the text after `=`, or else the next word.
    private func text(
        _ given: String?,
        _ flag: String,
        _ parameter: ParameterDescription,
        _ rest: inout ArraySlice<String>
    ) throws(UsageError) -> String {
        guard let text = given ?? rest.popFirst() else {
            throw UsageError("\(flag) needs a value", hint: parameter.help.isEmpty ? nil : parameter.help)
        }
        return text
    }

    private mutating func want(
        _ parameter: ParameterDescription,
        _ text: String?,
        _ rest: ArraySlice<String>
    ) throws(UsageError) {
        guard text == nil, rest.first.map({ $0.hasPrefix("--") }) ?? true else {
            throw SecretParameter.refusal(parameter)
        }
        wanted.insert(parameter.name)
    }

    private mutating func add(_ text: String, _ parameter: ParameterDescription) throws(UsageError) {
        let value = try ParameterText.value(text, for: parameter)
        guard parameter.isList else {
            if values[parameter.name] != nil { throw UsageError("\(parameter.flag) is given twice") }
            values[parameter.name] = value
            return
        }
        var items: [ScriptValue] = []
        if case .list(let earlier)? = values[parameter.name] { items = earlier }
        items.append(value)
        let bytes = items.compactMap { FileValue($0)?.text.utf8.count }.reduce(0, +)
        guard bytes <= ParameterKind.fileLimit else {
            throw UsageError("\(parameter.flag): its files hold more than 8 MiB together")
        }
        values[parameter.name] = .list(items)
    }

    private func unknown(_ flag: String) -> UsageError {
        let flags = parameters.flatMap(\.flags)
        let hint =
            Suggestion.hint(for: flag, among: flags + OwnFlags.names.sorted())
            ?? (flags.isEmpty ? "this script takes no parameters" : "it takes " + flags.joined(separator: ", "))
        return UsageError("the workflow has no parameter \(flag)", hint: hint)
    }
}

extension ParameterDescription {
    /// Flag that says no, as in `--no-wake`; nil for all but booleans.
    package var negation: String? { kind == .boolean ? "--no-" + flag.dropFirst(2) : nil }

    /// Flags as help and suggestions name them; of a secret, the one for its file too.
    package var flags: [String] { kind == .secret ? [flag, SecretParameter.fileFlag(self)] : [flag] }
}
