import FogSession
import Terminal

/// Values of one line.
struct ScalarText {
    /// Writes an instant in seconds since 1970 as people read it.
    let time: @Sendable (Double) -> String

    /// Writes a value as a cell of a table or the value of a field shows it: texts as they stand, nothing for nil.
    func cell(_ value: ShownValue, isTime: Bool) -> String {
        switch value {
        case .none: ""
        case .integer(let number) where isTime: time(Double(number))
        case .number(let number) where isTime: time(number)
        case .text(let text): TerminalText.oneLine(text.text) + (text.isCut ? "…" : "")
        case .table(let table) where table.entryCount == 0 && table.list.count == table.listCount:
            table.list.map { cell($0, isTime: false) }.joined(separator: " ")
        default: self.text(value) ?? "…"
        }
    }

    /// Writes a value as Lua would read it, as far as it has such a form; nil for what takes several lines.
    func text(_ value: ShownValue) -> String? {
        switch value {
        case .none: "nil"
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): Self.text(number)
        case .text(let text): Self.quoted(text)
        case .object(let object): TerminalText.oneLine(object.line)
        case .function(let name): name.map { "function " + TerminalText.oneLine($0) } ?? "function"
        case .other(let type): TerminalText.oneLine(type)
        case .repeated(let up): up == 1 ? "{the table around it}" : "{the table \(up) levels up}"
        case .deeper(let count): "{… \(count) \(count == 1 ? "entry" : "entries")}"
        case .rows, .table: nil
        }
    }

    private static func text(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        return String(number)
    }

    private static func quoted(_ text: ShownText) -> String {
        var result = "\""
        for letter in text.text {
            switch letter {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n", "\r\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.append(letter)
            }
        }
        return TerminalText.harmless(result) + (text.isCut ? "…\" (\(text.size) bytes)" : "\"")
    }
}
