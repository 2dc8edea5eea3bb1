internal import CLuaShim

/// Writes values into the out buffer of a machine. Nothing in here touches Lua.
// SAFETY: used within one call of LuaKit, during which the machine is open.
@safe
struct ValueWriter {
    private let machine: OpaquePointer

    /// Starts anew; what was left from before is released.
    init(_ machine: OpaquePointer) {
        unsafe self.machine = machine
        unsafe foglua_out_begin(machine)
    }

    /// Code for the trampoline: results are in the buffer, or there is no memory.
    func finish(_ isComplete: Bool) -> Int32 {
        if isComplete { return Int32(FOGLUA_BUFFERED) }
        unsafe foglua_out_begin(machine)
        return Int32(FOGLUA_RAISE_TEXT)
    }

    /// Writes values one after another; false when there is no memory.
    func values(_ values: [LuaValue]) -> Bool {
        values.allSatisfy(value)
    }

    func value(_ value: LuaValue) -> Bool {
        switch value {
        case .nil: unsafe foglua_out_nil(machine)
        case .boolean(let value): unsafe foglua_out_boolean(machine, value)
        case .integer(let value): unsafe foglua_out_integer(machine, Int64(value))
        case .number(let value): unsafe foglua_out_number(machine, value)
        case .string(let value): string(value)
        case .table(let value): table(value)
        case .object(let value): object(value)
        case .reference(let value): reference(value)
        }
    }

    func string(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in unsafe foglua_out_string(machine, bytes.baseAddress, bytes.count) }
    }

    func function(_ function: LuaFunction) -> Bool {
        let retained = unsafe Unmanaged.passRetained(function)
        if unsafe foglua_out_function(machine, retained.toOpaque()) { return true }
        unsafe retained.release()
        return false
    }

    private func string(_ value: LuaString) -> Bool {
        if let text = value.validString { return string(text) }
        return unsafe value.bytes.withUnsafeBytes { bytes in
            unsafe foglua_out_string(machine, bytes.baseAddress, bytes.count)
        }
    }

    private func table(_ table: LuaTable) -> Bool {
        let array = UInt32(clamping: table.array.count)
        let fields = UInt32(clamping: table.fields.count)
        guard unsafe foglua_out_table(machine, array, fields) else { return false }
        return values(table.array) && table.fields.allSatisfy { string($0.key) && value($0.value) }
    }

    private func object(_ object: any LuaObject) -> Bool {
        let owner = unsafe LuaMachine.owner(machine)
        guard let type = owner.types[ObjectIdentifier(Swift.type(of: object))] else {
            preconditionFailure("class \(Swift.type(of: object)) was not declared to this machine (bug)")
        }
        let retained = unsafe Unmanaged<AnyObject>.passRetained(object)
        let (record, charge) = unsafe (type.record(object), max(0, type.charge(object)))
        if unsafe foglua_out_object(machine, type.number, retained.toOpaque(), record, charge) { return true }
        unsafe retained.release()
        return false
    }

    private func reference(_ reference: LuaReference) -> Bool {
        precondition(
            unsafe reference.releases === LuaMachine.owner(machine).releases,
            "reference belongs to another machine (bug)"
        )
        return unsafe foglua_out_reference(machine, reference.number)
    }
}
