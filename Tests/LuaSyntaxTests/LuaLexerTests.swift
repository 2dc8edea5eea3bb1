import FogStdlib
import LuaSyntax
import Testing

@Suite struct LuaLexerTests {
    /// A text and its pieces, with a bar between them.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let pieces: [String]
        var testDescription: String { text }

        init(_ text: String, _ pieces: String...) {
            (self.text, self.pieces) = (text, pieces)
        }
    }

    static let cases: [Case] = [
        Case("local x<const> =1", "local", "x", "<", "const", ">", "=", "1"), Case(""), Case("  \n\t"),
        Case("a.b:c[1]", "a", ".", "b", ":", "c", "[", "1", "]"), Case("a..b...", "a", "..", "b", "..."),
        Case("1..2", "1..2"), Case("0x1p-4+3e+5-.5", "0x1p-4", "+", "3e+5", "-", ".5"), Case("3e5x", "3e5x"),
        Case("'a\\'b' \"c'd\"", "'a\\'b'", "\"c'd\""), Case("'a\\\nb' c", "'a\\\nb'", "c"),
        Case("'a\\z \n  b' c", "'a\\z \n  b'", "c"), Case("[[a]b]] x", "[[a]b]]", "x"),
        Case("[==[ ]] ]=] ]==] x", "[==[ ]] ]=] ]==]", "x"), Case("a[b[1]]", "a", "[", "b", "[", "1", "]", "]"),
        Case("a --[[ local ]] b", "a", "b"), Case("a -- local [[\nb", "a", "b"), Case("--[==[ x ]] \n ]==] b", "b"),
        Case("--[ x\nb", "b"), Case("x = 'local y = 1'", "x", "=", "'local y = 1'"), Case("é=1", "é", "=", "1"),
        Case("a//b>>c~=d::e::", "a", "//", "b", ">>", "c", "~=", "d", "::", "e", "::"), Case("a-- b", "a"),
        Case("a- -b", "a", "-", "-", "b"), Case("[=x", "[", "=", "x"),
    ]

    @Test(arguments: cases)
    func `Takes a text apart`(row: Case) {
        #expect(LuaLexer.tokens(of: row.text).map(\.text) == row.pieces)
    }

    @Test(arguments: ["'a", "\"a\\", "[[a", "[==[ a ]]", "'a\nb", "'a\\z  "])
    func `Knows a text that is not closed`(text: String) {
        #expect(LuaLexer.tokens(of: text).first?.kind == .string(isClosed: false))
    }

    @Test func `Counts lines within texts and comments too`() {
        let lines = LuaLexer.tokens(of: "a\n[[\n\n]] b --[[\n]] c 'x\\\ny' d").map(\.line)

        #expect(lines == [1, 2, 4, 5, 5, 6])
    }

    @Test func `Leaves nothing out of the library but blanks`() throws {
        for module in Stdlib.modules {
            let text = try #require(Stdlib.source(of: module))
            let bytes = Array(text.utf8)
            var end = 0
            for token in LuaLexer.tokens(of: text, comments: true) {
                #expect(bytes[end..<token.range.lowerBound].allSatisfy { [0x20, 0x0A].contains($0) })
                #expect(token.kind != .other)
                end = token.range.upperBound
            }
        }
    }

    @Test func `Takes any text to its end`() {
        var state: UInt64 = 7
        let pieces = ["[", "=", "]", "'", "\"", "\\", "\n", "-", "a", "0x", ".", "é", "[[", "]]", "--", "\\z", "\u{0}"]
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let tokens = LuaLexer.tokens(of: text, comments: true)
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
            #expect(tokens.allSatisfy { !$0.range.isEmpty })
        }
    }
}
