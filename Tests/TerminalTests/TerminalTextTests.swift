import Terminal
import Testing

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("lab-a-01", "lab-a-01"),
        ("\u{1B}[2J\u{1B}]0;title\u{07}", "<ESC>[2J<ESC>]0;title<BEL>"),
        ("a\rb\u{08}", "a<CR>b<BS>"),
        ("\u{9B}31m", "<0x9B>31m"),
        ("pc\u{202E}cp", "pc<U+202E>cp"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("Zoë 日本 ☃", "Zoë 日本 ☃"),
    ])
    func `Leaves text alone and makes orders to the terminal readable`(_ text: String, _ shown: String) {
        #expect(TerminalText.harmless(text) == shown)
    }

    @Test func `Puts several lines on one`() {
        #expect(TerminalText.oneLine("a\nb\r\nc\td") == "a b c d")
    }

    @Test(arguments: [
        ("", ""), ("abcde", "abcde"),
        ("abcdef", "abcde… (letters more: 1)"), ("äöüß日本", "äöüß日… (letters more: 1)"),
    ])
    func `Cuts what would flood the terminal and says how much is missing`(_ text: String, _ shown: String) {
        #expect(TerminalText.cut(text, to: 5) == shown)
    }
}
