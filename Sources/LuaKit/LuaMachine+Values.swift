internal import CLuaShim

extension LuaMachine {
    /// Sets a global to a value; a dotted path reaches into tables, which are made where there are none.
    ///
    /// - Throws: `LuaError` of kind `memory`, or `usage` when a table on the way is read-only.
    public func setGlobal(_ path: String, _ value: LuaValue) throws(LuaError) {
        try setGlobal(path) { writer in writer.value(value) }
    }

    /// Sets the global that a function is named for, such as `fog.hosts`.
    public func setGlobal(_ function: LuaFunction) throws(LuaError) {
        try setGlobal(function.name) { writer in writer.function(function) }
    }

    private func setGlobal(_ path: String, _ write: (ValueWriter) -> Bool) throws(LuaError) {
        let machine = unsafe try opened()
        try unsafe require(write(ValueWriter(machine)))
        try unsafe check(foglua_set_global(machine, path, path.utf8.count))
    }

    /// Makes the table at a global path, and the tables in it, read-only: a write raises an error that names it.
    public func freezeGlobal(_ path: String) throws(LuaError) {
        let machine = unsafe try opened()
        try unsafe check(foglua_freeze_global(machine, path, path.utf8.count))
    }

    /// Makes a value of a function, so that it can be put into tables and returned.
    public func makeReference(_ function: LuaFunction) throws(LuaError) -> LuaReference {
        try makeReference(type: .function) { writer in writer.function(function) }
    }

    /// Makes a value that stays in Lua, such as a table to be read by many calls.
    public func makeReference(_ value: LuaValue) throws(LuaError) -> LuaReference {
        try makeReference(type: value.type) { writer in writer.value(value) }
    }

    private func makeReference(type: LuaType, _ write: (ValueWriter) -> Bool) throws(LuaError) -> LuaReference {
        let machine = unsafe try opened()
        try unsafe require(write(ValueWriter(machine)))
        var number: Int32 = 0
        try unsafe check(foglua_refer_out(machine, &number))
        return LuaReference(number, type: type, releases: releases)
    }

    func makeReference(_ frame: LuaFrame, _ index: Int32, _ type: LuaType) throws(LuaError) -> LuaReference {
        var number: Int32 = 0
        try unsafe check(foglua_refer(frame.machine, frame.state, index, &number))
        return LuaReference(number, type: type, releases: releases)
    }

    /// Copies what a reference stands for.
    public func value(of reference: LuaReference, tables: LuaTableCopy = .whole) throws(LuaError) -> LuaValue {
        let machine = unsafe try opened(for: reference)
        try unsafe check(foglua_copy_reference(machine, reference.number, tables.code))
        return readValues().first ?? .nil
    }

    /// Copies a field of a table that stays in Lua.
    ///
    /// Answers `.nil` when there is none; metatables are not asked.
    public func field(
        _ name: String,
        of table: LuaReference,
        tables: LuaTableCopy = .whole
    ) throws(LuaError) -> LuaValue {
        let machine = unsafe try opened(for: table)
        try unsafe check(foglua_copy_field(machine, table.number, name, name.utf8.count, tables.code))
        return readValues().first ?? .nil
    }

    /// Names of the fields of a table that stays in Lua, in no order.
    public func fieldNames(of table: LuaReference) throws(LuaError) -> [String] {
        let machine = unsafe try opened(for: table)
        try unsafe check(foglua_copy_names(machine, table.number))
        return readValues().compactMap(\.string)
    }

    /// Declares how Lua sees a class.
    public func declare<Object: LuaObject>(_ type: LuaObjectType<Object>) throws(LuaError) {
        let machine = unsafe try opened()
        let box = ObjectTypeBox(type)
        let writer = unsafe ValueWriter(machine)
        let isWritten =
            writer.string(type.name)
            && type.fields.allSatisfy { writer.string($0.name) }
            && type.methods.allSatisfy { writer.string($0.name) && writer.function($0.function) }
            && type.scripted.allSatisfy { writer.string($0.name) && writer.value(.reference($0.function)) }
            && type.called.allSatisfy { writer.string($0.name) && writer.function($0.function) }
        try require(isWritten)
        let retained = unsafe Unmanaged.passRetained(box)
        let (fields, called) = (Int32(clamping: type.fields.count), Int32(clamping: type.called.count))
        let hasLength = type.length != nil
        try unsafe check(foglua_declare(machine, retained.toOpaque(), fields, called, hasLength, &box.number))
        types[ObjectIdentifier(Object.self)] = box
        typesByNumber[box.number] = box
    }

    func require(_ isWritten: Bool) throws(LuaError) {
        if isWritten { return }
        _ = unsafe ValueWriter(try opened())
        throw LuaError(.memory, "not enough memory")
    }

    func opened(for reference: LuaReference) throws(LuaError) -> OpaquePointer {
        precondition(reference.releases === releases, "reference belongs to another machine (bug)")
        return unsafe try opened()
    }

    /// Writes an error for Lua; answers the shim's code for how to raise it.
    func writeError(_ error: any Error, location: LuaLocation?) -> Int32 {
        guard let machine = unsafe try? opened() else { return Int32(FOGLUA_RAISE_TEXT) }
        let known = error as? LuaError
        if let value = known?.value ?? errorValue?(error, location) {
            let writer = unsafe ValueWriter(machine)
            return writer.value(value) ? Int32(FOGLUA_RAISE_VALUE) : writer.finish(false)
        }
        let writer = unsafe ValueWriter(machine)
        let text = known?.message ?? "\(error)"
        guard writer.string(text) else { return writer.finish(false) }
        return Int32(known?.location == nil ? FOGLUA_RAISE_TEXT : FOGLUA_RAISE_VALUE)
    }
}
