import FogModel

extension JSONReader {
    /// Reads the whole numbers of some members of an object, and skips the rest.
    mutating func integers(_ wanted: WantedNames) throws(JSONFault) -> [String: Int] {
        var found: [String: Int] = [:]
        try members { (reader, name) throws(JSONFault) in
            guard let name = wanted.find(name, in: reader) else { return try reader.skip() }
            found[name] = try reader.integer(of: name)
        }
        return found
    }

    /// Reads an object's own number and one other, and skips the rest: a large site has 10,000 such rows.
    mutating func link(to field: String, _ wanted: WantedNames) throws(JSONFault) -> (id: Int?, other: Int?) {
        var found: (id: Int?, other: Int?) = (nil, nil)
        try members { (reader, name) throws(JSONFault) in
            guard let name = wanted.find(name, in: reader) else { return try reader.skip() }
            let number = try reader.integer(of: name)
            if name == field { found.other = number } else { found.id = number }
        }
        return found
    }

    /// Reads a whole number in any of its forms; nil where nothing is set.
    private mutating func integer(of name: String) throws(JSONFault) -> Int? {
        let start = place
        switch next() {
        case UInt8(ascii: "\""): return integer(try text())
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            _ = try word()
            return nil
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw JSONFault(.mismatch, "field \"\(name)\" holds a list", at: start)
        default: return integer(try number())
        }
    }

    /// Reads all texts of an object that lie on its first level, HTML entities decoded.
    mutating func ownTexts() throws(JSONFault) -> [(name: String, text: String)] {
        var found: [(name: String, text: String)] = []
        try members { (reader, name) throws(JSONFault) in
            if reader.next() == UInt8(ascii: "\"") {
                found.append((reader.string(name), reader.string(try reader.text(), html: true)))
            } else {
                try reader.skip()
            }
        }
        return found
    }

    /// Reads some texts of an object by their names, as they are written.
    mutating func texts(named wanted: Set<String>) throws(JSONFault) -> [String: String] {
        var found: [String: String] = [:]
        try members { (reader, name) throws(JSONFault) in
            let name = reader.string(name)
            if wanted.contains(name), reader.next() == UInt8(ascii: "\"") {
                found[name] = reader.string(try reader.text())
            } else {
                try reader.skip()
            }
        }
        return found
    }
}
