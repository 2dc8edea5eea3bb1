import FogModel
package import FogSession

/// Reads the value of a workflow's parameter from the text of a flag or an answer.
package enum ParameterText {
    /// Reads a value; of a list, one of its values.
    ///
    /// - Parameters:
    ///   - text: text as the user wrote it; of a file, its path.
    ///   - parameter: what is expected; no secret, since those are never on the command line.
    /// - Returns: value in the form that the session takes: a duration in seconds, a size in bytes, a row as text, a file
    ///   with its content.
    /// - Throws: ``UsageError``, its message naming the flag, what it takes and what was given.
    package static func value(_ text: String, for parameter: ParameterDescription) throws(UsageError) -> ScriptValue {
        let value = try convert(text, parameter)
        if let allowed = parameter.misfit(of: value) {
            // A pattern alone tells little to who does not know Lua's.
            let isWordless = parameter.pattern != nil && parameter.form == nil
            let hint = isWordless && !parameter.help.isEmpty ? parameter.help : nil
            throw fault(parameter, "takes \(allowed)", text, hint: hint)
        }
        return value
    }

    private static func convert(_ text: String, _ parameter: ParameterDescription) throws(UsageError) -> ScriptValue {
        switch parameter.kind {
        case .string: return .string(text)
        case .integer: return .integer(try read(text, parameter, "takes a whole number") { Int($0) })
        case .duration: return .integer(try read(text, parameter, "takes \(durations)", DurationText.seconds))
        case .size: return .integer(try read(text, parameter, "takes a size such as 512M or 4G", SizeText.bytes))
        case .boolean: return .boolean(try read(text, parameter, "takes yes or no") { words[$0.lowercased()] })
        case .number:
            return .number(
                try read(text, parameter, "takes a number") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
            )
        case .host, .group, .image, .snapin:
            return .string(try read(text, parameter, "takes a name") { $0.isEmpty ? nil : $0 })
        case .time:
            return .string(try read(text, parameter, "takes \(times)") { WallTime($0) == nil ? nil : $0 })
        case .hosts:
            do { _ = try Selector(parsing: text) } catch {
                throw UsageError(
                    "\(parameter.flag): \(error.problem)",
                    excerpt: error.pointer(in: text),
                    hint: error.error(in: text).hint
                )
            }
            return .string(text)
        case .choice: return .string(try word(text, parameter, parameter.choices))
        case .taskType:
            if let number = Int(text), number > 0 { return .integer(number) }
            return .string(try word(text, parameter, TaskTypeName.allCases.map(\.rawValue)))
        case .file: return try ParameterFile.read(text, for: parameter).value
        case .secret: throw SecretParameter.refusal(parameter)
        }
    }

    private static func read<Value>(
        _ text: String,
        _ parameter: ParameterDescription,
        _ what: String,
        _ convert: (String) -> Value?
    ) throws(UsageError) -> Value {
        guard let value = convert(text) else { throw fault(parameter, what, text) }
        return value
    }

    private static func word(
        _ text: String,
        _ parameter: ParameterDescription,
        _ words: [String]
    ) throws(UsageError) -> String {
        if words.contains(text) { return text }
        let hint = Suggestion.hint(for: text, among: words)
        if parameter.kind == .taskType {
            let all = "there are " + words.joined(separator: ", ")
            throw fault(parameter, "takes a task type", text, hint: hint ?? all)
        }
        throw fault(parameter, "takes " + words.joined(separator: " or "), text, hint: hint)
    }

    private static let durations = "a time such as 90s, 15m, 2h or 1d"
    private static let times = "a time such as 22:00 or \"2026-12-01 07:30\""

    private static let words: [String: Bool] = [
        "yes": true, "true": true, "on": true, "1": true, "no": false, "false": false, "off": false, "0": false,
        "y": true, "n": false,
    ]

    private static func fault(
        _ parameter: ParameterDescription,
        _ what: String,
        _ text: String,
        hint: String? = nil
    ) -> UsageError {
        UsageError("\(parameter.flag) \(what), not \"\(text)\"", hint: hint)
    }
}
