/// JSON value that keeps the order of keys and the spelling of numbers.
///
/// Recordings are compared with it, since the order of keys belongs to what FOG answers; Foundation's readers lose it.
package indirect enum OrderedJSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// Number as written, such as `42` or `0.1`.
    case number(String)
    case string(String)
    case array([OrderedJSON])
    case object([Member])

    /// One key of an object with its value.
    package struct Member: Sendable, Equatable {
        package let key: String
        package let value: OrderedJSON

        package init(key: String, value: OrderedJSON) {
            self.key = key
            self.value = value
        }
    }

    /// Value of a key, `nil` where this is no object or has no such key.
    package subscript(key: String) -> OrderedJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// Element of an array, `nil` where this is no array or is shorter.
    package subscript(index: Int) -> OrderedJSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// Text of a string, `nil` for anything else.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// Whole number of a number or of a string of digits (FOG's other typing), `nil` for anything else.
    package var integer: Int? {
        switch self {
        case .number(let digits), .string(let digits): Int(digits)
        default: nil
        }
    }

    /// Keys of an object in order, empty for anything else.
    package var keys: [String] {
        if case .object(let members) = self { members.map(\.key) } else { [] }
    }

    /// Elements of an array, empty for anything else.
    package var elements: [OrderedJSON] {
        if case .array(let elements) = self { elements } else { [] }
    }
}
