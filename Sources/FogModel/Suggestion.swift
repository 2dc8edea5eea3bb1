/// Finds the word that somebody meant.
public enum Suggestion {
    /// Most bytes of a word that anybody misspelt; a script's text of megabytes is compared with nothing.
    private static let longest = 256

    /// Finds the closest of some words to one that fits none.
    ///
    /// - Parameters:
    ///   - word: what was written.
    ///   - words: what may be written, in any order.
    /// - Returns: the first of those that are equally near, compared without case; nil where none is near: more than
    ///   a third of the letters differ, or the word is longer than 256 bytes.
    public static func closest(to word: String, among words: some Sequence<String>) -> String? {
        all(near: word, among: words).first
    }

    /// Words the suggestions as a hint, as in `did you mean "host" or "hosts"?`; nil where none is near.
    ///
    /// Names the first four of those that are equally near.
    public static func hint(for word: String, among words: some Sequence<String>) -> String? {
        let near = all(near: word, among: words).prefix(4).map { "\"\($0)\"" }
        guard let last = near.last else { return nil }
        let others = near.dropLast().joined(separator: ", ")
        return others.isEmpty ? "did you mean \(last)?" : "did you mean \(others) or \(last)?"
    }

    /// Finds all words that are equally near, compared without case, each once: none has more than a third of the
    /// letters changed.
    private static func all(near word: String, among words: some Sequence<String>) -> [String] {
        guard word.utf8.count <= longest else { return [] }
        let wanted = Array(word.lowercased().unicodeScalars)
        let allowed = max(1, wanted.count / 3)
        var best: (words: [String], distance: Int) = ([], .max)
        for candidate in words {
            let letters = Array(candidate.lowercased().unicodeScalars)
            guard abs(letters.count - wanted.count) <= allowed else { continue }
            let distance = distance(wanted, letters)
            if distance <= allowed, distance < best.distance { best = ([], distance) }
            if distance == best.distance, !best.words.contains(candidate) { best.words.append(candidate) }
        }
        return best.words
    }

    /// Counts the insertions, deletions, replacements and swaps of neighbours between two words.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for (column, candidate) in other.enumerated() {
                var cost = min(last[column + 1] + 1, next[column] + 1, last[column] + (letter == candidate ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == candidate {
                    cost = min(cost, before[column - 1] + 1)
                }
                next.append(cost)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
