import FogModel
import FogSession

/// What `:sim` can be told.
package enum SimulatorOrder: Hashable, Sendable {
    /// Go to the simulated server.
    case enter
    /// Put the clock forward, by seconds.
    case advance(Int)
    /// Let something go wrong from now on, as a rule says.
    case fault(String)
    /// Let nothing go wrong any more.
    case noFaults
    /// Begin anew.
    case reset
    /// Show the computers.
    case hosts

    /// First words.
    static let words: [String] = ["advance", "fault", "hosts", "reset"]

    /// Forms with their meaning.
    static let forms: [(usage: String, summary: String)] = [
        ("advance TIME", "let simulated time pass, as in 2h or 90s"),
        ("fault RULE", "let something go wrong, as in crash p=0.1; 'foghorn help sim' tells all"),
        ("fault none", "let nothing go wrong any more"),
        ("reset", "begin anew, as if nothing had been done"),
        ("hosts", "what the simulated computers do"),
    ]

    /// Reads what follows `:sim`.
    ///
    /// - Throws: ``PromptFault``.
    package init(_ text: String) throws(PromptFault) {
        let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        let rest = parts.count > 1 ? parts[1] : ""
        switch (parts.first ?? "", rest) {
        case ("", _): self = .enter
        case ("advance", let time):
            guard let seconds = DurationText.seconds(time), (1...30 * 86_400).contains(seconds) else {
                throw PromptFault(":sim advance takes a time of at most 30 days, as in 2h, 15m or 90s, not \"\(time)\"")
            }
            self = .advance(seconds)
        case ("fault", "none"): self = .noFaults
        case ("fault", let rule) where !rule.isEmpty: self = .fault(rule)
        case ("fault", _): throw PromptFault(":sim fault takes a rule, as in crash p=0.1, or none")
        case ("reset", ""): self = .reset
        case ("hosts", ""): self = .hosts
        case (let word, _):
            throw PromptFault(
                ":sim takes no \"\(text)\"",
                hint: Suggestion.hint(for: word, among: Self.words) ?? "there are advance, fault, hosts and reset"
            )
        }
    }
}

/// A command that does not hold.
package struct PromptFault: Error, Hashable, Sendable {
    /// What is wrong.
    package var message: String
    /// What to do; nil where that is plain.
    package var hint: String?

    /// Makes a fault.
    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    /// Both in one text.
    package var text: String { message + (hint.map { "; " + $0 } ?? "") }
}
