extension Dialect {
    // MARK: - 1.5

    /// Writes a filter as the body of a GET: a scalar is equality, with `%` in it a pattern, a list is "one of".
    ///
    /// Origin: FOG 1.5.9.239, section 3.
    static func body(of filter: RowFilter) -> JSONValue? {
        let members = filter.conditions.map { condition in
            switch condition {
            // A text with `%` would be read as a pattern; within a list it is not.
            case .equals(let field, .text(let text)):
                JSONValue.Member(field, text.contains("%") ? .array([.text(text)]) : .text(text))
            case .equals(let field, let value): JSONValue.Member(field, json(value))
            case .anyOf(let field, let values): JSONValue.Member(field, .array(values.map(json)))
            case .like(let field, let pattern): JSONValue.Member(field, .text(pattern))
            }
        }
        return members.isEmpty ? nil : .object(members)
    }

    private static func json(_ value: RowFilter.Value) -> JSONValue {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .integer(number)
        }
    }

    // MARK: - 1.6

    /// Longest query: Apache takes a request line of 8,190 bytes.
    fileprivate static let longestQuery = 7_000

    /// Writes the query of a list: place in it, and filter.
    ///
    /// A filter that makes the query too long is left out: what comes is looked at in any case.
    static func query(_ filter: RowFilter, _ page: Range<Int>?) -> String {
        var parts: [String] = []
        if let page { parts += ["start=\(page.lowerBound)", "length=\(page.count)"] }
        let terms = filter.conditions.compactMap(term).joined(separator: "&")
        if !terms.isEmpty {
            let written = "filter=" + escaped(terms)
            if written.utf8.count <= longestQuery { parts.append(written) }
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// Writes one condition; nil where 1.6 has no way to say it.
    ///
    /// Origin: FOG 1.6: `field=value`, a comma between values that will do, `*` and `+` for any text.
    private static func term(_ condition: RowFilter.Condition) -> String? {
        switch condition {
        case .equals(let field, let value): "\(field)=\(loosened(value))"
        case .like(let field, let pattern):
            "\(field)=\(loosened(.text(pattern.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "*"))))"
        case .anyOf(let field, let values):
            values.contains { loosened($0).contains("*") }
                ? nil : "\(field)=\(values.map(loosened).joined(separator: ","))"
        }
    }

    /// Puts the wildcard in place of each letter that means something else in a filter, or that a server which was
    /// once a 1.5 may have stored escaped.
    private static func loosened(_ value: RowFilter.Value) -> String {
        switch value {
        case .number(let number): return String(number)
        case .text(let text):
            var loose = ""
            for scalar in text.unicodeScalars {
                let next: Unicode.Scalar = ",*+&=%_#;\\<>\"'".unicodeScalars.contains(scalar) ? "*" : scalar
                if next != "*" || loose.unicodeScalars.last != "*" { loose.unicodeScalars.append(next) }
            }
            return loose
        }
    }

    /// Percent-encodes what may not stand in the value of a query.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where "-._~,*=:".utf8.contains(byte): escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return escaped
    }
}

extension RowFilter {
    /// Fits rows in which a field is one of some numbers, by as many filters as it takes for queries of 1.6 to hold them.
    static func pieces(_ field: String, _ numbers: [Int]) -> [RowFilter] {
        let room = Dialect.longestQuery - "filter==".utf8.count - field.utf8.count
        var pieces: [[Int]] = []
        var free = 0
        for number in numbers {
            let length = String(number).utf8.count + 1
            if free < length {
                pieces.append([])
                free = room
            }
            pieces[pieces.count - 1].append(number)
            free -= length
        }
        return pieces.map { .anyOf(field, $0) }
    }
}
