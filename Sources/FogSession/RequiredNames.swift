/// Finds the modules that a text of Lua asks for by a name written out.
package enum RequiredNames {
    /// Finds the names in `require "name"`, `require 'name'` and `require("name")`.
    ///
    /// Comments and texts are not told from code: a name too many costs a look for its file, one too few a module.
    ///
    /// - Returns: names in the order in which they stand there, each once, whether they can be names or not.
    package static func find(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        let word = Array("require".utf8)
        var names: [String] = []
        var seen: Set<String> = []
        var place = 0
        while place + word.count < bytes.count {
            guard bytes[place] == word[0], bytes[place..<(place + word.count)].elementsEqual(word),
                place == 0 || !isWord(bytes[place - 1])
            else {
                place += 1
                continue
            }
            place += word.count
            if let name = name(in: bytes, at: place), seen.insert(name).inserted { names.append(name) }
        }
        return names
    }

    /// Reads the quoted text that begins at a place, after blanks and at most one bracket.
    private static func name(in bytes: [UInt8], at start: Int) -> String? {
        var place = start
        var brackets = 0
        while place < bytes.count, place < start + 64, " \t\r\n(".utf8.contains(bytes[place]) {
            if bytes[place] == UInt8(ascii: "(") { brackets += 1 }
            place += 1
        }
        guard brackets <= 1, place < bytes.count, "\"'".utf8.contains(bytes[place]) else { return nil }
        let quoted = bytes[(place + 1)...].prefix(201)
        guard let end = quoted.firstIndex(of: bytes[place]) else { return nil }
        return String(validating: quoted[..<end], as: UTF8.self)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
