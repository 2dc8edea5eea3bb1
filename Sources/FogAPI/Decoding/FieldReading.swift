import FogModel

extension JSONReader {
    /// Reads the value of a field, in whatever type the server writes it.
    ///
    /// Numbers may be strings (PHP 8.0 and earlier) and flags may be `"1"`, `1`, `true`, `"0"`, `0`, `false`, `""` or
    /// `null`: all of them occur.
    ///
    /// - Parameters:
    ///   - kind: what the field holds.
    ///   - field: field's name for errors.
    ///   - time: converter of the server's times.
    /// - Returns: value; `.none` where it is unset.
    /// - Throws: ``JSONFault``; a mismatch where the value does not fit.
    mutating func value(
        _ kind: FieldKind,
        of field: String,
        _ time: inout ServerTime
    ) throws(JSONFault) -> FieldValue {
        let start = place
        switch next() {
        case UInt8(ascii: "\""):
            let text = try text()
            return try read(text, as: kind, of: field, &time)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            guard let flag = try word() else { return kind.empty }
            return try read(flag, as: kind, of: field, at: start)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            switch kind {
            case .texts: return .texts(try texts())
            case .references: return .integers(try references(of: field))
            default: throw mismatch(field, "a list", at: start)
            }
        default:
            let number = try number()
            return kind == .time ? try unixTime(number, of: field) : try read(number, as: kind, of: field, &time)
        }
    }

    /// Reads a list of texts; numbers are taken as they are written.
    mutating func texts() throws(JSONFault) -> [String] {
        var texts: [String] = []
        try elements { (reader) throws(JSONFault) in
            try reader.keep()
            if reader.next() == UInt8(ascii: "\"") {
                texts.append(reader.string(try reader.text(), html: true))
            } else {
                try reader.skip()
            }
        }
        return texts
    }

    /// Reads the numbers of rows; a row in place of its number gives its `id`, a 0 nothing.
    private mutating func references(of field: String) throws(JSONFault) -> [Int] {
        var numbers: [Int] = []
        try elements { (reader) throws(JSONFault) in
            try reader.keep()
            let start = reader.place
            let number: Int?
            switch reader.next() {
            case UInt8(ascii: "\""): number = reader.integer(try reader.text())
            case UInt8(ascii: "{"): number = try reader.integers(["id"])["id"]
            case UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
                return try reader.skip()
            default: number = reader.integer(try reader.number())
            }
            guard let number else { throw reader.mismatch(field, "no whole number", at: start) }
            if number > 0 { numbers.append(number) }
        }
        return numbers
    }

    private func read(
        _ text: JSONText,
        as kind: FieldKind,
        of field: String,
        _ time: inout ServerTime
    ) throws(JSONFault) -> FieldValue {
        switch kind {
        case .text:
            return text.isEmpty ? .none : .text(string(text, html: true))
        case .integer, .reference:
            if text.isEmpty { return .none }
            guard let number = integer(text) else { throw mismatch(field, "no whole number", at: text.start) }
            return kind == .reference && number <= 0 ? .none : .integer(number)
        case .flag:
            if text.isEmpty { return .flag(false) }
            guard let number = integer(text), 0...1 ~= number else { throw mismatch(field, "no flag", at: text.start) }
            return .flag(number == 1)
        case .number:
            if text.isEmpty { return .none }
            guard let number = Double(string(text)), number.isFinite else {
                throw mismatch(field, "no number", at: text.start)
            }
            return .number(number)
        case .time:
            // A time by the clock of Unix, as `scheduleTime` is.
            if text.end - text.start != 10 || bytes[text.start + 4] != UInt8(ascii: "-"), integer(text) != nil {
                return try unixTime(text, of: field)
            }
            switch time.read(bytes, text.start..<text.end) {
            case .seconds(let seconds): return .integer(seconds)
            case .unset: return .none
            case .invalid: throw mismatch(field, "no time", at: text.start)
            }
        case .texts:
            return .texts(text.isEmpty ? [] : [string(text, html: true)])
        case .references:
            if text.isEmpty { return .integers([]) }
            guard let number = integer(text) else { throw mismatch(field, "no list of numbers", at: text.start) }
            return .integers(number > 0 ? [number] : [])
        }
    }

    /// Reads seconds since 1970, within what a calendar can count: whoever reckons with them must not overflow.
    private func unixTime(_ number: JSONText, of field: String) throws(JSONFault) -> FieldValue {
        guard let seconds = integer(number), seconds <= ServerTime.last else {
            throw mismatch(field, "no time", at: number.start)
        }
        return seconds > 0 ? .integer(seconds) : .none
    }

    private func read(_ flag: Bool, as kind: FieldKind, of field: String, at start: Int) throws(JSONFault) -> FieldValue
    {
        switch kind {
        case .flag: return .flag(flag)
        case .integer: return .integer(flag ? 1 : 0)
        default:
            // PHP's false stands for "nothing found".
            if flag { throw mismatch(field, "true", at: start) }
            return kind.empty
        }
    }

    private func mismatch(_ field: String, _ what: String, at offset: Int) -> JSONFault {
        JSONFault(.mismatch, "field \"\(field)\" holds \(what)", at: offset)
    }
}

extension FieldKind {
    /// What stands for "nothing".
    fileprivate var empty: FieldValue {
        switch self {
        case .texts: .texts([])
        case .references: .integers([])
        default: .none
        }
    }
}
