/// Reads JSON from bytes, one value at a time, without building what nobody asks for.
///
/// The caller says what it expects and skips the rest; invalid UTF-8 becomes U+FFFD, anything that is no JSON a
/// ``JSONFault``. Nothing here traps, whatever the bytes: answers come from servers that may be broken or hostile.
package struct JSONReader {
    /// How many objects and arrays may lie within each other.
    ///
    /// FOG's deepest answer, a task, has five; the limit keeps hostile nesting off the stack.
    package static let maximumDepth = 64

    /// How many values of an answer may be kept that lie in lists within its rows, or in rows without a type.
    ///
    /// A hostile server fits a hundred million into the largest answer that is read, and each takes several times the
    /// memory that it took in the answer. Ten thousand hosts with all that goes with them are 1.5 million.
    package static let mostValues = 2_000_000

    /// Text that is read.
    package let bytes: [UInt8]
    /// Offset of the next byte.
    package private(set) var place: Int = 0
    /// Whether texts that people read come HTML-escaped; see ``Dialect/escapesTexts``.
    package var decodesEntities: Bool = true
    private var depth = 0
    private var kept = 0

    /// Starts at the first byte, after a byte order mark if there is one.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// Skips blanks and gives the byte that follows; nil at the end.
    package mutating func next() -> UInt8? {
        while place < bytes.count {
            let byte = bytes[place]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            place += 1
        }
        return nil
    }

    /// Makes the error for the present place: the answer is cut where no byte is left.
    package func fault(_ reason: String) -> JSONFault {
        place < bytes.count
            ? JSONFault(.malformed, reason, at: place)
            : JSONFault(.cut, "it ends after \(bytes.count) bytes", at: bytes.count)
    }

    /// Checks that nothing but blanks is left.
    package mutating func finish() throws(JSONFault) {
        if next() != nil { throw fault("there is text after the end") }
    }

    /// Notes that one more value is kept whose number no table of fields limits.
    ///
    /// - Throws: ``JSONFault`` where they are more than ``mostValues``.
    mutating func keep() throws(JSONFault) {
        kept += 1
        if kept > Self.mostValues { throw rowFault("it holds more than \(Self.mostValues) values") }
    }

    // MARK: - Objects and arrays

    /// Reads an object.
    ///
    /// - Parameter body: takes the value of each member from the reader, or skips it.
    /// - Throws: ``JSONFault`` where it is no object, and what the body throws.
    package mutating func members(
        _ body: (inout JSONReader, JSONText) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try open(UInt8(ascii: "{"), "an object")
        var isFirst = true
        while try more(&isFirst, until: UInt8(ascii: "}")) {
            let name = try memberName()
            try body(&self, name)
        }
        depth -= 1
    }

    /// Reads the first members of an object.
    ///
    /// - Parameter body: takes the value of each member and tells whether to go on; where it stops, this reader stands
    ///   in the middle of the object and is of no further use.
    /// - Throws: ``JSONFault`` where it is no object, and what the body throws.
    mutating func firstMembers(
        _ body: (inout JSONReader, JSONText) throws(JSONFault) -> Bool
    ) throws(JSONFault) {
        try open(UInt8(ascii: "{"), "an object")
        var isFirst = true
        while try more(&isFirst, until: UInt8(ascii: "}")) {
            let name = try memberName()
            guard try body(&self, name) else { return }
        }
        depth -= 1
    }

    private mutating func memberName() throws(JSONFault) -> JSONText {
        guard next() == UInt8(ascii: "\"") else { throw fault("a name is expected") }
        let name = try text()
        guard next() == UInt8(ascii: ":") else { throw fault("a colon is expected") }
        place += 1
        return name
    }

    /// Reads an array, or the values of an object.
    ///
    /// PHP writes a list with a gap as an object whose names are the numbers of its rows.
    ///
    /// - Parameter body: takes each value from the reader, or skips it.
    /// - Throws: ``JSONFault`` where it is no array, and what the body throws.
    package mutating func elements(_ body: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
        if next() == UInt8(ascii: "{") {
            return try members { (reader, _) throws(JSONFault) in try body(&reader) }
        }
        try open(UInt8(ascii: "["), "an array")
        var isFirst = true
        while try more(&isFirst, until: UInt8(ascii: "]")) { try body(&self) }
        depth -= 1
    }

    private mutating func open(_ bracket: UInt8, _ what: String) throws(JSONFault) {
        guard next() == bracket else { throw fault("\(what) is expected") }
        place += 1
        depth += 1
        if depth > Self.maximumDepth { throw fault("it is nested more than \(Self.maximumDepth) deep") }
    }

    /// Goes to the next member or element; false past the closing bracket.
    private mutating func more(_ isFirst: inout Bool, until bracket: UInt8) throws(JSONFault) -> Bool {
        if next() == bracket {
            place += 1
            return false
        }
        if !isFirst {
            guard next() == UInt8(ascii: ",") else { throw fault("a comma is expected") }
            place += 1
        }
        isFirst = false
        return true
    }

    // MARK: - Single values

    /// Finds the end of a string without copying it.
    package mutating func text() throws(JSONFault) -> JSONText {
        guard next() == UInt8(ascii: "\"") else { throw fault("a text is expected") }
        var here = place + 1
        var hasEscapes = false
        var hasEntities = false
        while here < bytes.count {
            switch bytes[here] {
            case UInt8(ascii: "\""):
                let text = JSONText(place + 1, here, hasEscapes: hasEscapes, hasEntities: hasEntities)
                place = here + 1
                return text
            case UInt8(ascii: "\\"):
                hasEscapes = true
                here += 2
            case UInt8(ascii: "&"):
                hasEntities = true
                here += 1
            default:
                here += 1
            }
        }
        place = bytes.count
        throw fault("")
    }

    /// Takes `true`, `false` or `null`; nil is the last.
    package mutating func word() throws(JSONFault) -> Bool? {
        switch next() {
        case UInt8(ascii: "t"): try take("true")
        case UInt8(ascii: "f"): try take("false")
        default: try take("null")
        }
        return bytes[place - 2] == UInt8(ascii: "u") ? true : bytes[place - 2] == UInt8(ascii: "s") ? false : nil
    }

    private mutating func take(_ word: StaticString) throws(JSONFault) {
        for letter in word.description.utf8 {
            guard place < bytes.count, bytes[place] == letter else { throw fault("a value is expected") }
            place += 1
        }
    }

    /// Finds the end of a number without computing it.
    package mutating func number() throws(JSONFault) -> JSONText {
        let start = place
        while place < bytes.count, Self.isNumeric(bytes[place]) { place += 1 }
        if start == place { throw fault("a value is expected") }
        return JSONText(start, place, hasEscapes: false, hasEntities: false)
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// Passes over one value of any kind.
    ///
    /// Brackets and strings are matched; what lies between them is not looked at.
    package mutating func skip() throws(JSONFault) {
        switch next() {
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try skipNested()
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): _ = try word()
        default: _ = try number()
        }
    }

    private mutating func skipNested() throws(JSONFault) {
        place = try Self.end(ofNestedAt: place, bytes.span, levels: Self.maximumDepth - depth)
    }

    /// Finds the place after the bracket that closes an object or an array.
    private static func end(
        ofNestedAt start: Int,
        _ bytes: Span<UInt8>,
        levels most: Int
    ) throws(JSONFault) -> Int {
        // One bit a level, 1 for an object: the limit of depth is the width of the word.
        var kinds: UInt64 = 0
        var levels = 0
        var here = start
        while here < bytes.count {
            let byte = bytes[here]
            here += 1
            switch byte {
            case UInt8(ascii: "\""):
                here = end(ofTextAt: here, bytes)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                kinds = kinds << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
                levels += 1
                if levels > most {
                    throw JSONFault(.malformed, "it is nested more than \(maximumDepth) deep", at: here)
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard (byte == UInt8(ascii: "}")) == (kinds & 1 == 1) else {
                    throw JSONFault(.malformed, "brackets do not match", at: here)
                }
                kinds >>= 1
                levels -= 1
                if levels == 0 { return here }
            default: break
            }
        }
        throw JSONFault(.cut, "it ends after \(bytes.count) bytes", at: bytes.count)
    }

    /// Finds the place after the quote that ends a text; past the end where there is none.
    private static func end(ofTextAt start: Int, _ bytes: Span<UInt8>) -> Int {
        var here = start
        while here < bytes.count {
            let byte = bytes[here]
            if byte == UInt8(ascii: "\"") { return here + 1 }
            here += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return here
    }
}
