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
    static let fields: [(name: String, help: String, get: @Sendable (ErrorObject) -> LuaValue)] = [
        ("code", "kind of error, as in not_found", { LuaValue($0.error.code.rawValue) }),
        ("message", "what went wrong", { LuaValue($0.error.message) }),
        ("hint", "what to do now", { $0.error.hint.luaValue() }),
        ("operation", "operation that failed, as in createTask", { $0.error.operation.luaValue() }),
        ("status", "HTTP status of the server's answer", { $0.error.status.luaValue() }),
        ("cause", "what lies beneath, in words", { $0.error.cause.luaValue() }),
    ]
}

extension ErrorObject: CustomStringConvertible {
    /// Sentence with the place before it, as in `lab.lua:3: no host named "pc-1"; did you mean "pc-01"?`.
    var description: String {
        (location.map { "\($0): " } ?? "") + error.description
    }
}
