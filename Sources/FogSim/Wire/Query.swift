/// Query of a request's target, decoded as PHP does.
struct Query: Sendable {
    /// Pairs in the order in which they were sent, as sent.
    private let pairs: [(name: Substring, text: Substring)]

    /// Reads what follows the `?`.
    init(_ text: Substring) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (parts[0], parts.count == 2 ? parts[1] : "")
        }
    }

    /// Last value of a name, decoded; `nil` where it was not sent.
    subscript(name: String) -> String? {
        pairs.last { Self.decode($0.name) == name }.map { Self.decode($0.text) }
    }

    /// The same query as sent, but for the names given.
    func without(_ names: Set<String>) -> [String] {
        pairs.filter { !names.contains(Self.decode($0.name)) }.map { "\($0.name)=\($0.text)" }
    }

    /// Decodes `%41` and `+`; what is no such stays as it is.
    static func decode(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
