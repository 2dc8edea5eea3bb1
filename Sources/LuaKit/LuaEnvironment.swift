/// What a chunk sees as its globals, see ``LuaMachine/makeEnvironment(strict:)``.
public struct LuaEnvironment: Sendable {
    /// Table itself.
    public let reference: LuaReference

    var number: Int32 { reference.number }
}
