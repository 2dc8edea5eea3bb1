/// A workflow made of what was entered at a prompt.
package enum WorkflowSkeleton {
    /// Writes it.
    ///
    /// - Parameters:
    ///   - inputs: inputs that worked, in their order.
    ///   - names: globals that were made at the prompt.
    ///   - permissions: what the session has used, as grants write it.
    ///   - date: when it is written, for people.
    /// - Returns: text of a Lua file.
    package static func text(inputs: [SavedInput], names: [String], permissions: [String], date: String) -> String {
        let steps = steps(of: inputs)
        let globals = globals(names, in: inputs)
        let grants = permissions.map { "\"\($0)\"" }.joined(separator: ", ")
        let modules = modules(of: inputs).map { "local \($0) = require(\"\($0)\")\n" }.joined()
        let head = modules.isEmpty ? "" : modules + "\n"
        return """
            --- What was entered at the prompt of foghorn repl until \(date).
            ---
            --- Make a parameter of whatever is to differ from run to run: 'foghorn help lua workflow' tells how.
            \(head)local function run()
            \(globals.isEmpty ? "" : "  local \(globals.joined(separator: ", "))\n")\(steps.joined(separator: "\n"))
            end

            return workflow({
              summary = "Saved from a session at the prompt.",
              permissions = { \(grants) },
              run = run,
            })

            """
    }

    /// Names that the inputs take for globals, but for those which an input declares before.
    private static func globals(_ names: [String], in inputs: [SavedInput]) -> [String] {
        var globals: Set<String> = []
        var locals: Set<String> = []
        for input in inputs {
            let shape = ChunkShape(input.text)
            globals.formUnion(shape.names.intersection(names).subtracting(locals).subtracting(shape.locals))
            locals.formUnion(shape.locals)
        }
        return globals.sorted()
    }

    private static func steps(of inputs: [SavedInput]) -> [String] {
        var last: String?
        var steps: [String] = []
        for (place, input) in inputs.enumerated() {
            let text = last.map { ChunkShape(input.text).replacingLast(with: $0) } ?? input.text
            let shape = ChunkShape(text)
            guard input.isExpression else {
                steps.append(indented(text, shape))
                continue
            }
            steps += shape.remarks.map { "  " + $0 }
            let name = "_\(input.number)"
            let value = shape.returns ? "(function() \(text)\nend)()" : shape.expression
            if isUsed(name, after: place, in: inputs) {
                steps += [indented("local \(name) = \(value)", shape), "  " + printing(name, input)]
            } else {
                steps.append(indented(printing(value, input), shape))
            }
            last = name
        }
        return steps
    }

    /// Modules that printing takes, in the order of the alphabet.
    private static func modules(of inputs: [SavedInput]) -> [String] {
        let tables = inputs.filter { $0.columns != nil }
        if tables.isEmpty { return [] }
        return tables.contains { !shownTimes(of: $0).isEmpty } ? ["table_view", "time"] : ["table_view"]
    }

    private static func shownTimes(of input: SavedInput) -> Set<String> {
        input.times.intersection(input.columns ?? [])
    }

    /// Prints a value as the prompt has shown it.
    private static func printing(_ value: String, _ input: SavedInput) -> String {
        guard let columns = input.columns else { return "print(\(value))" }
        let times = shownTimes(of: input)
        let words = columns.map { times.contains($0) ? "{ key = \"\($0)\", format = time.format }" : "\"\($0)\"" }
        return "table_view.print(\(value), { columns = { \(words.joined(separator: ", ")) } })"
    }

    /// Whether a later input uses that value, by its name or as the last one.
    private static func isUsed(_ name: String, after place: Int, in inputs: [SavedInput]) -> Bool {
        var isLast = true
        for input in inputs[(place + 1)...] {
            let shape = ChunkShape(input.text)
            if shape.names.contains(name) || isLast && shape.usesLast { return true }
            if input.isExpression { isLast = false }
        }
        return false
    }

    /// Sets lines in, unless that would change a text that goes over several lines.
    private static func indented(_ text: String, _ shape: ChunkShape) -> String {
        if shape.mustNotMove { return "  " + text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }
}
