/// A place in a script.
public struct LuaLocation: Sendable, Hashable, CustomStringConvertible {
    /// Name of the chunk, shortened by Lua to 60 bytes.
    public let source: String
    /// Line from 1.
    public let line: Int

    /// Makes a location.
    public init(source: String, line: Int) {
        self.source = source
        self.line = line
    }

    /// Place as Lua writes it, `source:line`.
    public var description: String { "\(source):\(line)" }

    /// Reads the place that Lua puts before a message, `source:line: message`; nil when there is none.
    init?(prefixOf message: String) {
        let utf8 = message.utf8
        var start = utf8.startIndex
        while let colon = utf8[start...].firstIndex(of: UInt8(ascii: ":")) {
            let digits = utf8[utf8.index(after: colon)...].prefix { (0x30...0x39).contains($0) }
            let rest = utf8[digits.endIndex...]
            if !digits.isEmpty, rest.starts(with: ": ".utf8), let line = Int(Substring(digits)) {
                self.init(source: String(message[..<colon]), line: line)
                return
            }
            if utf8[..<colon].contains(UInt8(ascii: "\n")) { return nil }
            start = utf8.index(after: colon)
        }
        return nil
    }
}

extension LuaError {
    /// Names another place in the message than the one that stands before it.
    mutating func move(to place: LuaLocation) {
        guard let old = location else { return }
        message = "\(place)" + message.dropFirst(old.description.count)
        location = place
    }
}
