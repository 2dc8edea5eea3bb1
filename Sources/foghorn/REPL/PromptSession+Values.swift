import FogModel
import FogREPL
import FogSession
import Terminal

extension PromptSession {
    /// Shows the values of a chunk.
    func show(_ result: ChunkResult) async {
        rest = nil
        for value in result.values { await show(value, at: result.values.count == 1 ? result.kept : nil) }
    }

    /// Shows a value.
    ///
    /// - Parameters:
    ///   - value: what of it was told.
    ///   - path: name under which the rest of it can be asked for; nil where there is none.
    func show(_ value: ShownValue, at path: String?) async {
        front.show(await printer.lines(await fitted(value, path)))
        guard let path else { return }
        if case .rows(let rows) = value, rows.first + rows.rows.count <= rows.count {
            rest = Rest(path: path, next: rows.first + rows.rows.count)
        } else if case .table(let table) = value, table.list.count < table.listCount {
            rest = Rest(path: path, next: table.list.count + 1)
        }
    }

    /// Gives a table the columns that were chosen for its class.
    private func fitted(_ value: ShownValue, _ path: String?) async -> ShownValue {
        guard case .rows(let rows) = value, let path, let columns = columns[rows.className],
            rows.columns.map(\.name) != columns
        else { return value }
        let request = ShowRequest(path, first: rows.first, columns: columns, limits: settings.shown)
        guard case .shown(let fitted)? = try? await machine.host.ask(.show(request)) else { return value }
        return fitted
    }

    var printer: ValuePrinter {
        get async {
            let zone = InstantText(offset: await zone)
            return ValuePrinter(width: front.columns, palette: palette) { zone.text($0) }
        }
    }

    /// `:page`: what follows of the value that was cut, or a value from its start.
    func page(_ text: String) async -> Outcome {
        guard text.isEmpty else { return await evaluate(text) }
        guard let rest else {
            front.note(["nothing was cut; :page EXPR shows a value from its start"])
            return .goesOn
        }
        let request = ShowRequest(rest.path, first: rest.next, limits: settings.shown)
        return await ask(.show(request)) { answer in
            guard case .shown(let value) = answer else { return }
            self.rest = nil
            if case .table(var table) = value {
                // What stands under names was shown with the beginning.
                (table.entries, table.entryCount) = ([], 0)
                table.listCount -= rest.next - 1
                await show(.table(table), at: nil)
                let next = rest.next + table.list.count
                if !table.list.isEmpty, table.list.count < table.listCount {
                    self.rest = Rest(path: rest.path, next: next)
                }
            } else {
                await show(value, at: rest.path)
            }
        }
    }

    /// `:columns`: which columns tables have.
    func chooseColumns(_ text: String) async -> Outcome {
        await ask(.show(ShowRequest("_", limits: settings.shown))) { answer in
            guard case .shown(.rows(let rows)) = answer else {
                return front.note(["the last value is no list of objects"])
            }
            let name = rows.className
            let names = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
            if names.isEmpty {
                let now = columns[name] ?? rows.columns.map(\.name)
                return front.show(
                    TextPage(columns: front.columns).table([
                        (name, "now " + now.joined(separator: ", ")), ("can be", rows.fields.joined(separator: ", ")),
                    ])
                )
            }
            if names != ["default"], let wrong = names.first(where: { !rows.fields.contains($0) }) {
                let hint = Suggestion.hint(for: wrong, among: rows.fields) ?? ":columns lists them"
                return front.note(["error: a \(name) has no field \"\(TerminalText.oneLine(wrong))\"; \(hint)"])
            }
            columns[name] = names == ["default"] ? nil : names
            await show(.rows(rows), at: "_")
        }
    }

    /// `:json`.
    func json(_ text: String) async -> Outcome {
        await written(text.isEmpty ? "_" : text, as: .json) { text in
            front.show(
                text.split(separator: "\n", omittingEmptySubsequences: true).map { TerminalText.harmless(String($0)) }
            )
        }
    }

    /// `:csv FILE [EXPR]`.
    func csv(_ text: String) async -> Outcome {
        guard let (file, rest) = ShellWords.first(of: text) else {
            return fault(PromptFault(":csv takes the FILE to write, and may be an expression"))
        }
        return await written(rest.isEmpty ? "_" : rest, as: .csv) { text in
            await write(text, to: file)
        }
    }

    /// Has a value written as text.
    private func written(
        _ code: String,
        as form: ChunkForm,
        _ take: (String) async -> Void
    ) async -> Outcome {
        do {
            let (number, evaluation) = try await machine.host.evaluate(source(code), form: form)
            switch evaluation {
            case .done(let result):
                if case .text(let text)? = result.values.first { await take(text.text) }
                return .goesOn
            case .wrong(let fault):
                front.note(faults.lines(fault, in: code))
                return .failed(.scriptError)
            case .failed(let failure, _): return fail(failure, "prompt:\(number)", code)
            case .incomplete, .begun: return fault(PromptFault("that is no expression"))
            }
        } catch {
            return await replaceMachine(error)
        }
    }

    /// `:watch EXPR`: shows a value again and again.
    func watch(_ code: String) async -> Outcome {
        if code.isEmpty { return fault(PromptFault(":watch takes an expression, as in fog.tasks()")) }
        guard front.isLive else { return fault(PromptFault(":watch needs a terminal whose lines can be drawn anew")) }
        defer { front.show(live: []) }
        while !isCalledOff {
            do {
                let (number, evaluation) = try await machine.host.evaluate(
                    source(code),
                    limits: settings.shown,
                    form: .watched
                )
                guard case .done(let result) = evaluation else { return await tellOfWatch(evaluation, number, code) }
                var lines: [String] = []
                for value in result.values { lines += await printer.lines(value) }
                front.show(live: lines + [palette.paint("\(label): every 2 s; Ctrl-C ends it", .faint)])
            } catch {
                return await replaceMachine(error)
            }
            await pause(.seconds(2))
        }
        return .goesOn
    }

    private func tellOfWatch(_ evaluation: Evaluation, _ number: Int, _ code: String) async -> Outcome {
        switch evaluation {
        case .failed(let failure, _): return isCalledOff ? .goesOn : fail(failure, "prompt:\(number)", code)
        case .wrong(let fault):
            front.note(faults.lines(fault, in: code))
            return .failed(.scriptError)
        case .incomplete, .begun, .done: return fault(PromptFault("that is no expression"))
        }
    }

    // MARK: - Asking the state

    /// Asks the state and does something with the answer; a refusal is shown.
    func ask(_ question: PromptQuestion, _ take: (PromptAnswer) async -> Void) async -> Outcome {
        do {
            let answer = try await machine.host.ask(question)
            if case .refused(let words) = answer { return fault(PromptFault(words)) }
            await take(answer)
            return .goesOn
        } catch {
            return await replaceMachine(error)
        }
    }

    /// Shows what is wrong with a command.
    func fault(_ fault: PromptFault) -> Outcome {
        front.note(["error: " + fault.text])
        return .failed(.usage)
    }
}
