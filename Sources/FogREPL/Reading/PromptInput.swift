/// What was entered at the prompt.
package enum PromptInput: Hashable, Sendable {
    /// Nothing but blanks and comments to the prompt.
    case nothing
    /// A command of the prompt, as in `:load lab.lua`: its name without the colon, and what follows.
    case command(name: String, rest: String)
    /// A question about a name, as in `?fog.deploy`; with two marks also for what lies behind it.
    case question(name: String, isDeep: Bool)
    /// Lua, which may want more lines; behind the prompt where it ends with `&`.
    case chunk(String, isBehind: Bool)

    /// Reads an input.
    ///
    /// - Parameter text: what was entered, of one or more lines.
    package init(_ text: String) {
        let trimmed = text.trimmingBlanks
        switch trimmed.first {
        case nil: self = .nothing
        case ":" where trimmed.dropFirst().first != ":": self = Self.command(trimmed.dropFirst())
        case "?":
            let isDeep = trimmed.hasPrefix("??")
            self = .question(name: trimmed.dropFirst(isDeep ? 2 : 1).trimmingBlanks, isDeep: isDeep)
        default:
            // As in a shell; Lua has `&` between two values only, so no chunk ends with it.
            let isBehind = trimmed.last == "&"
            self = .chunk(isBehind ? trimmed.dropLast().trimmingBlanks : String(text), isBehind: isBehind)
        }
    }

    private static func command(_ words: Substring) -> PromptInput {
        let end = words.firstIndex(where: \.isWhitespace) ?? words.endIndex
        return .command(name: String(words[..<end]), rest: words[end...].trimmingBlanks)
    }
}

extension StringProtocol {
    /// The text without blanks and line feeds at its ends.
    fileprivate var trimmingBlanks: String {
        let head = drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
