import FogModel

extension JSONReader {
    /// Reads the whole numbers of some members of an object, and skips the rest.
    mutating func integers(_ wanted: WantedNames) throws(JSONFault) -> [String: Int] {
        var found: [String: Int] = [:]
        try members { (reader, name) throws(JSONFault) in
            guard let name = wanted.find(name, in: reader) else { return try reader.skip() }
            let start = reader.place
            switch reader.next() {
            case UInt8(ascii: "\""): found[name] = reader.integer(try reader.text())
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): _ = try reader.word()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                throw JSONFault(.mismatch, "field \"\(name)\" holds a list", at: start)
            default: found[name] = reader.integer(try reader.number())
            }
        }
        return found
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
