import FogModel
package import FogSession

/// Reads the value of a workflow's parameter from the text of a flag.
package enum ParameterText {
    /// Reads a value.
    ///
    /// - Parameters:
    ///   - text: text as the user wrote it.
    ///   - parameter: what is expected.
    /// - Returns: value in the form that the session takes: a duration in seconds, a host, group or image as text.
    /// - Throws: ``UsageError``, its message naming the flag, what it takes and what was given.
    package static func value(_ text: String, for parameter: ParameterDescription) throws(UsageError) -> ScriptValue {
        let value = try convert(text, parameter)
        try check(value, text, parameter)
        return value
    }

    private static func convert(_ text: String, _ parameter: ParameterDescription) throws(UsageError) -> ScriptValue {
        switch parameter.kind {
        case .string:
            return .string(text)
        case .host, .group, .image:
            if text.isEmpty { throw fault(parameter, "takes a name", text) }
            return .string(text)
        case .hosts:
            do {
                _ = try Selector(text)
            } catch {
                throw UsageError("\(parameter.flag): \(error.message)", hint: error.hint)
            }
            return .string(text)
        case .integer:
            guard let number = Int(text) else { throw fault(parameter, "takes a whole number", text) }
            return .integer(number)
        case .number:
            guard let number = Double(text), number.isFinite else { throw fault(parameter, "takes a number", text) }
            return .number(number)
        case .boolean:
            guard let flag = words[text.lowercased()] else { throw fault(parameter, "takes yes or no", text) }
            return .boolean(flag)
        case .choice:
            if !parameter.choices.contains(text) {
                let hint = Suggestion.hint(for: text, among: parameter.choices)
                throw fault(parameter, "takes " + parameter.choices.joined(separator: " or "), text, hint: hint)
            }
            return .string(text)
        case .duration:
            guard let seconds = DurationText.seconds(text) else {
                throw fault(parameter, "takes a time such as 90s, 15m, 2h or 1d", text)
            }
            return .integer(seconds)
        }
    }

    private static func check(
        _ value: ScriptValue,
        _ text: String,
        _ parameter: ParameterDescription
    ) throws(UsageError) {
        let number: Double
        switch value {
        case .integer(let whole): number = Double(whole)
        case .number(let fraction): number = fraction
        default: return
        }
        if number < parameter.minimum ?? -.infinity || number > parameter.maximum ?? .infinity {
            throw fault(parameter, "takes \(parameter.range ?? "another number")", text)
        }
    }

    private static let words: [String: Bool] = [
        "yes": true, "true": true, "on": true, "1": true, "no": false, "false": false, "off": false, "0": false,
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

extension ParameterDescription {
    /// Flag on the command line, as in `--max-age`.
    package var flag: String { "--" + String(name.map { $0 == "_" ? "-" : $0 }) }

    /// Allowed numbers in words, as in "1 to 64"; nil without bounds.
    package var range: String? {
        switch (minimum, maximum) {
        case (let low?, let high?): "\(Self.plain(low)) to \(Self.plain(high))"
        case (let low?, nil): "\(Self.plain(low)) or more"
        case (nil, let high?): "\(Self.plain(high)) or less"
        case (nil, nil): nil
        }
    }

    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
