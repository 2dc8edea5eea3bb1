/// A pattern of Lua's that a whole text has to fit.
///
/// It is checked in two places: by the host, which has no Lua, so that a bad answer can be asked again, and in the session.
/// Captures, `%b` and `%f` are refused; what is left is matched in time linear in the text, whatever the pattern.
///
/// Origin: Lua 5.4 manual, section 6.4.1; letters count as in the "C" locale.
package struct TextPattern: Hashable, Sendable {
    /// Why a pattern cannot be used, in words.
    package struct Fault: Error, Hashable {
        /// As in `ends with %`.
        package var words: String
    }

    private enum Count: Hashable { case one, optional, many }

    private struct Item: Hashable {
        var bytes: Set<UInt8>
        var count: Count
    }

    private var items: [Item] = []

    /// Reads a pattern; `^` at its beginning and `$` at its end are allowed and change nothing.
    ///
    /// - Throws: ``Fault`` for what is no pattern, or one that is not taken here.
    package init(_ pattern: String) throws(Fault) {
        var rest = Array(pattern.utf8)[...]
        if rest.first == UInt8(ascii: "^") { rest.removeFirst() }
        while let byte = rest.first {
            if byte == UInt8(ascii: "$"), rest.count == 1 { break }
            let bytes = try Self.single(&rest)
            var count = Count.one
            switch rest.first {
            case UInt8(ascii: "?"): count = .optional
            case UInt8(ascii: "*"), UInt8(ascii: "-"): count = .many
            case UInt8(ascii: "+"):
                items.append(Item(bytes: bytes, count: .one))
                count = .many
            default: break
            }
            if let mark = rest.first, "?*-+".utf8.contains(mark) { rest.removeFirst() }
            items.append(Item(bytes: bytes, count: count))
        }
    }

    /// Whether a whole text fits.
    package func fits(_ text: String) -> Bool {
        var places = reach([0])
        for byte in text.utf8 {
            var next: Set<Int> = []
            for place in places where place < items.count && items[place].bytes.contains(byte) {
                next.insert(items[place].count == .many ? place : place + 1)
            }
            if next.isEmpty { return false }
            places = reach(next)
        }
        return places.contains(items.count)
    }

    /// Adds the places that are reached without a byte.
    private func reach(_ places: Set<Int>) -> Set<Int> {
        var all = places
        for start in places {
            var place = start
            while place < items.count, items[place].count != .one {
                place += 1
                all.insert(place)
            }
        }
        return all
    }

    // MARK: - Reading

    private static func single(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> Set<UInt8> {
        guard let byte = rest.popFirst() else { throw Fault(words: "ends too early") }
        switch byte {
        case UInt8(ascii: "."): return Set(UInt8.min...UInt8.max)
        case UInt8(ascii: "%"): return try escaped(&rest)
        case UInt8(ascii: "["): return try set(&rest)
        case UInt8(ascii: "("), UInt8(ascii: ")"): throw Fault(words: "has a capture, of which nothing would come")
        default: return [byte]
        }
    }

    private static func escaped(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> Set<UInt8> {
        guard let byte = rest.popFirst() else { throw Fault(words: "ends with %") }
        let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        guard isLetter || isDigit else { return [byte] }
        guard let members = classes[byte | 0x20], isLetter else {
            let sign = Character(Unicode.Scalar(byte))
            throw Fault(words: "has %\(sign), which is not taken here")
        }
        return byte & 0x20 != 0 ? members : Set(UInt8.min...UInt8.max).subtracting(members)
    }

    private static func set(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> Set<UInt8> {
        var members: Set<UInt8> = []
        let isComplement = rest.first == UInt8(ascii: "^")
        if isComplement { rest.removeFirst() }
        var isFirst = true
        while true {
            guard let byte = rest.popFirst() else { throw Fault(words: "has a [ without its ]") }
            if byte == UInt8(ascii: "]"), !isFirst { break }
            isFirst = false
            if byte == UInt8(ascii: "%") {
                members.formUnion(try escaped(&rest))
            } else if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first, end != UInt8(ascii: "]") {
                rest.removeFirst(2)
                if byte <= end { members.formUnion(byte...end) }
            } else {
                members.insert(byte)
            }
        }
        return isComplement ? Set(UInt8.min...UInt8.max).subtracting(members) : members
    }

    private static let classes: [UInt8: Set<UInt8>] = {
        let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
        let small = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
        let capital = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))
        let letters = small.union(capital)
        let graphic = Set(UInt8(0x21)...UInt8(0x7E))
        return [
            UInt8(ascii: "a"): letters, UInt8(ascii: "d"): digits, UInt8(ascii: "l"): small,
            UInt8(ascii: "u"): capital, UInt8(ascii: "w"): letters.union(digits), UInt8(ascii: "g"): graphic,
            UInt8(ascii: "s"): Set(UInt8(0x09)...UInt8(0x0D)).union([0x20]),
            UInt8(ascii: "c"): Set(UInt8(0x00)...UInt8(0x1F)).union([0x7F]),
            UInt8(ascii: "p"): graphic.subtracting(letters).subtracting(digits),
            UInt8(ascii: "x"): digits.union("abcdefABCDEF".utf8),
        ]
    }()
}
