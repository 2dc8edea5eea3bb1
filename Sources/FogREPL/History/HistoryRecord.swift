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

    /// Replaces the texts that are values of secret options, as in `{ password = "x" }` and `t["password"] = 'x'`.
    private static func blanked(_ input: String, _ isSecret: (String) -> Bool) -> String {
        let tokens = LuaLexer.tokens(of: input)
        var bytes = Array(input.utf8)
        for (place, token) in tokens.enumerated().reversed() {
            guard case .string = token.kind, place >= 2, tokens[place - 1].is("="),
                let name = name(tokens[..<(place - 1)]), isSecret(name)
            else { continue }
            bytes.replaceSubrange(token.range, with: Array("\"…\"".utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
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
