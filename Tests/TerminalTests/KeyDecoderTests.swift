import Terminal
import TestSupport
import Testing

@Suite struct KeyDecoderTests {
    @Test(arguments: [
        ("a", [Key.character("a")]), ("ü", [.character("ü")]), ("日本", [.character("日"), .character("本")]),
        ("\u{1}", [.control("a")]), ("\u{1F}", [.control("_")]), ("\u{0}", [.control("@")]), ("\r", [.named(.enter)]),
        ("\n", [.control("j")]), ("\t", [.named(.tab)]), ("\u{7F}", [.named(.backspace)]), ("\u{8}", [.control("h")]),
        ("\u{1B}[A", [.named(.up)]), ("\u{1B}OB", [.named(.down)]), ("\u{1B}[H", [.named(.home)]),
        ("\u{1B}[4~", [.named(.end)]), ("\u{1B}[3~", [.named(.delete)]), ("\u{1B}[1;5C", [.named(.right, .control)]),
        ("\u{1B}[1;3D", [.named(.left, .meta)]), ("\u{1B}[3;5~", [.named(.delete, .control)]),
        ("\u{1B}[Z", [.named(.backTab)]), ("\u{1B}b", [.meta("b")]), ("\u{1B}\r", [.named(.enter, .meta)]),
        ("\u{1B}\u{7F}", [.named(.backspace, .meta)]), ("\u{1B}[99~x", [.character("x")]),
        ("\u{1B}[200~a\rb\r\nc\u{1B}[31m\u{7}\u{1B}[201~d", [.paste("a\nb\nc[31m"), .character("d")]),
        ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ])
    func `Knows a key`(_ bytes: String, _ keys: [Key]) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(Array(bytes.utf8)) == keys)
        // The same byte by byte.
        #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == keys)
        #expect(!decoder.isUndecided)
    }

    @Test func `Gives an Escape only where nothing follows`() {
        var decoder = KeyDecoder()

        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.isUndecided)
        #expect(decoder.flush() == [.named(.escape)])
        #expect(decoder.decode([0x1B, 0x1B]) == [.named(.escape)])
        #expect(decoder.flush() == [.named(.escape)])
        #expect(!decoder.isUndecided)
    }

    @Test func `Gives up a paste whose end never comes at a Control-C that comes alone`() {
        var decoder = KeyDecoder()

        #expect(decoder.decode(Array("\u{1B}[200~lost".utf8)) == [])
        #expect(decoder.decode(Array("\u{3}os.exit()\r".utf8)) == [])
        #expect(decoder.decode([0x03]) == [.control("c")])
        #expect(decoder.decode(Array("q".utf8)) == [.character("q")])
    }

    @Test func `Survives any bytes, and reads on behind them`() {
        var dice = Dice(seed: 20)
        for _ in 0..<2_000 {
            var decoder = KeyDecoder()
            let noise = (0..<dice.number(below: 60)).map { _ in UInt8(dice.number(below: 256)) }
            _ = decoder.decode(noise)
            _ = decoder.decode(Array("\u{1B}[201~~~~~\u{1B}".utf8))
            _ = decoder.flush()
            #expect(decoder.decode(Array("q".utf8)).last == .character("q"), "\(noise)")
        }
    }
}
