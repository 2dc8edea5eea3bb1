import FogModel
package import FogSession

/// Reads a workflow's parameters from the words after the file.
package enum WorkflowArguments {
    /// Reads all words.
    ///
    /// - Parameters:
    ///   - words: as in `["--group", "Lab A", "--parallel=8", "--wake"]`; `--no-wake` is `--wake no`.
    ///   - parameters: what the workflow takes.
    /// - Returns: given values and defaults by parameter name.
    /// - Throws: ``UsageError`` for an unknown, repeated or missing parameter, or a value that does not fit.
    package static func read(
        _ words: [String],
        _ parameters: [ParameterDescription]
    ) throws(UsageError) -> [String: ScriptValue] {
        var values: [String: ScriptValue] = [:]
        var rest = words[...]
        while let word = rest.popFirst() {
            let (parameter, text) = try value(of: word, parameters, &rest)
            if values[parameter.name] != nil {
                throw UsageError("\(parameter.flag) is given twice")
            }
            values[parameter.name] = try ParameterText.value(text, for: parameter)
        }
        for parameter in parameters where values[parameter.name] == nil {
            if parameter.isRequired {
                throw UsageError(
                    "the workflow needs \(parameter.flag)",
                    hint: parameter.help.isEmpty ? nil : parameter.help
                )
            }
            if parameter.fallback != .none { values[parameter.name] = parameter.fallback }
        }
        return values
    }

    private static func value(
        of word: String,
        _ parameters: [ParameterDescription],
        _ rest: inout ArraySlice<String>
    ) throws(UsageError) -> (ParameterDescription, String) {
        guard word.hasPrefix("--"), word.count > 2 else {
            throw UsageError("\"\(word)\" belongs to no parameter", hint: "put quotes around values with blanks")
        }
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let flag = String(parts[0])
        if let parameter = parameters.first(where: { $0.flag == flag }) {
            if parts.count == 2 { return (parameter, String(parts[1])) }
            if parameter.kind == .boolean, rest.first.map({ $0.hasPrefix("--") }) ?? true { return (parameter, "yes") }
            guard let text = rest.popFirst() else { throw UsageError("\(flag) needs a value", hint: parameter.help) }
            return (parameter, text)
        }
        if let parameter = parameters.first(where: { $0.kind == .boolean && "--no-" + $0.flag.dropFirst(2) == flag }) {
            return (parameter, "no")
        }
        throw unknown(flag, parameters)
    }

    private static func unknown(_ flag: String, _ parameters: [ParameterDescription]) -> UsageError {
        let flags = parameters.map(\.flag)
        let hint =
            Suggestion.hint(for: flag, among: flags)
            ?? (flags.isEmpty ? "this script takes no parameters" : "it takes " + flags.joined(separator: ", "))
        return UsageError("the workflow has no parameter \(flag)", hint: hint)
    }
}
