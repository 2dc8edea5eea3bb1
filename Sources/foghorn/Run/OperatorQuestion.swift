import FogOperations
import Glibc

/// Asks the person at the terminal before something is changed.
struct OperatorQuestion: Sendable {
    /// Who answers.
    enum Answerer: Sendable {
        /// Every question is answered yes: `--yes`, or a simulated server.
        case agreed
        /// The person at the terminal.
        case person
        /// Nobody is there.
        case nobody
    }

    /// Whether somebody can read a question and type an answer.
    static var isPersonThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    var answerer: Answerer
    /// Server's address, named in the question.
    var address: String
    /// Writes to the terminal.
    var output: OutputFile

    /// Asks.
    ///
    /// - Parameter question: what is about to be done.
    /// - Returns: whether it may be done.
    @concurrent func ask(_ question: Confirmation) async -> Bool {
        switch answerer {
        case .agreed:
            return true
        case .nobody:
            output.write("foghorn: nobody is there to answer; add --yes to agree\n" + text(question) + "\n")
            return false
        case .person:
            output.write(text(question) + "\nType yes to go on: ")
            return Self.readYes()
        }
    }

    /// Reads an answer; whether it is yes.
    static func readYes() -> Bool {
        readLine().map { $0.lowercased() == "yes" || $0.lowercased() == "y" } ?? false
    }

    private func text(_ question: Confirmation) -> String {
        let count = question.hostCount.map { " (\($0) \($0 == 1 ? "host" : "hosts"))" } ?? ""
        return "On \(address)\(count): " + TerminalText.harmless(question.question)
    }
}
