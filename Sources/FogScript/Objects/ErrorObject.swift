import FogModel
import LuaKit
import ScriptAPI

/// An error of `fog.*` as scripts catch it.
final class ErrorObject: ScriptObject {
    static let typeName = "Error"

    /// What went wrong.
    let error: FogError
    /// Where in the script it was raised; nil where that is not known.
    let location: LuaLocation?

    init(_ error: FogError, at location: LuaLocation?) {
        self.error = error
        self.location = location
    }

    /// Fields that scripts see.
    static let fields: [ObjectField<ErrorObject>] = [
        .init("code", .string, "kind of error, as in not_found", { LuaValue($0.error.code.rawValue) }),
        .init("message", .string, "what went wrong", { LuaValue($0.error.message) }),
        .init("hint", LuaTypeSpec("string", isOptional: true), "what to do now", { $0.error.hint.luaValue() }),
        .init(
            "operation",
            LuaTypeSpec("string", isOptional: true),
            "operation that failed, as in createTask",
            { $0.error.operation.luaValue() }
        ),
        .init(
            "status",
            LuaTypeSpec("integer", isOptional: true),
            "HTTP status of the server's answer",
            { $0.error.status.luaValue() }
        ),
        .init(
            "cause",
            LuaTypeSpec("string", isOptional: true),
            "what lies beneath, in words",
            { $0.error.cause.luaValue() }
        ),
    ]
}

extension ErrorObject: CustomStringConvertible {
    /// Sentence with the place before it, as in `lab.lua:3: no host named "pc-1"; did you mean "pc-01"?`.
    var description: String {
        (location.map { "\($0): " } ?? "") + error.description
    }
}
