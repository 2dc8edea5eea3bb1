/// A name in which `*` stands for any letters and `?` for one, compared without case as the server compares names.
public struct Glob: Hashable, Sendable, CustomStringConvertible {
    /// Pattern as written.
    public let description: String
    /// Letters in lower case; several `*` in a row say no more than one.
    private let letters: [Character]

    /// Takes a pattern; every text is one.
    public init(_ pattern: String) {
        description = pattern
        var letters: [Character] = []
        for letter in pattern.lowercased() where letter != "*" || letters.last != "*" { letters.append(letter) }
        self.letters = letters
    }

    /// Whether the pattern names exactly one text.
    public var isExact: Bool { !letters.contains { $0 == "*" || $0 == "?" } }

    /// Tells whether a name fits.
    ///
    /// Takes time proportional to the product of both lengths at most.
    public func matches(_ name: String) -> Bool { matches(folded: Array(name.lowercased())) }

    /// Tells whether a name fits.
    ///
    /// - Parameter name: its letters in lower case.
    /// - Returns: whether the whole name fits.
    package func matches(folded name: [Character]) -> Bool {
        var here = 0
        var place = 0
        var star: (pattern: Int, letter: Int)?
        while place < name.count {
            if here < letters.count, letters[here] == "*" {
                star = (here, place)
                here += 1
            } else if here < letters.count, letters[here] == "?" || letters[here] == name[place] {
                here += 1
                place += 1
            } else if let last = star {
                star = (last.pattern, last.letter + 1)
                here = last.pattern + 1
                place = last.letter + 1
            } else {
                return false
            }
        }
        return letters[here...].allSatisfy { $0 == "*" }
    }
}
