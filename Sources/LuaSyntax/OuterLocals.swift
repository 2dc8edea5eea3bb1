/// Turns the outermost locals of a chunk into globals, so that the next chunk still has them.
///
/// Only for text that Lua's own parser has taken. Lines stay what they are. A name that is declared gets the value that it
/// would have got; a variable that is to be closed, and all behind a local `_ENV`, stay as they are.
///
/// A constant is announced by a write to a name that no script can write by mistake, ``mark(constant:)``, right before
/// it gets its value; a variable that takes the place of a constant by ``mark(variable:)``.
package enum OuterLocals {
    /// Name that is written to before a constant gets its value.
    package static func mark(constant name: String) -> String { "const " + name }
    /// Name that is written to before a constant's name gets the value of a variable.
    package static func mark(variable name: String) -> String { "local " + name }

    /// Name that a mark is about; nil for a name that is no mark.
    package static func marked(_ name: String) -> (name: String, isConstant: Bool)? {
        if name.hasPrefix("const ") { return (String(name.dropFirst(6)), true) }
        return name.hasPrefix("local ") ? (String(name.dropFirst(6)), false) : nil
    }

    /// Rewrites a chunk.
    ///
    /// - Parameters:
    ///   - text: chunk that is Lua.
    ///   - constants: names that were declared constant before.
    /// - Returns: chunk with as many lines.
    package static func carried(_ text: String, constants: Set<String> = []) -> String {
        guard text.contains("local") else { return text }
        var rewriting = Rewriting(text, constants)
        return rewriting.run()
    }
}

private struct Rewriting {
    private let bytes: [UInt8]
    private let tokens: [LuaToken]
    private var constants: Set<String>
    private var place = 0
    private var depth = 0
    private var result: [UInt8] = []
    /// Bytes that are in the result.
    private var written = 0

    init(_ text: String, _ constants: Set<String>) {
        bytes = Array(text.utf8)
        tokens = LuaLexer.tokens(of: text)
        self.constants = constants
    }

    mutating func run() -> String {
        while place < tokens.count {
            let token = tokens[place]
            if token.kind == .keyword {
                switch token.text {
                case "do", "if", "function", "repeat": depth += 1
                case "end", "until": depth -= 1
                case "local" where depth == 0:
                    guard rewriteLocal() else {
                        place = tokens.count
                        continue
                    }
                    continue
                default: break
                }
            }
            place += 1
        }
        copy(upTo: bytes.count)
        return String(decoding: result, as: UTF8.self)
    }

    /// A name with its attribute.
    private struct Declared {
        var name: LuaToken
        var attribute: String?
        var end: Int
    }

    /// Rewrites the declaration that begins here; returns whether there may be more to rewrite.
    private mutating func rewriteLocal() -> Bool {
        let start = tokens[place]
        if place + 1 < tokens.count, tokens[place + 1].is("function") {
            guard place + 2 < tokens.count else { return false }
            copy(upTo: start.range.lowerBound)
            announce([tokens[place + 2].text], constants: [])
            blank(start.range)
            place += 1
            return true
        }
        let names = declared(from: place + 1)
        if names.contains(where: { $0.name.text == "_ENV" }) { return false }
        guard let last = names.last, !names.contains(where: { $0.attribute == "close" }) else {
            place += 1
            return true
        }
        copy(upTo: start.range.lowerBound)
        announce(names.map(\.name.text), constants: Set(names.filter { $0.attribute == "const" }.map(\.name.text)))
        blank(start.range)
        for name in names {
            copy(upTo: name.name.range.upperBound)
            if name.attribute != nil { blank(name.name.range.upperBound..<tokens[name.end - 1].range.upperBound) }
        }
        place = last.end
        if place == tokens.count || !tokens[place].is("=") { result += Array(" = nil".utf8) }
        return true
    }

    /// Names of a declaration that begin at a token, in order.
    private func declared(from first: Int) -> [Declared] {
        var names: [Declared] = []
        var next = first
        while next < tokens.count, tokens[next].kind == .name {
            var name = Declared(name: tokens[next], end: next + 1)
            if next + 3 < tokens.count, tokens[next + 1].is("<"), tokens[next + 3].is(">") {
                name.attribute = tokens[next + 2].text
                name.end = next + 4
            }
            names.append(name)
            next = name.end
            guard next < tokens.count, tokens[next].is(",") else { break }
            next += 1
        }
        return names
    }

    /// Writes the marks of names that are declared.
    private mutating func announce(_ names: [String], constants new: Set<String>) {
        for name in names {
            let mark: String? =
                new.contains(name)
                ? OuterLocals.mark(constant: name)
                : constants.contains(name) ? OuterLocals.mark(variable: name) : nil
            if new.contains(name) { constants.insert(name) } else { constants.remove(name) }
            if let mark { result += Array("_ENV[\"\(mark)\"] = 1 ".utf8) }
        }
    }

    private mutating func copy(upTo end: Int) {
        guard written < end else { return }
        result += bytes[written..<end]
        written = end
    }

    /// Writes blanks for what stands here, but keeps its line feeds.
    private mutating func blank(_ range: Range<Int>) {
        result += bytes[range].map { $0 == 0x0A || $0 == 0x0D ? $0 : 0x20 }
        written = range.upperBound
    }
}
