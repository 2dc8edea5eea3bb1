import ScriptAPI

/// Reads what the annotations of a module of the standard library say.
///
/// Reads the one form that our own files keep to: summary, details, an example, then `@param` and `@return`.
struct AnnotationReader {
    private var module: ModuleSpec
    /// Lines of the comment that has been read so far, without the dashes.
    private var comment: [Substring] = []
    /// Class that a local variable stands for.
    private var classes: [Substring: String] = [:]

    /// Reads a module.
    ///
    /// - Parameters:
    ///   - name: name for `require`.
    ///   - text: its Lua.
    /// - Returns: what is known of it.
    static func read(_ name: String, _ text: String) -> ModuleSpec {
        var reader = AnnotationReader(module: ModuleSpec(name: name, summary: ""))
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.take(line) }
        return reader.finished()
    }

    private mutating func take(_ line: Substring) {
        if line.hasPrefix("---") {
            let words = line.dropFirst(3)
            comment.append(words.hasPrefix(" ") ? words.dropFirst() : words)
            return
        }
        defer { comment = [] }
        let block = Block(comment)
        if let name = block.className {
            take(block, named: name, before: line)
        } else if line.hasPrefix("function "), !comment.isEmpty {
            take(block, signature: line.dropFirst("function ".count))
        }
    }

    private mutating func take(_ block: Block, named name: String, before line: Substring) {
        if name == module.name {
            (module.summary, module.details) = (block.summary, block.details)
            return
        }
        let summary = block.summary.isEmpty ? "Options." : block.summary
        module.classes.append(ClassSpec(name: name, summary: summary, fields: block.fields))
        if line.hasPrefix("local "), let variable = line.dropFirst("local ".count).split(separator: " ").first {
            classes[variable] = name
        }
    }

    private mutating func take(_ block: Block, signature: Substring) {
        let name = signature.prefix { $0 != "(" }
        let parts = name.split(separator: ":")
        let title = parts.count == 2 ? (classes[parts[0]] ?? String(parts[0])) + ":" + parts[1] : String(name)
        module.functions.append(
            FunctionSpec(
                name: title,
                summary: block.summary,
                details: block.details,
                parameters: block.parameters,
                results: block.results,
                example: block.example
            )
        )
    }

    /// The module, its options in place of their names.
    private func finished() -> ModuleSpec {
        var module = module
        let tables = Dictionary(module.classes.map { ($0.name, $0.fields) }) { first, _ in first }
        for place in module.functions.indices {
            for index in module.functions[place].parameters.indices {
                let type = module.functions[place].parameters[index].type
                guard let fields = tables[type.annotation], type.annotation.hasSuffix("Options") else { continue }
                module.functions[place].parameters[index].type.options = fields.map {
                    OptionSpec($0.name, $0.type, isRequired: !$0.type.isOptional, $0.help)
                }
            }
        }
        return module
    }
}

/// One comment: its text and its annotations.
private struct Block {
    var className: String?
    var summary: String
    var details: String?
    var example: String?
    var parameters: [ParameterSpec]
    var results: [ParameterSpec]
    var fields: [ParameterSpec]

    init(_ lines: [Substring]) {
        let text = lines.filter { !$0.hasPrefix("@") }
        let code = text.split(separator: "```lua", maxSplits: 1)
        let words = Block.paragraphs(code.first.map(Array.init) ?? [])
        summary = words.first ?? ""
        details = words.count > 1 ? words.dropFirst().joined(separator: "\n\n") : nil
        example = code.count > 1 ? code[1].prefix { $0 != "```" }.joined(separator: "\n") : nil
        func tagged(_ tag: String) -> [Substring] {
            lines.filter { $0.hasPrefix("@\(tag) ") }.map { $0.dropFirst(tag.count + 2) }
        }
        className = tagged("class").first.map(String.init)
        parameters = tagged("param").map { Block.named($0) }
        fields = tagged("field").map { Block.named($0) }
        results = tagged("return").map { line in
            let (type, rest) = Block.type(line)
            let (name, help) = Block.word(rest)
            return ParameterSpec(name, type, Block.trimmed(help))
        }
    }

    /// Reads `name? type Words.`.
    private static func named(_ line: Substring) -> ParameterSpec {
        let (word, rest) = word(line)
        var (type, help) = type(rest)
        type.isOptional = word.hasSuffix("?")
        return ParameterSpec(word.hasSuffix("?") ? String(word.dropLast()) : word, type, trimmed(help))
    }

    private static func word(_ line: Substring) -> (String, Substring) {
        let word = line.prefix { $0 != " " }
        return (String(word), line.dropFirst(word.count).drop { $0 == " " })
    }

    /// Reads a type; blanks within brackets, and after a colon or a comma, belong to it.
    private static func type(_ line: Substring) -> (LuaTypeSpec, Substring) {
        var depth = 0
        var last: Character = " "
        let end = line.firstIndex { character in
            defer { last = character }
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            return character == " " && depth == 0 && !":,|".contains(last)
        }
        let type = line[..<(end ?? line.endIndex)]
        return (LuaTypeSpec(String(type)), line[type.endIndex...].drop { $0 == " " })
    }

    /// Joins lines to paragraphs, which empty lines end; lists keep their lines.
    private static func paragraphs(_ lines: [Substring]) -> [String] {
        lines.split(separator: "").map { $0.joined(separator: " ") }
    }

    /// Help as everywhere: without a full stop.
    private static func trimmed(_ help: Substring) -> String {
        String(help.hasSuffix(".") ? help.dropLast() : help)
    }
}
