/// What a server says when it is asked who it is: its answer to `/fog/system/info`.
package struct Greeting: Sendable {
    /// Dialect by the shape of the answer.
    package let dialect: Dialect
    /// Version, if it tells.
    package let version: String?
    /// Whether it tells how many related rows it gives with a row.
    package let expands: Bool

    /// Reads an answer; nil where no FOG server answers so.
    ///
    /// Origin: FOG 1.5.9.239, recording 001: text `success`; older ones send nothing. FOG 1.6: an object with `version`.
    init?(_ body: [UInt8]) {
        let text = Refusal.excerpt(body)
        var reader = JSONReader(body)
        if text.isEmpty || text == "success" {
            (dialect, version, expands) = (.five, nil, false)
        } else if text.hasPrefix("{"), let found = try? reader.greeting(), let version = found.version {
            dialect = .six
            self.version = version.isEmpty ? nil : version
            expands = found.expands
        } else {
            return nil
        }
    }
}

extension JSONReader {
    /// Reads what a 1.6 says of itself: `{"version":…,"paging":{"maxRows":…,"expandMaxItems":…}}`.
    fileprivate mutating func greeting() throws(JSONFault) -> (version: String?, expands: Bool) {
        var version: String?
        var expands = false
        try members { (reader, name) throws(JSONFault) in
            switch reader.string(name) {
            case "version": version = try reader.plain()
            case "paging" where reader.next() == UInt8(ascii: "{"):
                try reader.members { (reader, name) throws(JSONFault) in
                    if reader.string(name) == "expandMaxItems" { expands = true }
                    try reader.skip()
                }
            default: try reader.skip()
            }
        }
        return (version, expands)
    }
}
