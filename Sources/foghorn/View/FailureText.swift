import FogModel
package import FogSession

/// Words a script's failure for the person who has to act.
package enum FailureText {
    /// Words a failure: what happened, the line of the script, what to do, and the way there.
    ///
    /// - Parameters:
    ///   - failure: what the session said.
    ///   - source: script that was run.
    /// - Returns: some lines without a final line feed.
    package static func lines(_ failure: ScriptFailure, source: ScriptSource) -> String {
        var lines = ["error: " + failure.message]
        if let number = failure.line, failure.source == nil || failure.source == source.name,
            let text = line(number, of: source.text)
        {
            lines.append("  \(number) | \(text)")
        }
        if let hint = failure.error?.hint, !failure.message.contains(hint) { lines.append("hint: " + hint) }
        // Frames of C tell a script's author nothing, and a single frame only what the message says.
        let frames = failure.traceback.split(separator: "\n").filter { !$0.contains("[C]:") }.dropFirst()
        if frames.count > 1 { lines += ["called from:"] + frames.map(String.init) }
        return lines.joined(separator: "\n")
    }

    private static func line(_ number: Int, of text: String) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }
}
