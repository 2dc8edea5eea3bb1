import LuaSyntax

/// Names as Lua takes them without quotes.
enum LuaName {
    /// Whether a text is a name.
    ///
    /// Origin: Lua 5.4 manual, section 3.1.
    static func holds(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), !LuaKeywords.all.contains(text) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) || byte == UInt8(ascii: "_")
    }
}
