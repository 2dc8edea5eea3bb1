internal import CLuaShim

/// Reads what the shim has copied into the in buffer of a machine.
// SAFETY: reads bytes that the shim wrote in the same call; each read is bounds-checked by the raw buffer.
@safe
struct ValueReader {
    private let bytes: UnsafeMutableRawBufferPointer
    private let releases: ReleaseQueue
    private var at = 0

    init(_ machine: OpaquePointer, _ releases: ReleaseQueue) {
        var count = 0
        let start = unsafe foglua_in_bytes(machine, &count)
        unsafe bytes = UnsafeMutableRawBufferPointer(start: start, count: count)
        self.releases = releases
    }

    /// Reads all values.
    mutating func values() -> [LuaValue] {
        var values: [LuaValue] = []
        while unsafe at < bytes.count { values.append(value()) }
        return values
    }

    mutating func value() -> LuaValue {
        let start = at
        let token = Int(take(UInt8.self))
        switch token {
        case FOGLUA_NIL: return .nil
        case FOGLUA_FALSE: return .boolean(false)
        case FOGLUA_TRUE: return .boolean(true)
        case FOGLUA_INTEGER: return .integer(take(Int.self))
        case FOGLUA_NUMBER: return .number(take(Double.self))
        case FOGLUA_STRING: return .string(string())
        case FOGLUA_TABLE: return .table(table())
        case FOGLUA_OBJECT: return .object(object())
        case FOGLUA_REFERENCE:
            unsafe bytes[start] = UInt8(FOGLUA_TAKEN)
            return .reference(reference())
        default: preconditionFailure("LuaKit internal error: token \(token)")
        }
    }

    private mutating func take<Scalar: BitwiseCopyable>(_ type: Scalar.Type) -> Scalar {
        defer { at += MemoryLayout<Scalar>.size }
        return unsafe bytes.loadUnaligned(fromByteOffset: at, as: type)
    }

    private mutating func string() -> LuaString {
        let count = Int(take(UInt32.self))
        defer { at += count }
        return unsafe LuaString(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[at..<at + count]))
    }

    private mutating func table() -> LuaTable {
        let array = take(UInt32.self)
        let fields = take(UInt32.self)
        var table = LuaTable()
        table.array.reserveCapacity(Int(array))
        for _ in 0..<array { table.array.append(value()) }
        for _ in 0..<fields {
            let name = value().string ?? ""
            table.fields[name] = value()
        }
        return table
    }

    private mutating func object() -> any LuaObject {
        _ = take(Int32.self)
        let address = take(UInt.self)
        _ = (take(UInt64.self), take(UInt64.self))
        guard let pointer = unsafe UnsafeRawPointer(bitPattern: address) else {
            preconditionFailure("LuaKit internal error: object without address")
        }
        // SAFETY: the shim copied the pointer of a box that is still on the stack, and `Sendable` has no run-time trace:
        // only instances of `LuaObject` classes are ever put into a box with a type.
        let object = unsafe Unmanaged<AnyObject>.fromOpaque(pointer).takeUnretainedValue()
        return unsafe unsafeBitCast(object, to: (any LuaObject).self)
    }

    private mutating func reference() -> LuaReference {
        let number = take(Int32.self)
        let type = LuaType(rawValue: take(Int32.self)) ?? .none
        return LuaReference(number, type: type, releases: releases)
    }
}
