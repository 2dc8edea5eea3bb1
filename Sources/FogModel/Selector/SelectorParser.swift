/// Reads selectors: terms with commas between them, `!` before one that takes away, quotes around odd names.
///
/// It looks at scalars and not at characters: a mark that joins a comma or a quote to one character changes nothing.
struct SelectorParser {
    /// Words that stand before a colon.
    static let keys: [String] = ["group", "image", "mac", "id", "serial", "state"]
    /// Word that stands before `<` or `>`.
    static let imaged = "imaged"
    /// Condition without a value.
    static let never = "never-imaged"

    /// Most terms, so that looking at all hosts of a large site stays a matter of seconds; who has more has a list.
    static let mostTerms = 1_000
    /// Most letters of a name: no column of FOG's that holds one is longer.
    static let longestName = 255

    /// Most bytes of the whole text: what so many terms with so long names come to, and more than any person writes.
    static let longestText = 1 << 20

    let letters: [Unicode.Scalar]
    private(set) var place = 0

    private init(_ text: String) {
        letters = Array(text.unicodeScalars)
    }

    /// Reads a whole selector.
    static func parse(_ text: String) throws(SelectorFault) -> [Selector.Term] {
        if text.utf8.count > longestText {
            let problem = "it is \(text.utf8.count) bytes long, and \(longestText) are the most"
            throw SelectorFault(problem, at: 0, hint: "give a list of hosts instead")
        }
        var parser = SelectorParser(text)
        parser.skipBlanks()
        if parser.next == nil { throw SelectorFault("there is no term", at: 0) }
        var terms: [Selector.Term] = []
        repeat {
            if terms.count == mostTerms {
                let hint = "give a list of hosts instead"
                throw SelectorFault("there are more than \(mostTerms) terms", at: parser.place, hint: hint)
            }
            terms.append(try parser.term())
        } while parser.take(",")
        return terms
    }

    // MARK: - Terms

    private mutating func term() throws(SelectorFault) -> Selector.Term {
        skipBlanks()
        if next == nil { throw SelectorFault("a term is missing after the comma", at: place) }
        if next == "," { throw SelectorFault("a term is missing before the comma", at: place) }
        let isExcluded = take("!")
        skipBlanks()
        if isExcluded, next == nil || next == "," {
            throw SelectorFault("a term is missing after the !", at: place)
        }
        if isExcluded, next == "!" {
            let hint = "one ! takes away; a name that begins with ! has to be in quotes"
            throw SelectorFault("a second ! stands here", at: place, hint: hint)
        }
        return Selector.Term(try match(), isExcluded: isExcluded)
    }

    private mutating func match() throws(SelectorFault) -> Selector.Match {
        if next == "\"" { return .name(Glob(try quoted().text)) }
        let start = place
        let head = word(until: Self.special)
        switch next {
        case ":":
            place += 1
            return try match(key: head, at: start)
        case "<", ">": return try imaged(head, at: start)
        case "=":
            throw SelectorFault("= has no meaning here", at: place, hint: Self.hint(insteadOf: head))
        case "\"": throw strayQuote()
        default: return try bare(head, at: start)
        }
    }

    /// Letters that end a name or a key.
    private static let special: Set<Unicode.Scalar> = [",", ":", "<", ">", "=", "\""]

    private func bare(_ head: String, at start: Int) throws(SelectorFault) -> Selector.Match {
        if head.lowercased() == Self.never { return .neverImaged }
        if Self.resemblesNever(head) {
            let hint = "did you mean \"\(Self.never)\"? the name of a host would have to be in quotes"
            throw SelectorFault("no condition \"\(head)\"", at: start, hint: hint)
        }
        return .name(Glob(try checked(Piece(text: head, start: start)).text))
    }

    /// Whether a name is so near to the condition that it must be a slip of the pen.
    private static func resemblesNever(_ name: String) -> Bool {
        let folded = name.lowercased().filter { !"-_ ".contains($0) }
        return Suggestion.closest(to: folded, among: ["neverimaged"]) != nil
    }

    /// Whether a name is read as itself without quotes.
    static func isPlainName(_ name: String) -> Bool {
        isPlainValue(name) && !name.unicodeScalars.contains(where: special.contains)
            && name.unicodeScalars.first != "!" && !resemblesNever(name)
    }

    /// Whether a text after a key is read as itself without quotes.
    static func isPlainValue(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        return !isBlank(first) && !isBlank(last) && !text.unicodeScalars.contains { $0 == "," || $0 == "\"" }
    }

    // MARK: - Letters

    /// Text between two places, without the quotes.
    struct Piece {
        let text: String
        /// Place of its first letter.
        let start: Int
    }

    /// Letter at which the parser stands; nil at the end.
    var next: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard next == letter else { return false }
        place += 1
        return true
    }

    mutating func skipBlanks() {
        while let letter = next, Self.isBlank(letter) { place += 1 }
    }

    private static func isBlank(_ letter: Unicode.Scalar) -> Bool { letter.properties.isWhitespace }

    /// Takes what stands before one of some letters, without blanks at its end.
    mutating func word(until ends: Set<Unicode.Scalar>) -> String {
        let start = place
        while let letter = next, !ends.contains(letter) { place += 1 }
        var taken = letters[start..<place]
        while let last = taken.last, Self.isBlank(last) { taken.removeLast() }
        return Self.text(taken)
    }

    /// Takes the value after a key: in quotes, or up to the comma.
    mutating func value(after key: String) throws(SelectorFault) -> Piece {
        skipBlanks()
        if next == "\"" { return try quoted() }
        let start = place
        let text = word(until: [",", "\""])
        if next == "\"" { throw strayQuote() }
        if text.isEmpty { throw SelectorFault("nothing follows \"\(key)\"", at: start) }
        return try checked(Piece(text: text, start: start))
    }

    private func checked(_ piece: Piece) throws(SelectorFault) -> Piece {
        guard piece.text.unicodeScalars.count > Self.longestName else { return piece }
        throw SelectorFault("this is longer than any name: \(Self.longestName) letters", at: piece.start)
    }

    /// Takes a text in quotes; two quotes in it stand for one.
    private mutating func quoted() throws(SelectorFault) -> Piece {
        let start = place
        place += 1
        var taken: [Unicode.Scalar] = []
        while let letter = next {
            place += 1
            if letter != "\"" {
                taken.append(letter)
            } else if take("\"") {
                taken.append("\"")
            } else {
                if taken.isEmpty { throw SelectorFault("nothing stands between the quotes", at: start) }
                skipBlanks()
                if let letter = next, letter != "," { throw SelectorFault("a comma is missing", at: place) }
                return try checked(Piece(text: Self.text(taken), start: start + 1))
            }
        }
        throw SelectorFault("the quote is not closed", at: start, hint: "a quote in a name is written twice")
    }

    private func strayQuote() -> SelectorFault {
        SelectorFault(
            "a quote stands in the middle",
            at: place,
            hint: "put the whole name in quotes; a quote in it is written twice"
        )
    }

    private static func text(_ letters: some Sequence<Unicode.Scalar>) -> String {
        var view = "".unicodeScalars
        view.append(contentsOf: letters)
        return String(view)
    }
}
