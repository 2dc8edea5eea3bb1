import FogModel
import FogSession
import LuaKit
import ScriptAPI

/// Reads one parameter of a workflow.
enum ParameterReader {
    private typealias Fault = WorkflowReader.Fault

    private static let keys = ["type", "required", "default", "min", "max", "choices", "help"]

    static func read(_ name: String, _ value: LuaValue) throws(WorkflowReader.Fault) -> ParameterDescription {
        guard isName(name) else {
            throw fault(name, "a name has small letters, digits and _, and begins with a letter")
        }
        guard let table = value.table, table.array.isEmpty else {
            throw fault(name, "has to be a table, as in { type = \"integer\", default = 8 }")
        }
        for key in table.fields.keys.sorted() where !keys.contains(key) {
            throw fault(name, "unknown key \"\(key)\"; \(WorkflowReader.hint(key, keys))")
        }
        var parameter = ParameterDescription(name: name, kind: try kind(name, table["type"] ?? .nil))
        parameter.isRequired = try flag(name, "required", table["required"] ?? .nil)
        parameter.help = try text(name, "help", table["help"] ?? .nil)
        parameter.choices = try WorkflowReader.texts(table["choices"] ?? .nil, "choices of parameter \"\(name)\"")
        parameter.minimum = try bound(name, "min", table["min"] ?? .nil, parameter.kind)
        parameter.maximum = try bound(name, "max", table["max"] ?? .nil, parameter.kind)
        if let low = parameter.minimum, let high = parameter.maximum, low > high {
            throw fault(name, "min is larger than max")
        }
        if (parameter.kind == .choice) == parameter.choices.isEmpty {
            throw fault(name, "choices belong to type = \"choice\", and a choice needs them")
        }
        try setFallback(table["default"] ?? .nil, &parameter)
        return parameter
    }

    private static func setFallback(
        _ value: LuaValue,
        _ parameter: inout ParameterDescription
    ) throws(WorkflowReader.Fault) {
        if value.isNil { return }
        if parameter.isRequired { throw fault(parameter.name, "is required, so a default is never used") }
        do {
            parameter.fallback = try ParameterValue.check(value, parameter)
        } catch {
            throw fault(parameter.name, "default does not fit: \(error.words)")
        }
    }

    private static func kind(
        _ name: String,
        _ value: LuaValue
    ) throws(WorkflowReader.Fault) -> ParameterDescription.Kind {
        let kinds = ParameterDescription.Kind.allCases.map(\.rawValue)
        guard let text = value.string else { throw fault(name, "needs a type: \(kinds.joined(separator: ", "))") }
        guard let kind = ParameterDescription.Kind(rawValue: text) else {
            throw fault(name, "unknown type \"\(text)\"; \(WorkflowReader.hint(text, kinds))")
        }
        return kind
    }

    private static func flag(_ name: String, _ key: String, _ value: LuaValue) throws(WorkflowReader.Fault) -> Bool {
        if value.isNil { return false }
        guard let flag = value.boolean else { throw fault(name, "\(key) is true or false, not \(value.kind)") }
        return flag
    }

    private static func text(_ name: String, _ key: String, _ value: LuaValue) throws(WorkflowReader.Fault) -> String {
        if value.isNil { return "" }
        guard let text = value.string else { throw fault(name, "\(key) is a text, not \(value.kind)") }
        return text
    }

    private static func bound(
        _ name: String,
        _ key: String,
        _ value: LuaValue,
        _ kind: ParameterDescription.Kind
    ) throws(WorkflowReader.Fault) -> Double? {
        if value.isNil { return nil }
        guard [.integer, .number, .duration].contains(kind) else {
            throw fault(name, "\(key) belongs to numbers and durations only")
        }
        if kind == .duration, let seconds = value.string.flatMap(DurationText.seconds) { return Double(seconds) }
        guard let number = value.number, number.isFinite else {
            throw fault(name, "\(key) is a number, not \(value.kind)")
        }
        return number
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        }
    }

    private static func fault(_ name: String, _ words: String) -> WorkflowReader.Fault {
        Fault(message: "parameter \"\(name)\": \(words)")
    }
}
