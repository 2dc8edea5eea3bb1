/// Value of a row whose class has no type of its own, as the server gave it.
public enum DataValue: Hashable, Codable, Sendable {
    /// JSON's null.
    case null
    /// Yes or no; FOG writes most of its flags as the texts `1`, `0` and nothing.
    case bool(Bool)
    /// Whole number.
    case integer(Int)
    /// Number with a fraction, or one that is too large for a whole number.
    case number(Double)
    /// Text without HTML escapes.
    case text(String)
    /// Several values.
    case list([DataValue])
    /// Values by name, in the server's order.
    case map([Member])
    /// A value that is kept back; reading it takes a call of its own.
    case secret

    /// One name of a map with its value.
    public struct Member: Hashable, Codable, Sendable {
        /// Name, as the server writes it.
        public var name: String
        /// Value of it.
        public var value: DataValue

        /// Makes a member.
        public init(_ name: String, _ value: DataValue) {
            self.name = name
            self.value = value
        }
    }
}

extension DataValue {
    /// Gives the value of a name; nil where this is no map or has no such name.
    public subscript(name: String) -> DataValue? {
        guard case .map(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Text, or a number or flag in the form in which FOG writes it as text; nil for the rest.
    public var text: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): flag ? "1" : "0"
        case .null, .list, .map, .secret: nil
        }
    }

    /// Whole number, also where the server writes it as text; nil for the rest.
    public var integer: Int? {
        switch self {
        case .integer(let number): number
        case .text(let text): Int(text)
        default: nil
        }
    }
}

extension DataValue: CustomStringConvertible {
    /// Value in the manner of JSON, on one line; a secret says only that it is one.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let flag): String(flag)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .text(let text): text.debugDescription
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .map(let members):
            "{" + members.map { "\($0.name.debugDescription): \($0.value)" }.joined(separator: ", ") + "}"
        case .secret: "(secret)"
        }
    }
}
