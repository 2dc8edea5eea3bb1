/// Names of members that are looked for in many rows, compared byte by byte.
package struct WantedNames: Sendable, ExpressibleByArrayLiteral {
    private let names: [(text: String, bytes: [UInt8])]

    /// Number of the names.
    var count: Int { names.count }

    /// Takes the names.
    package init(_ names: some Sequence<String>) {
        self.names = names.map { ($0, Array($0.utf8)) }
    }

    /// Takes the names.
    package init(arrayLiteral names: String...) { self.init(names) }

    /// Gives the name that a text of the reader is; nil where it is none of them.
    func find(_ name: JSONText, in reader: JSONReader) -> String? {
        for wanted in names where reader.is(name, wanted) { return wanted.text }
        return nil
    }
}

extension JSONReader {
    fileprivate func `is`(_ name: JSONText, _ wanted: (text: String, bytes: [UInt8])) -> Bool {
        if name.hasEscapes { return string(name) == wanted.text }
        let count = name.end - name.start
        guard count == wanted.bytes.count else { return false }
        for place in 0..<count where bytes[name.start + place] != wanted.bytes[place] { return false }
        return true
    }
}
