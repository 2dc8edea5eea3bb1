import FogModel
import FogSession
import LuaKit
import ScriptAPI

/// Checks values of a workflow's parameters.
enum ParameterValue {
    /// Why a value does not fit.
    struct Misfit: Error {
        var words: String
    }

    /// Checks a default as a script wrote it.
    ///
    /// - Returns: value in the form in which it crosses to the session: a duration in seconds, a row by name or number.
    static func check(_ value: LuaValue, _ parameter: ParameterDescription) throws(Misfit) -> ScriptValue {
        if parameter.kind == .duration, let text = value.string {
            guard let seconds = DurationText.seconds(text) else {
                throw Misfit(words: "a time such as \"90s\" or \"15m\" expected, got \"\(text)\"")
            }
            return try check(ScriptValue.integer(seconds), parameter)
        }
        let given: ScriptValue =
            switch value {
            case .boolean(let flag): .boolean(flag)
            case .integer(let number): .integer(number)
            case .number(let number): Int(exactly: number).map { .integer($0) } ?? .number(number)
            case .string(let text): .string(text.string)
            default: throw Misfit(words: "\(expected(parameter.kind)) expected, got \(value.kind)")
            }
        return try check(given, parameter)
    }

    /// Checks a value that has crossed to the session.
    static func check(_ value: ScriptValue, _ parameter: ParameterDescription) throws(Misfit) -> ScriptValue {
        guard fits(value, parameter.kind) else { throw Misfit(words: "\(expected(parameter.kind)) expected") }
        if parameter.kind == .choice, case .string(let text) = value, !parameter.choices.contains(text) {
            throw Misfit(words: "\"\(text)\" is none of \(parameter.choices.joined(separator: ", "))")
        }
        if parameter.kind == .hosts, case .string(let text) = value {
            do { _ = try Selector(text) } catch { throw Misfit(words: error.description) }
        }
        if let number = number(value) {
            if let low = parameter.minimum, number < low { throw Misfit(words: "\(plain(low)) or more expected") }
            if let high = parameter.maximum, number > high { throw Misfit(words: "\(plain(high)) or less expected") }
        }
        return value
    }

    private static func fits(_ value: ScriptValue, _ kind: ParameterDescription.Kind) -> Bool {
        switch (kind, value) {
        case (.string, .string), (.choice, .string), (.hosts, .string): true
        case (.integer, .integer), (.number, .integer), (.number, .number), (.boolean, .boolean): true
        case (.duration, .integer(let seconds)): seconds >= 0
        case (.duration, .number(let seconds)): seconds >= 0
        case (.host, .string(let name)), (.group, .string(let name)), (.image, .string(let name)): !name.isEmpty
        case (.host, .integer(let number)), (.group, .integer(let number)), (.image, .integer(let number)): number > 0
        default: false
        }
    }

    private static func expected(_ kind: ParameterDescription.Kind) -> String {
        switch kind {
        case .string, .choice: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .duration: "a time in seconds or as \"15m\""
        case .hosts: "a selector"
        case .host, .group, .image: "a name or a number"
        }
    }

    private static func number(_ value: ScriptValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
