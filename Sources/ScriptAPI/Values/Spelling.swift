/// Finds the word that somebody meant, as FogModel does too: neither tower may import the other.
package enum Spelling {
    /// Most bytes of a word that anybody misspelt; a script's text of megabytes is compared with nothing.
    private static let longest = 256

    /// Words a suggestion, as in `did you mean "wake"?`.
    ///
    /// - Parameters:
    ///   - word: what was written.
    ///   - words: what may be written.
    /// - Returns: nil where none is near: more than a third of the letters differ, or the word is longer than 256 bytes.
    package static func hint(for word: String, among words: [String]) -> String? {
        guard word.utf8.count <= longest else { return nil }
        let wanted = Array(word.lowercased())
        let allowed = max(1, wanted.count / 3)
        let near = words.map { ($0, distance(wanted, Array($0.lowercased()))) }.filter { $0.1 <= allowed }
        return near.min { $0.1 < $1.1 }.map { "did you mean \"\($0.0)\"?" }
    }

    /// Counts the insertions, deletions, replacements and swaps of neighbours between two words.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
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
