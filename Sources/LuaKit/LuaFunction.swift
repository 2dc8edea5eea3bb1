/// A Swift function that Lua can call.
///
/// The closure runs on the task that runs the machine. It must not keep the machine alive (capture it `unowned`), and
/// must not call back into it except by ``LuaMachine/call(_:_:tables:)`` and what makes or reads values.
public final class LuaFunction {
    /// Name in messages, such as `fog.hosts`.
    public let name: String
    @usableFromInline let body: (LuaFrame) -> Int32

    /// Makes a function that reads its arguments itself.
    ///
    /// - Parameters:
    ///   - name: name in messages; the global path for ``LuaMachine/setGlobal(_:)``.
    ///   - waits: whether every call suspends: where that is impossible, the call fails before `raw` runs.
    ///   - raw: what is called. What it throws is raised in Lua, see ``LuaMachine/errorValue``.
    public init(_ name: String, waits: Bool = false, raw: @escaping (borrowing LuaArguments) throws -> LuaReply) {
        self.name = name
        body = { frame in LuaArguments.run(frame, name: name, waits: waits, raw) }
    }

    @inlinable
    init(name: String, body: @escaping (LuaFrame) -> Int32) {
        self.name = name
        self.body = body
    }
}
