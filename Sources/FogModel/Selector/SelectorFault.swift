/// What is wrong with the text of a selector, and where.
public struct SelectorFault: Error, Hashable, Sendable {
    /// What is wrong, without the place.
    public let problem: String
    /// Place of the offending letter among the text's scalars, from 1; one more than there are for something missing at
    /// the end.
    public let column: Int
    /// What to write; nil where nothing more can be said.
    public let hint: String?

    init(_ problem: String, at place: Int, hint: String? = nil) {
        self.problem = problem
        column = place + 1
        self.hint = hint
    }

    /// Letters of a long selector that are shown on either side of the place.
    private static let reach = 40

    /// Words the fault as an error of one line, with code `invalid_argument`.
    ///
    /// - Parameter text: text that was read.
    /// - Returns: the error, with a hint in any case.
    public func error(in text: String) -> FogError {
        FogError(
            .invalidArgument,
            "selector \"\(excerpt(of: text).shown)\", at column \(column): \(problem)",
            hint: hint ?? "terms are \(SelectorGrammar.summary)"
        )
    }

    /// Shows the place: the text, or what is near the place in a long one, and below it a caret.
    ///
    /// - Parameter text: text that was read.
    /// - Returns: two lines.
    public func pointer(in text: String) -> String {
        let (shown, caret) = excerpt(of: text)
        return shown + "\n" + String(repeating: " ", count: caret) + "^"
    }

    /// - Returns: what is shown of the text, and how many characters stand before the place.
    private func excerpt(of text: String) -> (shown: String, caret: Int) {
        let view = text.unicodeScalars
        // What lies beyond is not shown: a script's text of megabytes need not be looked through.
        let end = view.index(view.startIndex, offsetBy: column + 3 * Self.reach, limitedBy: view.endIndex)
        // Control characters would move the caret, and the terminal's cursor.
        let letters = view[..<(end ?? view.endIndex)].map { $0.properties.generalCategory == .control ? " " : $0 }
        let place = min(column - 1, letters.count)
        let isLong = letters.count > 3 * Self.reach
        let range = isLong ? max(0, place - Self.reach)..<min(letters.count, place + Self.reach) : 0..<letters.count
        let start = range.lowerBound > 0 ? "…" : ""
        let before = start + Self.text(letters[range.lowerBound..<place])
        let after = Self.text(letters[place..<range.upperBound]) + (range.upperBound < letters.count ? "…" : "")
        return (before + after, before.count)
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var view = "".unicodeScalars
        view.append(contentsOf: letters)
        return String(view)
    }
}
