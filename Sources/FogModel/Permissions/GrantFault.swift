/// What is wrong with the text of a grant, and where.
public struct GrantFault: Error, Hashable, Sendable {
    /// What is wrong, without the place.
    public let problem: String
    /// Place of the offending letter among the text's scalars, from 1.
    public let column: Int
    /// What to write.
    public let hint: String

    init(_ problem: String, at place: Int, hint: String) {
        self.problem = problem
        column = place + 1
        self.hint = hint
    }

    /// Words the fault as an error of one line, with code `invalid_argument`.
    ///
    /// - Parameter text: text that was read.
    /// - Returns: the error.
    public func error(in text: String) -> FogError {
        let shown = pointer(in: text).split(separator: "\n").first ?? ""
        return FogError(.invalidArgument, "grant \"\(shown)\", at column \(column): \(problem)", hint: hint)
    }

    /// Shows the place: the text, and below it a caret.
    public func pointer(in text: String) -> String {
        SelectorFault(problem, at: column - 1).pointer(in: text)
    }
}
