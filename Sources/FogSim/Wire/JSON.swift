/// JSON value of a request's body.
indirect enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// Number as written.
    case number(String)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// Value of a key as PHP's `isset` sees it: `nil` where it is absent or null.
    subscript(key: String) -> JSON? {
        guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
        return value
    }

    /// Elements of an array; anything else is an array of itself.
    var elements: [JSON] {
        switch self {
        case .array(let elements): elements
        case .object(let members): members.sorted { $0.key < $1.key }.map(\.value)
        default: [self]
        }
    }

    /// Text that PHP hands to the database.
    var phpString: String {
        switch self {
        case .null, .bool(false): ""
        case .bool(true): "1"
        case .number(let text), .string(let text): text
        case .array, .object: ""
        }
    }

    /// Whole number that the database makes of it.
    var phpInteger: Int {
        switch self {
        case .number(let text): Self.clamped(Double(text) ?? 0)
        case .bool(let flag): flag ? 1 : 0
        case .string(let text): Cell.leadingInteger(text)
        case .null, .array, .object: 0
        }
    }

    /// Rounds a number and keeps it within a column of four bytes, as MariaDB does.
    static func clamped(_ number: Double) -> Int {
        number.isNaN ? 0 : Int(min(max(number.rounded(), Double(Int32.min)), Double(Int32.max)))
    }

    /// Whether PHP takes it for true.
    var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let flag): flag
        case .number(let text): Double(text) != 0
        case .string(let text): !text.isEmpty && text != "0"
        case .array(let elements): !elements.isEmpty
        case .object: true
        }
    }
}
