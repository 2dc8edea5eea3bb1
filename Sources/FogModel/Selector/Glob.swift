/// A name in which `*` stands for any letters and `?` for one, compared without case as the server compares names.
public struct Glob: Hashable, Codable, Sendable, CustomStringConvertible {
    /// Pattern as written.
    public let description: String

    /// Takes a pattern; every text is one.
    public init(_ pattern: String) {
        self.description = pattern
    }

    /// Whether the pattern names exactly one text.
    public var isExact: Bool { !description.contains { $0 == "*" || $0 == "?" } }

    /// Tells whether a name fits.
    ///
    /// Takes time proportional to the lengths' product at most.
    public func matches(_ name: String) -> Bool {
        let pattern = Array(description.lowercased())
        let letters = Array(name.lowercased())
        var here = 0
        var place = 0
        var star: (pattern: Int, letter: Int)?
        while place < letters.count {
            if here < pattern.count, pattern[here] == "*" {
                star = (here, place)
                here += 1
            } else if here < pattern.count, pattern[here] == "?" || pattern[here] == letters[place] {
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
        return pattern[here...].allSatisfy { $0 == "*" }
    }
}
