/// Words as a shell takes them: blanks part them, quotes and backslashes keep them together.
enum ShellWords {
    /// All words; an open quote reaches to the end.
    static func all(of text: String) -> [String] {
        var words: [String] = []
        var rest = text
        while let (word, more) = first(of: rest) {
            words.append(word)
            rest = more
        }
        return words
    }

    /// The first word and what follows it; nil where there is none.
    static func first(of text: String) -> (word: String, rest: String)? {
        var letters = text.drop(while: \.isWhitespace)
        if letters.isEmpty { return nil }
        var word = ""
        var quote: Character?
        while let letter = letters.popFirst() {
            if letter == quote {
                quote = nil
            } else if quote == nil, letter == "\"" || letter == "'" {
                quote = letter
            } else if quote == nil, letter.isWhitespace {
                break
            } else if letter == "\\", quote != "'", let next = letters.popFirst() {
                word.append(next)
            } else {
                word.append(letter)
            }
        }
        return (word, String(letters.drop(while: \.isWhitespace)))
    }
}
