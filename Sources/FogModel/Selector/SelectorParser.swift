/// Reads selectors: terms with commas between them, `!` before one that takes away, `"` around names with commas.
package struct SelectorParser {
    /// Words that may stand before a colon.
    package static let kinds: [String] = ["group", "image", "mac", "id"]

    private let letters: [Character]
    private var place = 0

    private init(_ text: String) {
        self.letters = Array(text)
    }

    /// Reads a whole selector.
    ///
    /// - Throws: ``FogError`` with `invalid_argument`, its message naming the offending place, counted from 1.
    fileprivate static func parse(_ text: String) throws(FogError) -> [Selector.Term] {
        var parser = SelectorParser(text)
        var terms: [Selector.Term] = []
        repeat {
            terms.append(try parser.term())
        } while parser.take(",")
        return terms
    }

    private mutating func term() throws(FogError) -> Selector.Term {
        skipBlanks()
        let isExcluded = take("!")
        skipBlanks()
        let start = place
        if let name = try quotedName() { return Selector.Term(.name(Glob(name)), isExcluded: isExcluded) }
        guard let kind = takeKind() else {
            let name = plainText()
            if name.isEmpty { throw fault("expects a name", at: start) }
            return Selector.Term(.name(Glob(name)), isExcluded: isExcluded)
        }
        return Selector.Term(try match(kind), isExcluded: isExcluded)
    }

    private mutating func match(_ kind: String) throws(FogError) -> Selector.Match {
        skipBlanks()
        let start = place
        let value = try quotedName() ?? plainText()
        if value.isEmpty { throw fault("expects something after \"\(kind):\"", at: start) }
        switch kind {
        case "group": return .group(Glob(value))
        case "image": return .image(Glob(value))
        case "id":
            guard let number = Int(value), let id = HostID(number) else {
                throw fault("expects the number of a host after \"id:\", not \"\(value)\"", at: start)
            }
            return .id(id)
        default:
            let digits = value.filter { !":-.".contains($0) }.lowercased()
            guard digits.allSatisfy(\.isHexDigit), (1...12).contains(digits.count) else {
                throw fault("expects a MAC address or its beginning after \"mac:\", not \"\(value)\"", at: start)
            }
            return .mac(digits)
        }
    }

    /// Takes a kind and its colon; leaves a name that merely holds a colon alone.
    private mutating func takeKind() -> String? {
        for kind in Self.kinds where letters[place...].starts(with: kind + ":", by: { $0.lowercased() == String($1) }) {
            place += kind.count + 1
            return kind
        }
        return nil
    }

    /// Takes a name in quotes; two quotes stand for one.
    private mutating func quotedName() throws(FogError) -> String? {
        let start = place
        guard take("\"") else { return nil }
        var name = ""
        while place < letters.count {
            let letter = letters[place]
            place += 1
            if letter != "\"" {
                name.append(letter)
            } else if take("\"") {
                name.append("\"")
            } else {
                skipBlanks()
                if place < letters.count, letters[place] != "," { throw fault("expects a comma", at: place) }
                if name.isEmpty { throw fault("expects a name between the quotes", at: start) }
                return name
            }
        }
        throw fault("finds no closing quote", at: start)
    }

    private mutating func plainText() -> String {
        let start = place
        while place < letters.count, letters[place] != "," { place += 1 }
        var text = letters[start..<place]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private mutating func skipBlanks() {
        while place < letters.count, letters[place] == " " { place += 1 }
    }

    private mutating func take(_ letter: Character) -> Bool {
        guard place < letters.count, letters[place] == letter else { return false }
        place += 1
        return true
    }

    private func fault(_ what: String, at place: Int) -> FogError {
        FogError(
            .invalidArgument,
            "selector \"\(String(letters))\" \(what) at character \(place + 1)",
            hint: "write names, globs, group:NAME, image:NAME, mac:PREFIX or id:NUMBER, with commas between them"
        )
    }
}

extension Selector {
    /// Reads a selector.
    ///
    /// - Parameter text: as in `group:Lab A,!lab-a-07`.
    /// - Throws: ``FogError`` with `invalid_argument`, its message naming the offending place, counted from 1.
    public init(_ text: String) throws(FogError) {
        self.init(try SelectorParser.parse(text))
    }
}
