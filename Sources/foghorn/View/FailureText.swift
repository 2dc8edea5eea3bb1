import FogModel
import FogOperations
package import FogSession
import Terminal

/// Words a script's failure for the person who has to act.
package enum FailureText {
    /// Most letters of a message that are shown: a script can fail with a text of megabytes.
    private static let longestMessage = 10_000
    /// Most letters of a script's line that are shown: a file without line feeds is one line.
    private static let longestLine = 500

    /// Words a failure: what happened, the line of the script, what to do, and the way there.
    ///
    /// - Parameters:
    ///   - failure: what the session said.
    ///   - source: script that was run.
    /// - Returns: some lines without a final line feed.
    package static func lines(_ failure: ScriptFailure, source: ScriptSource) -> String {
        var lines = ["error: " + TerminalText.cut(failure.message, to: longestMessage)]
        if isMeantForOperator(failure) || isAnswer(failure) { return lines[0] }
        let module = source.modules.first { isName(failure.source, of: $0.file) }
        if let number = failure.line, failure.source == nil || isName(failure.source, of: source.name) || module != nil,
            let text = line(number, of: module?.text ?? source.text)
        {
            lines.append("  \(number) | " + TerminalText.cut(text, to: longestLine))
        }
        if let hint = failure.error?.hint, !failure.message.contains(hint) { lines.append("hint: " + hint) }
        // Frames of C tell a script's author nothing, and a single frame only what the message says.
        let frames = failure.traceback.split(separator: "\n").filter { !$0.contains("[C]:") }.dropFirst()
        if frames.count > 1 { lines += ["called from:"] + frames.map(String.init) }
        return lines.joined(separator: "\n")
    }

    /// Whether the script ended with words of its own choice, as by `error("2 hosts not done", 0)`: the place in the script
    /// would tell whoever runs it nothing.
    private static func isMeantForOperator(_ failure: ScriptFailure) -> Bool {
        guard failure.kind == .script, failure.error == nil, let line = failure.line else { return false }
        // Lua shortens the name of a file that is long, and words an error that is no text in parentheses.
        return !failure.message.contains(":\(line):") && !failure.message.hasPrefix("(")
    }

    /// Whether the operator's own answer has ended the script: no error of the script, so its lines have no place there.
    private static func isAnswer(_ failure: ScriptFailure) -> Bool {
        let asking = SessionOperation.confirm(Confirmation(question: "", hostCount: nil)).name
        return failure.error?.code == .denied && failure.error?.operation == asking
    }

    /// Whether Lua shows a file's name so: the end of it, after three dots, where it is long.
    private static func isName(_ shown: String?, of file: String) -> Bool {
        guard let shown else { return false }
        return shown == file || shown.hasPrefix("...") && file.hasSuffix(shown.dropFirst(3))
    }

    private static func line(_ number: Int, of text: String) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }
}
