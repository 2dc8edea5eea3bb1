import FogAPI
import Terminal

/// Words a finding for a person.
enum FindingText {
    /// One line, and what to do on a second one.
    static func lines(_ finding: Finding) -> String {
        let mark = finding.level.rawValue
        let start = mark + String(repeating: " ", count: max(0, 4 - mark.count)) + "  "
        let message = start + TerminalText.oneLine(finding.message)
        return finding.advice.map { message + "\n      -> " + TerminalText.oneLine($0) } ?? message
    }
}
