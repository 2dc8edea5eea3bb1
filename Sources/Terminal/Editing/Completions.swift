/// What could stand at the cursor.
package struct Completions: Hashable, Sendable {
    /// Part of the input that a candidate replaces, by places of characters.
    package var range: Range<Int>
    /// Texts that could stand there, in the order in which they are shown.
    package var candidates: [String]
    /// What follows the only candidate, as a quotation mark or a bracket.
    package var suffix: String

    /// Makes completions.
    package init(range: Range<Int>, candidates: [String], suffix: String = "") {
        (self.range, self.candidates, self.suffix) = (range, candidates, suffix)
    }
}

extension LineEditor {
    /// Takes what could stand at the cursor: puts in what all candidates have in common, and shows them where that is
    /// no more than what is there.
    ///
    /// - Parameter completions: candidates for the input as it is now.
    /// - Returns: a bell where there is none.
    package mutating func offer(_ completions: Completions) -> [Event] {
        let range = completions.range
        guard let first = completions.candidates.first, range.upperBound <= buffer.characters.count else {
            return end(.none, [.bell])
        }
        // What the first and the last of the alphabet begin with, all between them do.
        let common = (completions.candidates.min() ?? first).commonPrefix(with: completions.candidates.max() ?? first)
        let isOnly = completions.candidates.count == 1
        let text = isOnly ? first + completions.suffix : common
        if text != buffer.text(range), isOnly || text.count >= range.count {
            log.keep(buffer, isTyping: false)
            buffer.replace(range, with: text)
        }
        if !isOnly, text.count <= range.count { menu = completions.candidates }
        return end(.none)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map { $0.0 })
    }
}
