internal import CLuaShim

// SAFETY: valid during the call; not copyable, so that it cannot be kept.
/// Arguments of a call, read in place.
///
/// Indexes count from 1, as in Lua's messages.
@safe
public struct LuaArguments: ~Copyable {
    let frame: LuaFrame
    /// Name of the function that was called.
    public let function: String

    /// Number of arguments.
    public var count: Int { unsafe Int(lua_gettop(frame.state)) }

    /// Machine that runs.
    public var machine: LuaMachine { unsafe LuaMachine.owner(frame.machine) }

    /// Coroutine that the embedder resumed; nil during ``LuaMachine/call(_:_:tables:)`` from outside.
    public var coroutine: LuaCoroutine? { machine.current }

    /// Place of the call in the script; nil when it was not called by a Lua function.
    public var location: LuaLocation? { frame.location(level: 1) }

    /// Whether the call can suspend here: not in a sort comparison, a gsub replacement or a similar callback of C's.
    public var canWait: Bool { unsafe foglua_can_wait(frame.machine, frame.state) }

    /// Type of an argument.
    public func type(at index: Int) -> LuaType { frame.type(slot(index)) }

    /// Type of an argument as messages name it: `no value`, `table`, or the name of a declared class.
    public func typeName(at index: Int) -> String { frame.typeName(slot(index)) }

    /// Boolean; nil for any other type.
    public func boolean(at index: Int) -> Bool? { Bool.read(frame, slot(index)) }

    /// Integer, also of a float without a fraction; nil for anything else, numerals in strings included.
    public func integer(at index: Int) -> Int? {
        type(at: index) == .number ? Int.read(frame, slot(index)) : nil
    }

    /// Number; nil for any other type, numerals in strings included.
    public func number(at index: Int) -> Double? {
        type(at: index) == .number ? Double.read(frame, slot(index)) : nil
    }

    /// Text of a string, with U+FFFD for what is no UTF-8; nil for any other type, numbers included.
    public func string(at index: Int) -> String? { String.read(frame, slot(index)) }

    /// Object of a declared class; nil for any other type or class.
    public func object<Object: LuaObject>(at index: Int, as type: Object.Type) -> Object? {
        var number: Int32 = 0
        guard let pointer = unsafe foglua_object(frame.machine, frame.state, slot(index), &number) else {
            return nil
        }
        // SAFETY: the box on the stack owns the object.
        return unsafe Unmanaged<AnyObject>.fromOpaque(pointer).takeUnretainedValue() as? Object
    }

    /// Copies an argument; a table whole, or as a reference.
    ///
    /// - Throws: `LuaError` that names the argument, when a table contains itself, is too deep or too large, or has keys
    ///   that are neither names nor a sequence.
    public func value(at index: Int, tables: LuaTableCopy = .whole) throws(LuaError) -> LuaValue {
        if index > count { return .nil }
        let index = slot(index)
        let status = unsafe foglua_copy(frame.machine, frame.state, index, tables.code)
        guard status == FOGLUA_OK else {
            throw LuaError(.script, "bad argument #\(index) to '\(function)' (\(machine.failure().message))")
        }
        return machine.readValues().first ?? .nil
    }

    /// Copies all arguments from an index on.
    public func values(from index: Int = 1, tables: LuaTableCopy = .whole) throws(LuaError) -> [LuaValue] {
        var values: [LuaValue] = []
        var index = index
        while index <= count {
            values.append(try value(at: index, tables: tables))
            index += 1
        }
        return values
    }

    /// Holds on to an argument of any type.
    public func reference(at index: Int) throws(LuaError) -> LuaReference {
        try machine.makeReference(frame, slot(index), type(at: index))
    }

    /// Runs a raw function and turns what it answers or throws into the trampoline's code.
    static func run(
        _ frame: LuaFrame,
        name: String,
        waits: Bool,
        _ body: (borrowing LuaArguments) throws -> LuaReply
    ) -> Int32 {
        let arguments = LuaArguments(frame: frame, function: name)
        do {
            if waits { try arguments.requireWait() }
            switch try body(arguments) {
            case .values(let values):
                let writer = unsafe ValueWriter(frame.machine)
                return writer.finish(writer.values(values))
            case .suspend(let token):
                try arguments.requireWait()
                arguments.machine.token = token
                return Int32(FOGLUA_SUSPEND)
            }
        } catch {
            return frame.raise(error)
        }
    }

    /// Index for the shim; those that Lua would count from the top are a bug of the caller's.
    private func slot(_ index: Int) -> Int32 {
        precondition(index > 0, "arguments are counted from 1 (bug)")
        return Int32(clamping: index)
    }

    /// Sees that the call can suspend here; a function that only sometimes waits asks before it sets out to.
    ///
    /// - Throws: `LuaError` that names the function and says what to do.
    public func requireWait() throws(LuaError) {
        if canWait { return }
        throw LuaError(
            .script,
            "'\(function)' cannot wait inside a table.sort comparison, a string.gsub replacement or a similar callback;"
                + " collect the values first, then call it outside"
        )
    }
}
