/// A value on its way into a message.
enum Node {
    case none
    case flag(Bool)
    /// 0 and up.
    case natural(UInt64)
    /// Below 0: -1 less this number.
    case negative(UInt64)
    case number(Double)
    case text(String)
    case list(NodeList)
    case map(NodeMap)
    /// A value that writes itself.
    case part(any MessagePart)

    /// Takes any whole number.
    init(_ integer: some FixedWidthInteger) {
        self = integer < 0 ? .negative(UInt64(-1 - Int64(integer))) : .natural(UInt64(integer))
    }
}

/// A list that containers still add to.
final class NodeList {
    var items: [Node] = []
}

/// A map that containers still add to.
final class NodeMap {
    private(set) var entries: [(key: String, value: Node)] = []

    func add(_ key: String, _ value: Node) { entries.append((key, value)) }
}

/// Kinds of values in a message: the upper three bits of the first byte.
enum Kind: UInt8 {
    /// Number 0 is nothing, 1 no, 2 yes.
    case simple = 0
    case natural = 1
    case negative = 2
    case text = 3
    case list = 4
    case map = 5
    /// Floating-point number; its eight bytes follow, the highest first.
    case number = 6

    /// Number that says that the number follows.
    static let long: UInt8 = 31
}

/// Numbers of the kind ``Kind/simple``.
enum Simple {
    static let none: UInt64 = 0
    static let no: UInt64 = 1
    static let yes: UInt64 = 2
}
