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
    /// - Returns: value in the form in which it crosses to the session: a duration in seconds, a size in bytes, a row by
    ///   name or number, a time as it was written.
    static func check(_ value: LuaValue, _ parameter: ParameterDescription) throws(Misfit) -> ScriptValue {
        if let text = value.string, let read = reader(parameter.kind) {
            guard let number = read(text) else {
                throw Misfit(words: "\(expected(parameter.kind)) expected, got \"\(text)\"")
            }
            return try check(ScriptValue.integer(number), parameter)
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

    /// Checks a value that has crossed to the session; each one of a list.
    static func check(_ value: ScriptValue, _ parameter: ParameterDescription) throws(Misfit) -> ScriptValue {
        guard fits(value, parameter.kind) else { throw Misfit(words: "\(expected(parameter.kind)) expected") }
        if case .string(let text) = value {
            if parameter.kind == .choice, !parameter.choices.contains(text) {
                throw Misfit(words: "\"\(text)\" is none of \(parameter.choices.joined(separator: ", "))")
            }
            if parameter.kind == .hosts {
                do { _ = try Selector(text) } catch { throw Misfit(words: error.description) }
            }
            if parameter.kind == .taskType {
                do { _ = try TaskTypeArgument(lua: LuaValue(text)) } catch {
                    throw Misfit(words: error.words(expected: TaskTypeArgument.luaType, got: "string"))
                }
            }
        }
        if let allowed = parameter.misfit(of: value) { throw Misfit(words: "\(allowed) expected") }
        return value
    }

    private static func fits(_ value: ScriptValue, _ kind: ParameterKind) -> Bool {
        switch kind {
        case .string, .choice, .hosts: value.text != nil
        case .integer: value.whole != nil
        case .number: value.amount != nil
        case .boolean: if case .boolean = value { true } else { false }
        case .duration: value.amount.map { $0 >= 0 } ?? false
        case .size: value.whole.map { $0 >= 0 } ?? false
        case .time: value.text.map { WallTime($0) != nil } ?? value.amount.map { $0.isFinite } ?? false
        case .host, .group, .image, .snapin, .taskType:
            value.text.map { !$0.isEmpty } ?? value.whole.map { $0 > 0 } ?? false
        case .file: FileValue(value) != nil
        case .secret: if case .secret = value { true } else { false }
        }
    }

    /// What reads a number that is written with a unit; nil for all other kinds.
    private static func reader(_ kind: ParameterKind) -> ((String) -> Int?)? {
        switch kind {
        case .duration: DurationText.seconds
        case .size: SizeText.bytes
        default: nil
        }
    }

    private static func expected(_ kind: ParameterKind) -> String {
        switch kind {
        case .string, .choice: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .duration: "a time such as \"90s\" or \"15m\""
        case .size: "a size such as \"512M\" or \"4G\""
        case .time: "a time such as \"22:00\" or \"2026-12-01 07:30\""
        case .hosts: "a selector"
        case .host, .group, .image, .snapin, .taskType: "a name or a number"
        case .file: "a file"
        case .secret: "a secret"
        }
    }
}

extension ScriptValue {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var whole: Int? { if case .integer(let number) = self { number } else { nil } }
    fileprivate var amount: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
