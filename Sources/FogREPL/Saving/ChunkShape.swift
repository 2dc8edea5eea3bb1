import LuaSyntax

/// What the tokens of an input that worked tell about it.
struct ChunkShape {
    private let bytes: [UInt8]
    private let tokens: [LuaToken]
    /// Names that it declares as outermost locals.
    private(set) var locals: Set<String> = []
    /// Whether it returns by itself, which is no expression.
    private(set) var returns = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        tokens = LuaLexer.tokens(of: text)
        look()
    }

    private mutating func look() {
        var depth = 0
        for (place, token) in tokens.enumerated() where token.kind == .keyword {
            switch token.text {
            case "do", "if", "function", "repeat": depth += 1
            case "end", "until": depth -= 1
            case "return" where depth == 0: returns = true
            case "local" where depth == 0: locals.formUnion(names(after: place + 1))
            default: continue
            }
        }
    }

    /// Names of a declaration: those before its `=`.
    private func names(after start: Int) -> [String] {
        if tokens.indices.contains(start), tokens[start].is("function") {
            return tokens.dropFirst(start + 1).first.map { [$0.text] } ?? []
        }
        var names: [String] = []
        var place = start
        while place < tokens.count, tokens[place].kind == .name {
            names.append(tokens[place].text)
            place += 1
            if place + 2 < tokens.count, tokens[place].is("<") { place += 3 }
            guard place < tokens.count, tokens[place].is(",") else { break }
            place += 1
        }
        return names
    }

    /// Names that it uses or assigns, fields aside.
    var names: Set<String> {
        Set(tokens.indices.filter { tokens[$0].kind == .name && !isField($0) }.map { tokens[$0].text })
    }

    /// Whether any of its texts or comments goes over several lines, so that it must stay where it stands.
    var mustNotMove: Bool {
        // Comments are no tokens here; a long one may be moved as well as any other.
        tokens.contains { token in
            if case .string = token.kind { token.text.contains { $0.isNewline } } else { false }
        }
    }

    /// Whether it uses the value of the input before.
    var usesLast: Bool { !placesOfLast.isEmpty }

    /// The expression without what may follow it, as a semicolon or a comment.
    var expression: String {
        let parts = tokens.reversed().drop { $0.is(";") }.reversed()
        guard let first = parts.first, let last = parts.last else { return "" }
        return String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }

    /// Comments before and behind the expression, each as it stands.
    var remarks: [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = tokens.reversed().drop { $0.is(";") }.reversed()
        guard let first = parts.first, let last = parts.last else { return [] }
        return LuaLexer.tokens(of: text, comments: true).filter { token in
            guard case .comment = token.kind else { return false }
            return token.range.lowerBound < first.range.lowerBound || token.range.lowerBound >= last.range.upperBound
        }
        .map(\.text)
    }

    /// The text with another name in the place of `_`.
    func replacingLast(with name: String) -> String {
        var bytes = bytes
        for place in placesOfLast.reversed() {
            bytes.replaceSubrange(tokens[place].range, with: Array(name.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Places of `_` where it means the last value: nowhere in an input that makes a variable of that name.
    private var placesOfLast: [Int] {
        let places = tokens.indices.filter { tokens[$0].kind == .name && tokens[$0].text == "_" && !isField($0) }
        return places.contains(where: isDeclared) ? [] : places
    }

    private func isField(_ place: Int) -> Bool {
        place > 0 && (tokens[place - 1].is(".") || tokens[place - 1].is(":"))
    }

    /// Whether the name is one of those that a loop, a declaration or a function makes.
    private func isDeclared(_ place: Int) -> Bool {
        var before = place - 1
        while before >= 0, tokens[before].kind == .name || tokens[before].is(",") { before -= 1 }
        guard before >= 0 else { return false }
        if tokens[before].is("for") || tokens[before].is("local") { return true }
        guard tokens[before].is("("), before > 0 else { return false }
        // Behind a function's name, or none, stand its parameters.
        var head = before - 1
        while head >= 0, tokens[head].kind == .name || tokens[head].is(".") || tokens[head].is(":") { head -= 1 }
        return head >= 0 && tokens[head].is("function")
    }
}
