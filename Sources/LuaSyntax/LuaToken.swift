/// A piece of Lua text.
package struct LuaToken: Hashable, Sendable {
    /// What kind of piece it is.
    package enum Kind: Hashable, Sendable {
        case name
        case keyword
        case number
        /// A text in quotes or long brackets; one that ends with the text instead is not closed.
        case string(isClosed: Bool)
        /// Operators, brackets and the like.
        case symbol
        /// A comment; a long one that ends with the text instead is not closed.
        case comment(isClosed: Bool)
        /// A byte that begins nothing in Lua.
        case other
    }

    /// Kind.
    package var kind: Kind
    /// Place in the text, in bytes of UTF-8.
    package var range: Range<Int>
    /// Line on which it begins, from 1.
    package var line: Int
    /// Text of it.
    package var text: String

    /// Whether it is that keyword or symbol.
    package func `is`(_ word: String) -> Bool {
        (kind == .keyword || kind == .symbol) && text == word
    }
}

/// Words that Lua keeps for itself.
package enum LuaKeywords {
    /// Keywords in the order of the alphabet.
    ///
    /// Origin: Lua 5.4 manual, §3.1.
    package static let all: [String] = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    static let set = Set(all)
}
