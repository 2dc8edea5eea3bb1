import FogModel
package import FogSession
import Terminal

/// Prints what went wrong with a chunk: what, the line with a caret, and what to do now.
package struct FaultPrinter: Sendable {
    private let width: Int
    private let palette: Palette

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - width: columns of the terminal; fewer than 20 count as 20.
    ///   - palette: colours.
    package init(width: Int, palette: Palette = .plain) {
        self.width = max(20, width)
        self.palette = palette
    }

    /// Prints that a text is no Lua.
    ///
    /// - Parameters:
    ///   - fault: what the parser said.
    ///   - text: text that was typed.
    /// - Returns: lines without line feeds.
    package func lines(_ fault: SyntaxFault, in text: String) -> [String] {
        [head(fault.message)] + excerpt(fault.line, fault.column, of: text)
    }

    /// Prints why a chunk has failed.
    ///
    /// - Parameters:
    ///   - failure: what the session said.
    ///   - chunk: name of the chunk, as in `prompt:3`.
    ///   - text: its text.
    /// - Returns: lines without line feeds.
    package func lines(_ failure: ScriptFailure, in chunk: String, _ text: String) -> [String] {
        var lines = [head(failure.message)]
        // A chunk of one line needs no excerpt: it stands above.
        if let line = failure.line, failure.source == chunk, text.contains(where: \.isNewline) {
            lines += excerpt(line, nil, of: text)
        }
        if let hint = failure.error?.hint, !failure.message.contains(hint) {
            lines.append("hint: " + TerminalText.oneLine(hint))
        }
        return lines
    }

    private func head(_ message: String) -> String {
        palette.paint("error:", .error) + " " + TerminalText.harmless(message)
    }

    private func excerpt(_ number: Int, _ column: Int?, of text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(number - 1) else { return [] }
        let margin = "  \(number) | "
        let line = TerminalText.oneLine(String(lines[number - 1]))
        let room = max(10, width - margin.count)
        guard let column, column >= 1 else { return [margin + cut(line, to: room)] }
        let place = TextWidth.columns(TerminalText.oneLine(String(lines[number - 1].prefix(column - 1))))
        guard place < room else { return [margin + cut(line, to: room)] }
        return [
            margin + cut(line, to: room),
            String(repeating: " ", count: margin.count + place) + palette.paint("^", .error),
        ]
    }

    private func cut(_ line: String, to room: Int) -> String {
        TextWidth.columns(line) > room ? TextWidth.fit(line, to: room) : line
    }
}
