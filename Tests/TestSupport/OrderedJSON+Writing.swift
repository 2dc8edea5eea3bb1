extension OrderedJSON {
    /// JSON as a FOG 1.5 server puts it on the wire.
    ///
    /// PHP writes it indented by four blanks, escapes `/` and leaves letters outside ASCII as they are; then FOG
    /// replaces each run of blanks and line ends by the last of them.
    package var wire: String { write(indent: "\n") }

    private func write(indent: String) -> String {
        let inner = indent == "\n" ? " " : indent
        switch self {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let digits): return digits
        case .string(let text): return Self.quoted(text)
        case .array(let elements) where elements.isEmpty: return "[]"
        case .object(let members) where members.isEmpty: return "{}"
        case .array(let elements):
            return "[ " + elements.map { $0.write(indent: inner) }.joined(separator: ", ") + indent + "]"
        case .object(let members):
            let fields = members.map { Self.quoted($0.key) + ": " + $0.value.write(indent: inner) }
            return "{ " + fields.joined(separator: ", ") + indent + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "/": result += "\\/"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
