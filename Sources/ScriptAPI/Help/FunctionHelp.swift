/// Renders the help of a function for a terminal.
public enum FunctionHelp {
    /// Renders a function's whole page.
    ///
    /// - Parameters:
    ///   - spec: function to describe.
    ///   - width: columns of the terminal, 40 or more.
    /// - Returns: lines without escape sequences, ending with a line feed.
    public static func page(_ spec: FunctionSpec, width: Int = 80) -> String {
        var lines = [signature(spec)]
        if let method = methodSignature(spec) { lines.append(method) }
        lines += [""] + wrapped(spec.summary, width, indent: 2)
        for paragraph in spec.details?.split(separator: "\n\n") ?? [] {
            lines += [""] + wrapped(String(paragraph), width, indent: 2)
        }
        lines += section("Parameters", spec.parameters.map { row($0.name, $0.type, $0.help) }, width)
        for parameter in spec.parameters where !parameter.type.options.isEmpty {
            lines += section("In \(parameter.name)", parameter.type.options.map(row), width)
        }
        lines += section("Returns", spec.results.map { row($0.name, $0.type, $0.help) }, width)
        if !spec.errors.isEmpty {
            lines += ["", "Errors"] + wrapped(spec.errors.joined(separator: ", "), width, indent: 2)
        }
        if let operation = spec.operation { lines += ["", "Asks the server for \(operation)."] }
        if let example = spec.example {
            lines +=
                ["", "Example"] + example.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        }
        if let origin = spec.origin { lines += ["", "Origin: \(origin)"] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Renders one line for each function, as in `fog.task(host, type[, options])  Gives a host a task.`.
    ///
    /// - Parameter specs: functions in the order in which they are to be listed.
    /// - Returns: lines ending with a line feed; empty for no functions.
    public static func list(_ specs: [FunctionSpec]) -> String {
        let signatures = specs.map(signature)
        let width = signatures.map(\.count).max() ?? 0
        return zip(signatures, specs).map { signature, spec in
            signature.padded(to: width) + "  " + spec.summary + "\n"
        }.joined()
    }

    /// Writes how a function is called, as in `fog.task(host, type[, options])`.
    public static func signature(_ spec: FunctionSpec) -> String {
        spec.name + "(" + arguments(spec.parameters) + ")"
    }

    /// Writes how its method is called, as in `Host:task(type[, options])`; nil where it has none.
    public static func methodSignature(_ spec: FunctionSpec) -> String? {
        spec.method.map { $0 + "(" + arguments(Array(spec.parameters.dropFirst())) + ")" }
    }

    private static func arguments(_ parameters: [ParameterSpec]) -> String {
        var text = ""
        for (index, parameter) in parameters.enumerated() {
            let name = index == 0 ? parameter.name : ", " + parameter.name
            text += parameter.type.isOptional ? "[\(name)]" : name
        }
        return text
    }

    private static func row(_ option: OptionSpec) -> (String, String) {
        let note = option.isRequired ? "; required" : ""
        return (option.name + " (" + option.type.words + note + ")", option.help)
    }

    private static func row(_ name: String, _ type: LuaTypeSpec, _ help: String) -> (String, String) {
        (name + " (" + type.words + (type.isOptional ? ", may be absent" : "") + ")", help)
    }

    private static func section(_ title: String, _ rows: [(String, String)], _ width: Int) -> [String] {
        guard !rows.isEmpty else { return [] }
        return ["", title] + rows.flatMap { ["  " + $0.0] + wrapped($0.1, width, indent: 6) }
    }

    /// Breaks a text between words.
    package static func wrapped(_ text: String, _ width: Int, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                lines.append(margin + line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return line.isEmpty ? lines : lines + [margin + line]
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
