/// An input that worked.
package struct SavedInput: Hashable, Sendable {
    /// Number of its chunk.
    package var number: Int
    /// Text.
    package var text: String
    /// Whether it gave a value.
    package var isExpression: Bool
    /// Columns of the table as which its value was shown; nil where it was none.
    package var columns: [String]?
    /// Those of them that are times.
    package var times: Set<String> = []

    /// Makes an input.
    package init(number: Int, text: String, isExpression: Bool, columns: [String]? = nil) {
        self.number = number
        self.text = text
        self.isExpression = isExpression
        self.columns = columns
    }
}
