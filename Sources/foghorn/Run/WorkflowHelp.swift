package import FogSession

/// Renders a workflow's own help from what it says of itself.
package enum WorkflowHelp {
    /// Renders the help.
    ///
    /// - Parameters:
    ///   - description: what the workflow says; nil for a plain script.
    ///   - file: file's path as the user wrote it.
    ///   - columns: room in a line, 40 or more.
    /// - Returns: text of some lines without a final line feed.
    package static func text(_ description: WorkflowDescription?, file: String, columns: Int = 100) -> String {
        guard let description else {
            return "\(file) is a plain script: it runs from top to bottom and takes no parameters."
        }
        let page = TextPage(columns: columns)
        var lines = page.wrap(description.summary) + [""]
        for paragraph in description.details?.split(separator: "\n\n") ?? [] {
            let isCommand = paragraph.hasPrefix("    ")
            lines += isCommand ? paragraph.split(separator: "\n").map(String.init) : page.wrap(String(paragraph))
            lines.append("")
        }
        let words = ["USAGE: foghorn run \(file)", "[--server NAME | --sim]"] + description.parameters.map(synopsis)
        lines += page.fill(words, indent: 4) + [""]
        if !description.parameters.isEmpty {
            lines += ["PARAMETERS:"] + page.table(description.parameters.map { ("  " + usage(of: $0), help($0)) })
            lines.append("")
        }
        if !description.permissions.isEmpty {
            lines += page.fill(["NEEDS:"] + list(description.permissions), indent: 4) + [""]
        }
        lines += page.wrap("See 'foghorn run --help' for the options of every script.")
        return lines.joined(separator: "\n")
    }

    /// Says in one line what a parameter is and what it takes, for a question.
    package static func question(_ parameter: ParameterDescription) -> String {
        let words = parameter.kind == .boolean ? "yes or no" : parameter.choices.joined(separator: ", ")
        return sentence(parameter, [words] + limits(parameter))
    }

    private static func help(_ parameter: ParameterDescription) -> String {
        var notes = parameter.isRequired ? ["required"] : []
        if parameter.isList { notes.append("may be given several times") }
        if short(parameter.choices) == nil { notes.append(parameter.choices.joined(separator: ", ")) }
        notes += limits(parameter)
        if parameter.kind == .secret {
            notes.append("\(parameter.flag) asks for it, $\(SecretParameter.variable(parameter)) may hold it")
        }
        if let fallback = text(parameter.fallback, parameter), !fallback.isEmpty { notes.append("default \(fallback)") }
        return sentence(parameter, notes)
    }

    private static func limits(_ parameter: ParameterDescription) -> [String] {
        let pattern = parameter.form ?? parameter.pattern.map { "of the form \($0)" }
        return [parameter.range, parameter.lengths, pattern, form(parameter.kind)].compactMap { $0 }
    }

    private static func sentence(_ parameter: ParameterDescription, _ notes: [String]) -> String {
        let note = notes.filter { !$0.isEmpty }.joined(separator: "; ")
        return [parameter.help, note.isEmpty ? "" : "(\(note))"].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func synopsis(_ parameter: ParameterDescription) -> String {
        let flag = usage(of: parameter)
        let several = parameter.isList ? " …" : ""
        if parameter.kind == .boolean, !parameter.isRequired {
            return "[\((parameter.fallback == .boolean(true) ? parameter.negation : nil) ?? parameter.flag)]"
        }
        return parameter.isRequired ? flag + several : "[\(flag)]" + several
    }

    /// Flag with what follows it.
    private static func usage(of parameter: ParameterDescription) -> String {
        switch parameter.kind {
        case .boolean: "--[no-]" + parameter.flag.dropFirst(2)
        case .secret: SecretParameter.fileFlag(parameter) + " PATH"
        default: parameter.flag + " " + placeholder(parameter)
        }
    }

    private static func placeholder(_ parameter: ParameterDescription) -> String {
        switch parameter.kind {
        case .choice: short(parameter.choices) ?? "WORD"
        case .hosts: "SELECTOR"
        case .file: "PATH"
        default: parameter.kind.rawValue.uppercased()
        }
    }

    private static func short(_ choices: [String]) -> String? {
        let text = choices.joined(separator: "|")
        return text.count <= 24 ? text : nil
    }

    /// How a value is written where that is no matter of course.
    private static func form(_ kind: ParameterKind) -> String? {
        switch kind {
        case .duration: "as in 90s, 15m, 2h or 1d"
        case .size: "as in 512M or 4G"
        case .time: "as in 22:00 or \"2026-12-01 07:30\", by the server's clock"
        case .hosts: "as in \"group:Lab A\" or pc-0*"
        default: nil
        }
    }

    private static func list(_ words: [String]) -> [String] {
        words.dropLast().map { $0 + "," } + words.suffix(1)
    }

    /// Value as a person writes it; nil for nothing.
    private static func text(_ value: ScriptValue, _ parameter: ParameterDescription) -> String? {
        switch value {
        case .none, .map, .secret: nil
        case .boolean(let flag): flag ? "yes" : "no"
        case .integer(let number): parameter.words(Double(number))
        case .number(let number): parameter.words(number)
        case .string(let text): text.isEmpty ? "\"\"" : text
        case .list(let values): values.compactMap { text($0, parameter) }.joined(separator: ", ")
        }
    }
}
