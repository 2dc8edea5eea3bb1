import FogOperations
import Foundation
import Glibc
import Terminal

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
            output.write(
                Self.text(question, address: address) + "\nfoghorn: nobody is there to answer; add --yes to agree\n"
            )
            return false
        case .person:
            output.write(Self.text(question, address: address) + "\nType yes to go on: ")
            return await Self.readYes(output)
        }
    }

    /// Reads an answer; whether it is yes.
    ///
    /// What is neither yes nor no is asked again, the end of the input is no.
    /// Cancelling the calling task ends it at once with no. The thread that reads waits on, for a program that is about to
    /// end.
    static func readYes(_ output: OutputFile) async -> Bool {
        let (answers, told) = AsyncStream.makeStream(of: Bool.self)
        Thread.detachNewThread {
            told.yield(readAnswer(output))
            told.finish()
        }
        for await answer in answers { return answer }
        return false
    }

    private static func readAnswer(_ output: OutputFile) -> Bool {
        while let line = readLine() {
            switch line.lowercased() {
            case "y", "yes": return true
            case "n", "no", "": return false
            default: output.write("Type yes or no: ")
            }
        }
        return false
    }

    /// Words a question, harmless for a terminal.
    static func text(_ question: Confirmation, address: String) -> String {
        let count = question.hostCount.map { " (\($0) \($0 == 1 ? "host" : "hosts"))" } ?? ""
        return "On \(address)\(count): " + TerminalText.harmless(question.question)
    }
}
