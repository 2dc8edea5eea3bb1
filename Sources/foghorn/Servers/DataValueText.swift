package import FogModel

/// Writes what a server said as JSON for people: over several lines, in the server's order.
package enum DataValueText {
    /// Text without a final line feed; a secret that was kept back is the text `(secret)`.
    package static func pretty(_ value: DataValue) -> String {
        var text = ""
        write(value, to: &text, indent: "")
        return text
    }

    private static func write(_ value: DataValue, to text: inout String, indent: String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += String(number)
        case .text(let string): text += quoted(string)
        case .secret: text += quoted("(secret)")
        case .list(let values):
            block("[", "]", values, to: &text, indent) { value, text, indent in write(value, to: &text, indent: indent)
            }
        case .map(let members):
            block("{", "}", members, to: &text, indent) { member, text, indent in
                text += quoted(member.name) + ": "
                write(member.value, to: &text, indent: indent)
            }
        }
    }

    private static func block<Element>(
        _ open: String,
        _ close: String,
        _ elements: [Element],
        to text: inout String,
        _ indent: String,
        _ write: (Element, inout String, String) -> Void
    ) {
        guard !elements.isEmpty else {
            text += open + close
            return
        }
        let deeper = indent + "  "
        text += open + "\n"
        for (place, element) in elements.enumerated() {
            text += deeper
            write(element, &text, deeper)
            text += place < elements.count - 1 ? ",\n" : "\n"
        }
        text += indent + close
    }

    /// Origin: RFC 8259, section 7.
    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\" + String(scalar)
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
