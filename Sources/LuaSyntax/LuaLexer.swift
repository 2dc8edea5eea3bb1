/// Takes Lua text apart, also one that breaks off anywhere.
///
/// Exact for any text that Lua's own parser takes; for any other one it goes on behind what it cannot read.
///
/// Origin: Lua 5.4 manual, §3.1; Lua 5.4.4, `llex.c`.
package struct LuaLexer {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Takes a text apart.
    ///
    /// - Parameters:
    ///   - text: text in UTF-8.
    ///   - comments: whether comments are among the pieces.
    /// - Returns: pieces in order; what lies between them is blank.
    package static func tokens(of text: String, comments: Bool = false) -> [LuaToken] {
        var lexer = LuaLexer(text)
        var tokens: [LuaToken] = []
        while let token = lexer.next() {
            if case .comment = token.kind, !comments { continue }
            tokens.append(token)
        }
        return tokens
    }

    private mutating func next() -> LuaToken? {
        skipBlanks()
        guard place < bytes.count else { return nil }
        let (start, startLine) = (place, line)
        let kind = take()
        return LuaToken(
            kind: kind,
            range: start..<place,
            line: startLine,
            text: String(decoding: bytes[start..<place], as: UTF8.self)
        )
    }

    private func byte(_ offset: Int = 0) -> UInt8? {
        place + offset < bytes.count ? bytes[place + offset] : nil
    }

    private mutating func step() {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }

    private mutating func skipBlanks() {
        while let byte = byte(), byte == 0x20 || (0x09...0x0D).contains(byte) { step() }
    }

    private mutating func take() -> LuaToken.Kind {
        let first = bytes[place]
        if first.isNameStart { return takeName() }
        if first.isDigit || first == UInt8(ascii: "."), first.isDigit || byte(1)?.isDigit ?? false {
            return takeNumber()
        }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return takeQuoted(first)
        case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"): return takeComment()
        case UInt8(ascii: "["):
            if let level = longBracket() { return .string(isClosed: takeLong(level)) }
        default: break
        }
        return takeSymbol()
    }

    private mutating func takeName() -> LuaToken.Kind {
        let start = place
        while let byte = byte(), byte.isNameStart || byte.isDigit { place += 1 }
        return LuaKeywords.set.contains(String(decoding: bytes[start..<place], as: UTF8.self)) ? .keyword : .name
    }

    /// Takes a number as Lua does: digits, letters and points, and a sign behind an exponent's mark.
    private mutating func takeNumber() -> LuaToken.Kind {
        let isHex = byte() == UInt8(ascii: "0") && (byte(1) ?? 0) | 0x20 == UInt8(ascii: "x")
        let mark = isHex ? UInt8(ascii: "p") : UInt8(ascii: "e")
        if isHex { place += 2 }
        while let byte = byte() {
            if byte | 0x20 == mark, let sign = self.byte(1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                place += 2
            } else if byte.isDigit || byte.isNameStart || byte == UInt8(ascii: ".") {
                place += 1
            } else {
                break
            }
        }
        return .number
    }

    /// Takes a text in quotes; a line feed ends it, unless a backslash or `\z` stands before.
    private mutating func takeQuoted(_ quote: UInt8) -> LuaToken.Kind {
        place += 1
        while let byte = byte(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
            if byte == quote {
                place += 1
                return .string(isClosed: true)
            }
            if byte == UInt8(ascii: "\\") { takeEscape() } else { place += 1 }
        }
        return .string(isClosed: false)
    }

    private mutating func takeEscape() {
        place += 1
        guard let escaped = byte() else { return }
        if escaped == UInt8(ascii: "z") {
            place += 1
            skipBlanks()
        } else {
            // A line feed of two bytes counts as one.
            let isPair = escaped == 0x0D && byte(1) == 0x0A || escaped == 0x0A && byte(1) == 0x0D
            step()
            if isPair { step() }
        }
    }

    private mutating func takeComment() -> LuaToken.Kind {
        place += 2
        if byte() == UInt8(ascii: "["), let level = longBracket() { return .comment(isClosed: takeLong(level)) }
        while let byte = byte(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { place += 1 }
        return .comment(isClosed: true)
    }

    /// Level of the long bracket that begins here; nil where none does.
    private func longBracket() -> Int? {
        var level = 0
        while byte(1 + level) == UInt8(ascii: "=") { level += 1 }
        return byte(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    /// Takes what stands in long brackets; returns whether they are closed.
    private mutating func takeLong(_ level: Int) -> Bool {
        place += level + 2
        while let byte = byte() {
            if byte == UInt8(ascii: "]"), (1...level + 1).allSatisfy({ isCloser($0, level) }) {
                place += level + 2
                return true
            }
            step()
        }
        return false
    }

    private func isCloser(_ offset: Int, _ level: Int) -> Bool {
        byte(offset) == (offset <= level ? UInt8(ascii: "=") : UInt8(ascii: "]"))
    }

    private static let symbols: [String] = [
        "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>", "+", "-", "*", "/", "%", "^", "#", "&", "~", "|",
        "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
    ]

    private mutating func takeSymbol() -> LuaToken.Kind {
        for symbol in Self.symbols where bytes[place...].starts(with: symbol.utf8) {
            place += symbol.utf8.count
            return .symbol
        }
        step()
        // A letter of several bytes is one piece.
        while let byte = byte(), byte & 0xC0 == 0x80 { place += 1 }
        return .other
    }
}

extension UInt8 {
    /// Whether a name can begin with it.
    var isNameStart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Whether it is a digit.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
