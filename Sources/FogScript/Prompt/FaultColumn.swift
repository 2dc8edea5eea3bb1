import LuaSyntax

/// Finds the place on a line that Lua's parser has stumbled over: it tells the line and the piece, and no column.
enum FaultColumn {
    /// Finds the column.
    ///
    /// - Parameters:
    ///   - message: what the parser says, as in `'then' expected near 'x'`.
    ///   - line: line that it names, from 1.
    ///   - text: chunk.
    ///   - breaks: tells whether the parser says the same of a beginning of the chunk.
    /// - Returns: column from 1, in characters; nil where the message names no piece of that line.
    static func column(
        _ message: String,
        line: Int,
        in text: String,
        breaks: (String) -> Bool
    ) -> Int? {
        let tokens = LuaLexer.tokens(of: text)
        guard let piece = piece(in: message) else {
            return tokens.last.flatMap { $0.kind == .string(isClosed: false) ? column(of: $0, in: text) : nil }
        }
        let candidates = tokens.filter { $0.line == line && $0.text == piece }
        if candidates.count < 2 { return candidates.first.map { column(of: $0, in: text) } }
        let found = candidates.first { breaks(String(decoding: text.utf8.prefix($0.range.upperBound), as: UTF8.self)) }
        return (found ?? candidates.last).map { column(of: $0, in: text) }
    }

    /// Text of the piece that a message names; nil where it names none.
    private static func piece(in message: String) -> String? {
        guard let near = message.ranges(of: " near '").last, message.hasSuffix("'") else { return nil }
        return String(message[near.upperBound...].dropLast())
    }

    private static func column(of token: LuaToken, in text: String) -> Int {
        let before = text.utf8.prefix(token.range.lowerBound)
        let line = before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { before[before.index(after: $0)...] } ?? before
        return String(decoding: line, as: UTF8.self).count + 1
    }
}
