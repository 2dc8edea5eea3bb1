import FogModel
import FogREPL
import FogScript
import ScriptAPI
import Terminal

extension PromptSession {
    private var page: ManualPage { ManualPage(.current, width: min(front.columns, 100)) }

    /// `?name`, `??name`, `:doc`.
    func explain(_ name: String, isDeep: Bool) async -> Outcome {
        guard !name.isEmpty, name != "fog" else {
            front.show(Self.lines(page.contents()) + ["?NAME tells of one of them, :help of the prompt's own commands"])
            return .goesOn
        }
        let topics = Manual.current.topics(named: name)
        guard !topics.isEmpty else {
            if let command = ColonCommand(named: String(name.drop { $0 == ":" })) {
                front.show(TextPage(columns: front.columns).table(ColonCommand.rows(of: command)))
                return .goesOn
            }
            let hint = Manual.current.hint(for: name) ?? ":apropos WORD looks for a word"
            return fault(
                PromptFault("nothing that scripts can use is named \"\(TerminalText.oneLine(name))\"", hint: hint)
            )
        }
        for topic in topics {
            front.show(Self.lines(page.page(topic)))
            if isDeep, case .function(let spec) = topic { await explainDeeply(spec) }
        }
        return .goesOn
    }

    /// `:apropos`.
    func apropos(_ word: String) -> Outcome {
        guard !word.isEmpty else { return fault(PromptFault(":apropos takes a word to look for")) }
        let rows = Manual.current.rows(about: word)
        guard !rows.isEmpty else {
            return fault(
                PromptFault(
                    "nothing that scripts can use has \"\(TerminalText.oneLine(word))\" in its name or its line"
                )
            )
        }
        front.show(TextPage(columns: front.columns).table(rows))
        return .goesOn
    }

    /// Tells what lies behind a function: its declaration, and the requests of its example.
    private func explainDeeply(_ spec: FunctionSpec) async {
        var rows: [(term: String, text: String)] = [("Lua", "declared as " + spec.name)]
        if let method = spec.method { rows.append(("method", method)) }
        if let operation = spec.operation { rows.append(("operation", operation)) }
        if let origin = spec.origin { rows.append(("origin", origin)) }
        front.show([""] + TextPage(columns: front.columns).table(rows))
        guard let example = spec.example else { return }
        let requests = await RequestTrace(example: example).requests()
        front.show(
            requests.isEmpty
                ? ["Its example asks the server for nothing."]
                : ["Requests of its example, on a simulated FOG 1.5:"]
                    + requests.map { "  " + TerminalText.oneLine($0) }
        )
    }

    static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }
}
