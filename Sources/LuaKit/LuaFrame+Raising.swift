internal import CLuaShim

extension LuaFrame {
    /// Writes an error for the trampoline to raise; answers its code.
    @usableFromInline
    @inline(never)
    func raise(_ error: any Error) -> Int32 {
        let owner = unsafe LuaMachine.owner(machine)
        return owner.writeError(error, location: location(level: 1))
    }

    /// Writes that an argument does not fit, in Lua's words; answers the code.
    @usableFromInline
    @inline(never)
    func mismatch(_ index: Int32, _ expected: String, _ function: String) -> Int32 {
        let got = typeName(index)
        return raise(LuaError(.script, "bad argument #\(index) to '\(function)' (\(expected) expected, got \(got))"))
    }

    /// Type of an argument as messages name it: a declared class by its own name.
    func typeName(_ index: Int32) -> String {
        var number: Int32 = 0
        if unsafe foglua_object(machine, state, index, &number) != nil {
            return unsafe LuaMachine.owner(machine).typesByNumber[number]?.name ?? LuaType.object.description
        }
        return type(index).description
    }

    func type(_ index: Int32) -> LuaType {
        unsafe LuaType(rawValue: lua_type(state, index)) ?? .none
    }

    /// Place of the innermost Lua function, from a level of the stack on; nil when there is none.
    func location(level: Int32) -> LuaLocation? {
        unsafe LuaLocation(state, level: level)
    }
}

extension LuaLocation {
    /// Finds the innermost Lua function of a stack, from a level on.
    init?(_ state: OpaquePointer, level: Int32) {
        var line: Int32 = 0
        let source: String? = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            return unsafe foglua_location(state, level, start, 128, &line) ? String(cString: start) : nil
        }
        guard let source else { return nil }
        self.init(source: source, line: Int(line))
    }
}
