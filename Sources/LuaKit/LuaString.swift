/// A string of Lua's: any bytes, most often UTF-8.
public struct LuaString: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    private enum Storage: Sendable {
        case text(String)
        case bytes([UInt8])
    }

    private let storage: Storage

    /// Makes a string of a text's UTF-8.
    public init(_ text: String) {
        storage = .text(text)
    }

    /// Makes a string of bytes, which need not be UTF-8.
    public init(bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            storage = .text(text)
        } else {
            storage = .bytes(Array(bytes))
        }
    }

    /// Makes a string of a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Text; bytes that are no UTF-8 become U+FFFD.
    public var string: String {
        switch storage {
        case .text(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Text; nil when the bytes are no UTF-8.
    public var validString: String? {
        if case .text(let text) = storage { text } else { nil }
    }

    /// Bytes as Lua has them.
    public var bytes: [UInt8] {
        switch storage {
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        }
    }

    /// Text for people.
    public var description: String { string }
}

extension LuaString: Hashable {
    /// Compares bytes, as Lua does: two spellings of "é" differ.
    public static func == (left: LuaString, right: LuaString) -> Bool {
        switch (left.storage, right.storage) {
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): left == right
        default: false
        }
    }

    /// Hashes bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}
