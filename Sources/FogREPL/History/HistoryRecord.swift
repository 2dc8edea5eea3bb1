import LuaSyntax

/// An input as it is kept on disk, on a line of its own.
///
/// A line is written at once, so that two prompts that write at the same time never mix, and a crash loses at most the line
/// that was being written, which ``read(_:)`` passes over.
package enum HistoryRecord {
    /// Makes the line of an input.
    ///
    /// - Parameters:
    ///   - input: what was entered.
    ///   - isSecret: whether an option of that name holds a secret, as in `password`.
    /// - Returns: line without line feed; nil for an input that is not kept: an empty one, or one that begins with a blank.
    package static func line(_ input: String, isSecret: (String) -> Bool) -> String? {
        guard let first = input.first, !first.isWhitespace else { return nil }
        var text = blanked(input, isSecret)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text.isEmpty ? nil : escaped(text)
    }

    /// Reads a file of such lines.
    ///
    /// - Parameter text: text of the file.
    /// - Returns: inputs, the oldest first; those that follow their like are passed over.
    package static func read(_ text: String) -> [String] {
        var inputs: [String] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // The last line has no line feed where a crash has cut it; else nothing stands there.
        lines.removeLast()
        for line in lines where !line.isEmpty {
            let input = unescaped(line)
            if input != inputs.last { inputs.append(input) }
        }
        return inputs
    }

    // MARK: - Secrets

    /// Replaces the texts in values of secret options, as in `{ password = "x" }` and `t["password"] = 'x' .. y`.
    private static func blanked(_ input: String, _ isSecret: (String) -> Bool) -> String {
        let tokens = LuaLexer.tokens(of: input)
        var bytes = Array(input.utf8)
        var secrets: [Range<Int>] = []
        for (place, token) in tokens.enumerated() where token.is("=") {
            guard let name = name(tokens[..<place]), isSecret(name) else { continue }
            secrets += texts(inValueAt: place + 1, tokens)
        }
        for range in Set(secrets).sorted(by: { $0.lowerBound > $1.lowerBound }) {
            bytes.replaceSubrange(range, with: Array("\"…\"".utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Places of the texts in an expression: up to a comma, a bracket that closes what is around it, or the next statement.
    private static func texts(inValueAt start: Int, _ tokens: [LuaToken]) -> [Range<Int>] {
        var texts: [Range<Int>] = []
        var depth = 0
        for place in start..<max(start, tokens.count) {
            let token = tokens[place]
            switch token.text {
            case "(", "{", "[": if token.kind == .symbol { depth += 1 }
            case ")", "}", "]": if token.kind == .symbol { depth -= 1 }
            case ",", ";": if depth == 0, token.kind == .symbol { return texts }
            default: break
            }
            if depth < 0 { return texts }
            if case .string = token.kind { texts.append(token.range) }
            // Two values beside each other without an operator: a statement begins.
            if depth == 0, place > start, token.kind == .name || token.kind == .keyword, tokens[place - 1].endsValue,
                !["and", "or"].contains(token.text)
            {
                return texts
            }
        }
        return texts
    }

    /// Name that the tokens end with: a name itself, or a text in brackets.
    private static func name(_ tokens: ArraySlice<LuaToken>) -> String? {
        guard let last = tokens.last else { return nil }
        if last.kind == .name { return last.text }
        guard last.is("]"), let key = tokens.dropLast().last, case .string = key.kind else { return nil }
        return String(key.text.dropFirst().dropLast())
    }

    // MARK: - Lines

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\n")
    }

    private static func unescaped(_ line: Substring) -> String {
        var result = ""
        var isEscaped = false
        for letter in line {
            if isEscaped {
                result.append(letter == "n" ? "\n" : letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else {
                result.append(letter)
            }
        }
        return result
    }
}

extension LuaToken {
    /// Whether a value can end with it.
    fileprivate var endsValue: Bool {
        switch kind {
        case .name, .number, .string: true
        case .symbol: [")", "}", "]", "..."].contains(text)
        case .keyword: ["nil", "true", "false", "end"].contains(text)
        case .comment, .other: false
        }
    }
}
