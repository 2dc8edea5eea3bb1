/// SQL's `LIKE`: `%` is anything, `_` one letter, case does not count.
enum Pattern {
    static func matches(_ text: String, like pattern: String) -> Bool {
        matches(Array(text.lowercased().unicodeScalars), Array(pattern.lowercased().unicodeScalars))
    }

    /// Matches greedily and goes back to the last `%` on a mismatch, so that no pattern takes long.
    private static func matches(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
        var position = 0
        var next = 0
        var star: (pattern: Int, text: Int)?
        while position < text.count {
            if next < pattern.count, pattern[next] == "%" {
                star = (next, position)
                next += 1
            } else if next < pattern.count, pattern[next] == "_" || pattern[next] == text[position] {
                next += 1
                position += 1
            } else if let last = star {
                next = last.pattern + 1
                position = last.text + 1
                star = (last.pattern, position)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == "%" }
    }
}
