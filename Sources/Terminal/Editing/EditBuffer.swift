/// A text that is being edited, of one line or several, and where in it the cursor stands.
package struct EditBuffer: Hashable, Sendable {
    /// Text, one element for each character that people see; lines end with a line feed.
    package private(set) var characters: [Character] = []
    /// Place of the cursor: before the character of that number, from 0 to the count.
    package private(set) var cursor = 0

    /// Makes an empty buffer.
    package init() {}

    /// Makes a buffer with the cursor at the end, or at a place that fits.
    package init(_ text: String, cursor: Int = .max) {
        // To Swift a carriage return with its line feed is one character, and no line feed.
        characters = Array(text.contains("\r\n") ? text.replacing("\r\n", with: "\n") : text)
        self.cursor = min(max(0, cursor), characters.count)
    }

    /// The whole text.
    package var text: String { String(characters) }
    /// Whether there is nothing.
    package var isEmpty: Bool { characters.isEmpty }
    /// Text before the cursor.
    package var textBeforeCursor: String { String(characters[..<cursor]) }
    /// Text of a part.
    package func text(_ range: Range<Int>) -> String { String(characters[range]) }

    // MARK: - Places

    /// Places from the beginning of the cursor's line to its end, without the line feed.
    package var line: Range<Int> { line(at: cursor) }
    /// Whether the cursor stands in the first line.
    package var isInFirstLine: Bool { line.lowerBound == 0 }
    /// Whether the cursor stands in the last line.
    package var isInLastLine: Bool { line.upperBound == characters.count }

    private func line(at place: Int) -> Range<Int> {
        let start = characters[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return start..<(characters[place...].firstIndex(of: "\n") ?? characters.count)
    }

    /// Place after the next word, as readline has it: letters and digits make words.
    package var nextWordEnd: Int {
        let start = characters[cursor...].firstIndex(where: \.isWordPart) ?? characters.count
        return characters[start...].firstIndex { !$0.isWordPart } ?? characters.count
    }

    /// Place before the word that the cursor stands in or behind.
    package var wordStart: Int { start(of: \.isWordPart) }

    /// Place before what blanks part from the rest.
    package var blankedStart: Int { start { !$0.isWhitespace } }

    private func start(of isPart: (Character) -> Bool) -> Int {
        guard let last = characters[..<cursor].lastIndex(where: isPart) else { return 0 }
        return characters[...last].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    }

    // MARK: - Moving

    /// Moves the cursor to a place that fits.
    package mutating func move(to place: Int) {
        cursor = min(max(0, place), characters.count)
    }

    /// Moves the cursor some lines up or down, and as far to the right as before where the line is long enough.
    ///
    /// - Returns: false where there is no such line, and the cursor stays.
    package mutating func moveLine(by step: Int) -> Bool {
        let column = cursor - line.lowerBound
        let target: Range<Int>
        if step < 0 {
            guard line.lowerBound > 0 else { return false }
            target = line(at: line.lowerBound - 1)
        } else {
            guard line.upperBound < characters.count else { return false }
            target = line(at: line.upperBound + 1)
        }
        cursor = min(target.lowerBound + column, target.upperBound)
        return true
    }

    // MARK: - Changing

    /// Inserts a text before the cursor; what combines with the character there becomes part of it.
    package mutating func insert(_ text: String) {
        guard let last = characters[..<cursor].last, !text.isEmpty else {
            characters.insert(contentsOf: text, at: cursor)
            cursor += text.count
            return
        }
        let joined = Array(String(last) + text)
        characters.replaceSubrange((cursor - 1)..<cursor, with: joined)
        cursor += joined.count - 1
    }

    /// Replaces a part; the cursor stands behind it then.
    package mutating func replace(_ range: Range<Int>, with text: String) {
        characters.removeSubrange(range)
        cursor = range.lowerBound
        insert(text)
    }

    /// Removes a part.
    ///
    /// - Returns: what was removed.
    package mutating func remove(_ range: Range<Int>) -> String {
        let removed = text(range)
        characters.removeSubrange(range)
        if cursor >= range.upperBound {
            cursor -= range.count
        } else if cursor > range.lowerBound {
            cursor = range.lowerBound
        }
        return removed
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}
