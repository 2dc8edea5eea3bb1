/// Value of one column of one row, as the database keeps it.
enum Cell: Sendable, Hashable {
    case null
    case integer(Int)
    case text(String)

    /// Text as the database would print it, empty for null.
    var string: String {
        switch self {
        case .null: ""
        case .integer(let number): String(number)
        case .text(let text): text
        }
    }

    /// Whole number as the database would cast it: leading digits of a text, else 0.
    var number: Int {
        switch self {
        case .null: 0
        case .integer(let number): number
        case .text(let text): Self.leadingInteger(text)
        }
    }

    /// Whether PHP takes this for true.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .integer(let number): number != 0
        case .text(let text): !text.isEmpty && text != "0"
        }
    }

    /// Reads the digits at the start of `text`, 0 where there are none, as MariaDB and PHP do.
    static func leadingInteger(_ text: String) -> Int {
        let trimmed = text.drop { $0 == " " || $0 == "\t" }
        let sign = trimmed.first == "-" ? -1 : 1
        let digits = trimmed.drop { $0 == "-" || $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
        return JSON.clamped(Double(sign) * (Double(digits) ?? 0))
    }
}
