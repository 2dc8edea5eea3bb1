import FogBroker
import FogREPL
import Glibc
import Synchronization
import Terminal

/// A prompt without drawing: piped input, a dumb terminal, or code on the command line.
final class PlainFront: PromptFront {
    let isLive = false
    /// Whether a person sits before it.
    let isAttended: Bool
    let lines: LineReader
    private let inputs = Mutex<[String]>([])
    private let progress = Mutex(RunProgress())
    private let output = OutputFile.standard
    private let errors = OutputFile.error

    /// Takes where lines come from.
    init(_ lines: LineReader) {
        self.lines = lines
        isAttended = OperatorQuestion.isPersonThere
    }

    var columns: Int { output.isTerminal ? output.size.columns : 100 }
    var history: [String] { inputs.withLock(\.self) }

    /// Notes an input for `:history`.
    func note(input: String) { inputs.withLock { $0.append(input) } }

    func show(_ lines: [String]) {
        if !lines.isEmpty { output.write(lines.joined(separator: "\n") + "\n") }
    }

    func show(printed text: String) { output.show(text) }

    func note(_ lines: [String]) {
        if !lines.isEmpty { errors.write(lines.joined(separator: "\n") + "\n") }
    }

    func show(_ event: BrokerEvent) {
        if let line = progress.withLock({ $0.take(event) }) { errors.write(line + "\n") }
    }

    func show(live lines: [String]) {}

    func ask(_ question: String) async -> Bool {
        guard isAttended else {
            errors.write(TerminalText.harmless(question) + "\nfoghorn: nobody is there to answer; add --yes to agree\n")
            return false
        }
        errors.write(TerminalText.harmless(question) + "\nType yes to go on: ")
        while let line = await lines.next() {
            switch line.lowercased() {
            case "y", "yes": return true
            case "n", "no", "": return false
            default: errors.write("Type yes or no: ")
            }
        }
        return false
    }

    func fill(_ text: String) {}
    func clear() {}

    func leaveTerminal<Value: Sendable>(
        _ action: @Sendable () async throws -> Value
    ) async rethrows -> Value {
        try await action()
    }
}
