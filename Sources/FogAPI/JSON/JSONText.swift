/// Place of a string or a number in the bytes of a ``JSONReader``, without the quotes.
package struct JSONText {
    /// Offset of the first byte.
    package let start: Int
    /// Offset after the last byte.
    package let end: Int
    /// Whether a backslash is in it.
    package let hasEscapes: Bool
    /// Whether an ampersand is in it, and so perhaps an HTML entity.
    package let hasEntities: Bool

    init(_ start: Int, _ end: Int, hasEscapes: Bool, hasEntities: Bool) {
        self.start = start
        self.end = end
        self.hasEscapes = hasEscapes
        self.hasEntities = hasEntities
    }

    /// Whether nothing stands between the quotes.
    package var isEmpty: Bool { start == end }
}

extension JSONReader {
    /// Gives a text as a string; bytes that are no UTF-8 become U+FFFD.
    ///
    /// - Parameters:
    ///   - text: place of the text.
    ///   - html: whether HTML entities are decoded, once, where the server writes them.
    /// - Returns: the text.
    package func string(_ text: JSONText, html: Bool = false) -> String {
        let isDecoded = html && decodesEntities && text.hasEntities
        guard text.hasEscapes || isDecoded else {
            return String(decoding: bytes[text.start..<text.end], as: UTF8.self)
        }
        var plain = text.hasEscapes ? unescaped(text) : Array(bytes[text.start..<text.end])
        if isDecoded { plain = HTMLText.decoded(plain) }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Gives a whole number; nil where the text is none or does not fit.
    ///
    /// `12.0` and `12e0` are whole numbers, too.
    package func integer(_ text: JSONText) -> Int? {
        var here = text.start
        var isNegative = false
        if here < text.end, bytes[here] == UInt8(ascii: "-") {
            isNegative = true
            here += 1
        }
        if here == text.end { return nil }
        var number = 0
        while here < text.end {
            let digit = Int(bytes[here]) - 48
            guard (0...9).contains(digit) else { return wholeNumber(string(text)) }
            let (tens, overflowed) = number.multipliedReportingOverflow(by: 10)
            let (next, overflowedAgain) = tens.subtractingReportingOverflow(digit)
            if overflowed || overflowedAgain { return nil }
            number = next
            here += 1
        }
        if isNegative { return number }
        return number == .min ? nil : -number
    }

    private func wholeNumber(_ text: String) -> Int? {
        guard let number = Double(text), number == number.rounded() else { return nil }
        return Int(exactly: number)
    }

    private func unescaped(_ text: JSONText) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.end - text.start)
        var here = text.start
        while here < text.end {
            let byte = bytes[here]
            here += 1
            if byte == UInt8(ascii: "\\"), here < text.end {
                appendEscape(at: &here, before: text.end, to: &plain)
            } else {
                plain.append(byte)
            }
        }
        return plain
    }

    /// Reads what follows a backslash; an escape that JSON does not know stands for itself.
    private func appendEscape(at here: inout Int, before end: Int, to plain: inout [UInt8]) {
        let letter = bytes[here]
        here += 1
        switch letter {
        case UInt8(ascii: "n"): plain.append(0x0A)
        case UInt8(ascii: "t"): plain.append(0x09)
        case UInt8(ascii: "r"): plain.append(0x0D)
        case UInt8(ascii: "b"): plain.append(0x08)
        case UInt8(ascii: "f"): plain.append(0x0C)
        case UInt8(ascii: "u"): plain.append(contentsOf: String(scalar(at: &here, before: end)).utf8)
        default: plain.append(letter)
        }
    }

    /// Reads the digits of `\u`, with those of the other half of a pair; a lone half is U+FFFD.
    private func scalar(at here: inout Int, before end: Int) -> Character {
        let broken: Character = "\u{FFFD}"
        guard let unit = unit(at: here, before: end) else { return broken }
        here += 4
        guard 0xD800...0xDBFF ~= unit else { return Unicode.Scalar(unit).map(Character.init) ?? broken }
        guard here + 1 < end, bytes[here] == UInt8(ascii: "\\"), bytes[here + 1] == UInt8(ascii: "u"),
            let low = self.unit(at: here + 2, before: end), 0xDC00...0xDFFF ~= low
        else { return broken }
        here += 6
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)).map(Character.init) ?? broken
    }

    private func unit(at start: Int, before end: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
