import FogModel
import FogSession
import LuaKit
import ScriptAPI

/// Reads one parameter of a workflow.
enum ParameterReader {
    private typealias Fault = WorkflowReader.Fault

    private static let keys = [
        "type", "required", "default", "min", "max", "length", "pattern", "form", "choices", "list", "help",
    ]

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
        parameter.isList = try flag(name, "list", table["list"] ?? .nil)
        parameter.help = try text(name, "help", table["help"] ?? .nil)
        parameter.choices = try WorkflowReader.texts(table["choices"] ?? .nil, "choices of parameter \"\(name)\"")
        try setBounds(table, &parameter)
        if (parameter.kind == .choice) == parameter.choices.isEmpty {
            throw fault(name, "choices belong to type = \"choice\", and a choice needs them")
        }
        if parameter.isList, [.boolean, .hosts, .secret].contains(parameter.kind) {
            let hint = parameter.kind == .hosts ? "; a selector is a list already" : ""
            throw fault(name, "a \(parameter.kind.rawValue) cannot be a list\(hint)")
        }
        try setFallback(table["default"] ?? .nil, &parameter)
        return parameter
    }

    private static func setBounds(
        _ table: LuaTable,
        _ parameter: inout ParameterDescription
    ) throws(WorkflowReader.Fault) {
        let name = parameter.name
        parameter.minimum = try bound(name, "min", table["min"] ?? .nil, parameter.kind)
        parameter.maximum = try bound(name, "max", table["max"] ?? .nil, parameter.kind)
        if let low = parameter.minimum, let high = parameter.maximum, low > high {
            throw fault(name, "min is larger than max")
        }
        for key in ["length", "pattern"] where parameter.kind != .string && table[key] != nil {
            throw fault(name, "\(key) belongs to type = \"string\" only")
        }
        parameter.length = try length(name, table["length"] ?? .nil)
        parameter.form = try table["form"].map { form throws(WorkflowReader.Fault) in try text(name, "form", form) }
        guard let pattern = table["pattern"] else {
            if parameter.form != nil { throw fault(name, "form is words for a pattern, and there is none") }
            return
        }
        guard let text = pattern.string else { throw fault(name, "pattern is a text, not \(pattern.kind)") }
        do { _ = try TextPattern(text) } catch { throw fault(name, "pattern \"\(text)\" \(error.words)") }
        parameter.pattern = text
    }

    private static func length(_ name: String, _ value: LuaValue) throws(WorkflowReader.Fault) -> ClosedRange<Int>? {
        if value.isNil { return nil }
        let ends = value.integer.map { [0, $0] } ?? value.table?.array.compactMap(\.integer) ?? []
        guard ends.count == 2, value.table?.array.count ?? 2 == 2, value.table?.fields.isEmpty ?? true,
            ends[0] >= 0, ends[0] <= ends[1]
        else {
            throw fault(name, "length is the most characters, as in 64, or the fewest and the most, as in { 1, 64 }")
        }
        return ends[0]...ends[1]
    }

    private static func setFallback(
        _ value: LuaValue,
        _ parameter: inout ParameterDescription
    ) throws(WorkflowReader.Fault) {
        if value.isNil { return }
        if parameter.isRequired { throw fault(parameter.name, "is required, so a default is never used") }
        if [.file, .secret].contains(parameter.kind) {
            let kind = parameter.kind.rawValue
            throw fault(parameter.name, "a \(kind) has no default: who runs the workflow hands it in")
        }
        let items = parameter.isList ? value.table.flatMap { $0.fields.isEmpty ? $0.array : nil } : [value]
        guard let items else { throw fault(parameter.name, "default of a list is a list, not \(value.kind)") }
        var checked: [ScriptValue] = []
        do throws(ParameterValue.Misfit) {
            for item in items { checked.append(try ParameterValue.check(item, parameter)) }
        } catch {
            throw fault(parameter.name, "default does not fit: \(error.words)")
        }
        parameter.fallback = parameter.isList ? .list(checked) : checked.first ?? .none
    }

    private static func kind(
        _ name: String,
        _ value: LuaValue
    ) throws(WorkflowReader.Fault) -> ParameterKind {
        let kinds = ParameterKind.allCases.map(\.rawValue)
        guard let text = value.string else { throw fault(name, "needs a type: \(kinds.joined(separator: ", "))") }
        guard let kind = ParameterKind(rawValue: text) else {
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
        _ kind: ParameterKind
    ) throws(WorkflowReader.Fault) -> Double? {
        if value.isNil { return nil }
        guard kind.isNumeric else { throw fault(name, "\(key) belongs to numbers, durations and sizes only") }
        if kind == .duration, let seconds = value.string.flatMap(DurationText.seconds) { return Double(seconds) }
        if kind == .size, let bytes = value.string.flatMap(SizeText.bytes) { return Double(bytes) }
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
