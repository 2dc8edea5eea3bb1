import Foundation

/// Runs inputs that come as lines, or as texts on the command line.
struct PlainLoop {
    let session: PromptSession
    let front: PlainFront
    let history: HistoryFile

    /// Runs texts, one after the other, until one fails.
    func run(_ texts: [String]) async -> ExitCode {
        for text in texts {
            switch await session.run(text) {
            case .goesOn: continue
            case .leave: return .success
            case .failed(let code): return code
            }
        }
        return .success
    }

    /// Runs what is typed or piped in.
    ///
    /// Piped input ends with the first input that fails: what follows it was written for a state that is not there.
    func run() async -> ExitCode {
        var text = ""
        await prompt(isFirst: true)
        while let line = await front.lines.next() {
            text += text.isEmpty ? line : "\n" + line
            guard await session.isComplete(text) else {
                await prompt(isFirst: false)
                continue
            }
            let input = text
            text = ""
            front.note(input: input)
            if front.isAttended { history.add(input) }
            switch await session.run(input) {
            case .leave: return .success
            case .failed(let code) where !front.isAttended: return code
            case .goesOn, .failed: await prompt(isFirst: true)
            }
        }
        guard text.allSatisfy(\.isWhitespace) else {
            front.note(["error: the input ends in the middle of:", text])
            return .scriptError
        }
        if front.isAttended { front.show([""]) }
        return .success
    }

    private func prompt(isFirst: Bool) async {
        guard front.isAttended else { return }
        OutputFile.standard.write(isFirst ? await session.label + "> " : "... ")
    }
}
