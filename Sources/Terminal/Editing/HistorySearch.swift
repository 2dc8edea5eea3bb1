/// A search through what was entered before, while it is typed.
struct HistorySearch: Sendable {
    /// What is looked for.
    var wanted = ""
    /// Where it was found; nil for nowhere yet.
    var found: Int?
    /// -1 for older, 1 for newer.
    var step: Int
    /// Whether what is looked for is nowhere.
    var isFailing = false
    /// What the buffer held when the search began.
    let before: EditBuffer
    /// Where somebody was in the history then.
    let history: InputHistory

    /// Words in the place of the prompt.
    var prompt: String {
        "(\(isFailing ? "failing " : "")\(step < 0 ? "reverse" : "forward") search)'\(wanted)': "
    }
}
