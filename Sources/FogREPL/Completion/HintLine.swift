package import FogSession
import Terminal

/// One line that tells of the call whose arguments are being written.
package enum HintLine {
    /// Words it.
    ///
    /// - Parameters:
    ///   - call: what is known of the call.
    ///   - width: columns of the terminal.
    /// - Returns: signature, and the argument that is being written; cut where it is too wide.
    package static func text(_ call: CallHint, width: Int) -> String {
        let argument =
            call.option ?? call.active.flatMap { call.parameters.indices.contains($0) ? call.parameters[$0] : nil }
        let about =
            argument.map { "\($0.name): \($0.help.isEmpty ? $0.type : $0.type + ", " + $0.help)" } ?? call.summary
        // What is being written matters most: it comes first where both do not fit.
        let whole = call.signature + "   " + about
        let line = TextWidth.columns(whole) <= width ? whole : about
        return TerminalText.oneLine(TextWidth.columns(line) <= width ? line : TextWidth.fit(line, to: max(1, width)))
    }
}
