import LuaKit

extension LuaFunction {
    /// Makes a function that reads its arguments itself.
    static func raw(
        _ name: String,
        waits: Bool = false,
        _ body: @escaping (borrowing LuaArguments) throws -> LuaReply
    ) -> LuaFunction {
        LuaFunction(name, waits: waits, raw: body)
    }
}
