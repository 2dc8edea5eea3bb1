import FogModel
import FogSession
import LuaKit
import ScriptAPI

/// Reads the table that a script gives to `workflow`.
struct WorkflowReader {
    /// Why the table is no workflow, in words.
    struct Fault: Error {
        var message: String
    }

    private static let keys = ["summary", "parameters", "permissions", "max_hosts", "check", "run"]

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - table: copy of the table; functions are references.
    ///   - text: script, whose leading comment has the details.
    /// - Returns: workflow with its functions.
    /// - Throws: ``Fault`` for the first thing that does not hold.
    static func read(_ table: LuaTable, in text: String) throws(Fault) -> WorkflowObject {
        for name in table.fields.keys.sorted() where !keys.contains(name) {
            throw Fault(message: "unknown key \"\(name)\"; \(hint(name, keys))")
        }
        if !table.array.isEmpty { throw Fault(message: "keys have names: \(keys.joined(separator: ", "))") }
        guard let run = table["run"]?.reference, run.type == .function else {
            throw Fault(message: "run has to be a function, not \((table["run"] ?? .nil).kind)")
        }
        let check = table["check"]?.reference
        if let value = table["check"], check?.type != .function {
            throw Fault(message: "check has to be a function, not \(value.kind)")
        }
        guard let summary = table["summary"]?.string, !summary.isEmpty, !summary.contains("\n") else {
            throw Fault(message: "summary has to be one line of text")
        }
        let description = WorkflowDescription(
            summary: summary,
            details: LeadingComment.details(in: text, summary: summary),
            parameters: try parameters(table["parameters"] ?? .nil),
            permissions: try PermissionReader.grants(table["permissions"] ?? .nil),
            maxHosts: try PermissionReader.maxHosts(table["max_hosts"] ?? .nil)
        )
        return WorkflowObject(description, check: check, run: run)
    }

    /// Reads the parameters; required ones first, then by name, since a table of Lua's keeps no order.
    private static func parameters(_ value: LuaValue) throws(Fault) -> [ParameterDescription] {
        if value.isNil { return [] }
        guard let table = value.table, table.array.isEmpty else {
            throw Fault(message: "parameters have names, as in parameters = { group = { type = \"group\" } }")
        }
        var parameters: [ParameterDescription] = []
        for (name, entry) in table.fields.sorted(by: { $0.key < $1.key }) {
            parameters.append(try ParameterReader.read(name, entry))
        }
        for secret in parameters where secret.kind == .secret {
            // On the command line --NAME-file names the file of a secret.
            guard parameters.contains(where: { $0.name == secret.name + "_file" }) else { continue }
            let name = secret.name
            throw Fault(message: "parameter \"\(name)_file\" has the flag of the file of the secret \"\(name)\"")
        }
        return parameters.filter(\.isRequired) + parameters.filter { !$0.isRequired }
    }

    /// Reads a list of texts; nil is an empty one.
    static func texts(_ value: LuaValue, _ what: String) throws(Fault) -> [String] {
        if value.isNil { return [] }
        guard let table = value.table, table.fields.isEmpty else { throw Fault(message: "\(what) is a list of texts") }
        var texts: [String] = []
        for item in table.array {
            guard let text = item.string else {
                throw Fault(message: "\(what) is a list of texts, not of \(item.kind)")
            }
            texts.append(text)
        }
        return texts
    }

    /// Suggests a word, or names all.
    static func hint(_ word: String, _ words: [String]) -> String {
        Suggestion.hint(for: word, among: words) ?? "it takes \(words.joined(separator: ", "))"
    }
}
