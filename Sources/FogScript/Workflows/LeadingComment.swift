/// The block of `---` lines at the head of a script, which says what it does.
enum LeadingComment {
    /// Reads the block.
    ///
    /// - Parameters:
    ///   - text: script.
    ///   - summary: the workflow's summary; a first paragraph that says the same is left out.
    /// - Returns: paragraphs with an empty line between them, lines of commands as they stand behind four blanks; nil where
    ///   nothing is left.
    static func details(in text: String, summary: String) -> String? {
        var paragraphs: [String] = []
        var isNew = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if paragraphs.isEmpty, isNew, line.hasPrefix("#!") { continue }
            guard line.hasPrefix("---"), !line.hasPrefix("---@") else { break }
            let isCommand = line.hasPrefix("---     ")
            let words =
                isCommand
                ? String(line.dropFirst(4))
                : line.dropFirst(3).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.allSatisfy(\.isWhitespace) {
                isNew = true
            } else if isNew {
                paragraphs.append(words)
                isNew = false
            } else {
                paragraphs[paragraphs.count - 1] += (isCommand ? "\n" : " ") + words
            }
        }
        if paragraphs.first == summary { paragraphs.removeFirst() }
        return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
    }
}
