package import FogSession

/// Renders a workflow's own help from what it says of itself.
package enum WorkflowHelp {
    /// Renders the help.
    ///
    /// - Parameters:
    ///   - description: what the workflow says; nil for a plain script.
    ///   - file: file's path as the user wrote it.
    /// - Returns: text of some lines without a final line feed.
    package static func text(_ description: WorkflowDescription?, file: String) -> String {
        guard let description else {
            return "\(file) is a plain script: it runs from top to bottom and takes no parameters."
        }
        var lines = [description.summary, ""]
        if let details = description.details { lines += [details, ""] }
        lines += ["USAGE: foghorn run \(file) [--server NAME | --sim]" + usage(description.parameters), ""]
        if !description.parameters.isEmpty {
            lines.append("PARAMETERS:")
            let flags = description.parameters.map { "  " + $0.flag + placeholder($0) }
            let width = (flags.map(\.count).max() ?? 0) + 2
            for (flag, parameter) in zip(flags, description.parameters) {
                lines.append(flag + String(repeating: " ", count: width - flag.count) + remarks(parameter))
            }
            lines.append("")
        }
        if !description.permissions.isEmpty {
            lines += ["NEEDS: " + description.permissions.joined(separator: ", "), ""]
        }
        lines.append("See 'foghorn run --help' for the options of every script.")
        return lines.joined(separator: "\n")
    }

    private static func usage(_ parameters: [ParameterDescription]) -> String {
        parameters.map { parameter in
            let flag = parameter.flag + placeholder(parameter)
            return " " + (parameter.isRequired ? flag : "[\(flag)]")
        }.joined()
    }

    private static func placeholder(_ parameter: ParameterDescription) -> String {
        switch parameter.kind {
        case .boolean: ""
        case .choice: " " + parameter.choices.joined(separator: "|")
        case .hosts: " SELECTOR"
        default: " " + parameter.kind.rawValue.uppercased()
        }
    }

    private static func remarks(_ parameter: ParameterDescription) -> String {
        var notes: [String] = []
        if parameter.isRequired { notes.append("required") }
        if let range = parameter.range { notes.append(range) }
        if let fallback = parameter.fallback.plainText { notes.append("default \(fallback)") }
        let note = notes.isEmpty ? "" : "(" + notes.joined(separator: "; ") + ")"
        return [parameter.help, note].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension ScriptValue {
    /// Value as a person writes it; nil for nothing, lists and maps.
    fileprivate var plainText: String? {
        switch self {
        case .none, .list, .map: nil
        case .boolean(let flag): flag ? "yes" : "no"
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .string(let text): text
        }
    }
}
