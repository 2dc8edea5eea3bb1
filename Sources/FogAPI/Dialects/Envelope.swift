/// What lies around the rows of a list.
///
/// Origin: FOG 1.5.9.239: `{"count":N,"hosts":[…]}`, the name being the class and an `s`; 1.6: `data` with
/// `recordsTotal`, `recordsFiltered`, `nextUrl`, sometimes `truncated`; early betas of 1.6 give bare arrays in places.
struct Envelope {
    /// Most rows of one answer.
    ///
    /// A hostile server fits some 28 million rows of `{"id":1}` into the largest answer that is read, and each becomes a
    /// value of several hundred bytes. No FOG has a class of a million rows that its PHP could list.
    static let mostRows = 1_000_000

    /// Number of rows in it.
    var rows = 0
    /// Whether it is 1.6's.
    var isPage = false
    /// Whether a link to a further page is in it.
    ///
    /// The link itself is never followed: it may lead elsewhere, and the tokens would go with it.
    var hasNext = false
    /// Whether the server says that it has left out rows.
    var isCut = false
    /// Number of rows that fit the filter on all pages; nil where it is not told.
    var total: Int?
}

extension JSONReader {
    /// Reads a list, whatever its shape.
    ///
    /// - Parameters:
    ///   - className: the server's word for the class.
    ///   - row: reads one row.
    /// - Returns: what lies around the rows.
    /// - Throws: ``JSONFault``; a mismatch where the answer is no list.
    mutating func list(
        of className: String,
        _ row: (inout JSONReader) throws(JSONFault) -> Void
    ) throws(JSONFault) -> Envelope {
        var envelope = Envelope()
        if next() == UInt8(ascii: "[") {
            try rows(&envelope, row)
            try finish()
            return envelope
        }
        var other: JSONReader?
        var isFound = false
        try members { (reader, name) throws(JSONFault) in
            let name = reader.string(name)
            switch name {
            case "data", className + "s":
                if name == "data" { envelope.isPage = true }
                isFound = true
                try reader.rows(&envelope, row)
            default:
                if other == nil, !name.hasPrefix("_"), reader.next() == UInt8(ascii: "[") { other = reader }
                try reader.note(name, in: &envelope)
            }
        }
        try finish()
        if isFound { return envelope }
        guard var rest = other else { throw rowFault("it has no list \"\(className)s\"") }
        try rest.rows(&envelope, row)
        return envelope
    }

    private mutating func rows(
        _ envelope: inout Envelope,
        _ row: (inout JSONReader) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        // A server may name its list twice.
        var count = envelope.rows
        try elements { (reader) throws(JSONFault) in
            count += 1
            guard count <= Envelope.mostRows else {
                throw reader.rowFault("it has more than \(Envelope.mostRows) rows")
            }
            try row(&reader)
        }
        envelope.rows = count
    }

    private mutating func note(_ name: String, in envelope: inout Envelope) throws(JSONFault) {
        switch name {
        case "nextUrl":
            envelope.isPage = true
            envelope.hasNext = next() == UInt8(ascii: "\"")
            try skip()
        case "truncated": envelope.isCut = try plain() == "1"
        case "recordsTotal":
            envelope.isPage = true
            if envelope.total == nil { envelope.total = try plain().flatMap { Int($0) } } else { try skip() }
        case "recordsFiltered": envelope.total = try plain().flatMap { Int($0) } ?? envelope.total
        default: try skip()
        }
    }

    /// Reads a single value as text: flags as `1` and `0`, null as nothing; nil for objects and arrays.
    mutating func plain() throws(JSONFault) -> String? {
        switch next() {
        case UInt8(ascii: "\""): return string(try text(), html: true)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            return try word().map { $0 ? "1" : "0" } ?? ""
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try skip()
            return nil
        default: return string(try number())
        }
    }

    /// Reads single values of an object by their names, as texts.
    package mutating func values(named wanted: WantedNames) throws(JSONFault) -> [String: String] {
        var found: [String: String] = [:]
        try members { (reader, name) throws(JSONFault) in
            guard let name = wanted.find(name, in: reader) else { return try reader.skip() }
            if let value = try reader.plain() { found[name] = value }
        }
        return found
    }

    /// Reads single values of an object by their names, as texts, and stops at the last of them.
    ///
    /// What a row is looked at by mostly stands at its beginning: to read the rest twice costs half the time of a page.
    /// FOG's own encoder writes no name twice.
    mutating func firstValues(named wanted: WantedNames) throws(JSONFault) -> [String: String] {
        var found: [String: String] = [:]
        try firstMembers { (reader, name) throws(JSONFault) in
            if let name = wanted.find(name, in: reader) {
                if let value = try reader.plain() { found[name] = value }
            } else {
                try reader.skip()
            }
            return found.count < wanted.count
        }
        return found
    }
}
