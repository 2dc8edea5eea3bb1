internal import CLuaShim

// SAFETY: the bytes are written once, before anybody else knows the record, and only read until it goes.
/// Values of an object's fields, laid out so that Lua reads one without calling Swift.
///
/// An object that never changes keeps one and names it in ``LuaObjectType/record``.
@safe
public final class LuaRecord: Sendable {
    /// How many values it holds.
    public let count: Int
    /// Bytes that it takes.
    public let size: Int
    nonisolated(unsafe) let start: UnsafeRawPointer

    /// Lays out values.
    ///
    /// - Parameter values: in the order of the fields: nil, booleans, numbers, strings, and tables of those. Objects and
    ///   references have no place here, and become nil.
    public init(_ values: [LuaValue]) {
        var places: [UInt32] = []
        var tokens = Tokens(start: 4 * values.count)
        for value in values {
            places.append(tokens.place)
            tokens.append(value)
        }
        count = values.count
        size = 4 * values.count + tokens.bytes.count
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, size), alignment: 4)
        unsafe (places as [UInt32]).withUnsafeBytes { unsafe memory.copy($0, at: 0) }
        unsafe tokens.bytes.withUnsafeBytes { unsafe memory.copy($0, at: 4 * values.count) }
        unsafe start = UnsafeRawPointer(memory)
    }

    deinit {
        unsafe start.deallocate()
    }

    /// Integer at a place; nil for any other value.
    public func integer(at place: Int) -> Int? {
        precondition((0..<count).contains(place), "no value \(place) (bug)")
        let token = unsafe Int(start.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
        guard unsafe start.load(fromByteOffset: token, as: UInt8.self) == UInt8(FOGLUA_INTEGER) else { return nil }
        return unsafe start.loadUnaligned(fromByteOffset: token + 1, as: Int.self)
    }
}

/// Tokens of the shim, one after the other.
private struct Tokens {
    private(set) var bytes: [UInt8] = []
    private let start: Int

    init(start: Int) { self.start = start }

    /// Where the next one begins.
    var place: UInt32 { UInt32(clamping: start + bytes.count) }

    mutating func append(_ value: LuaValue) {
        switch value {
        case .nil, .object, .reference: put(FOGLUA_NIL)
        case .boolean(let value): put(value ? FOGLUA_TRUE : FOGLUA_FALSE)
        case .integer(let value): put(FOGLUA_INTEGER, value)
        case .number(let value): put(FOGLUA_NUMBER, value)
        case .string(let value): append(value)
        case .table(let table):
            put(FOGLUA_TABLE, UInt32(clamping: table.array.count))
            append(UInt32(clamping: table.fields.count))
            for value in table.array { append(value) }
            for (name, value) in table.fields {
                append(LuaString(name))
                append(value)
            }
        }
    }

    private mutating func put(_ kind: Int) {
        bytes.append(UInt8(kind))
    }

    private mutating func put<Payload: BitwiseCopyable>(_ kind: Int, _ payload: Payload) {
        put(kind)
        append(payload)
    }

    private mutating func append(_ payload: some BitwiseCopyable) {
        unsafe withUnsafeBytes(of: payload) { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: LuaString) {
        guard var valid = text.validString else { return append(letters: text.bytes) }
        valid.withUTF8 { letters in unsafe append(letters: letters) }
    }

    private mutating func append(letters: some Collection<UInt8>) {
        put(FOGLUA_STRING, UInt32(clamping: letters.count))
        bytes.append(contentsOf: letters)
    }
}

extension UnsafeMutableRawPointer {
    fileprivate func copy(_ bytes: UnsafeRawBufferPointer, at place: Int) {
        guard let source = bytes.baseAddress else { return }
        unsafe (self + place).copyMemory(from: source, byteCount: bytes.count)
    }
}
