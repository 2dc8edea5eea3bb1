import FogOperations
import LuaKit
import ScriptAPI

/// A secret as scripts hold it: it can be handed to functions that take one, and shows nothing.
final class SecretObject: ScriptObject, CustomStringConvertible {
    static let typeName = "Secret"

    /// The secret, for an operation and for nothing else; nil for one that the server keeps back.
    let sealed: SealedText?

    init(_ sealed: SealedText?) {
        self.sealed = sealed
    }

    /// A secret that the server keeps back.
    static let keptBack = SecretObject(nil)

    var description: String { "(secret)" }
}

/// A secret as functions take it: the value of a secret parameter, or a text of the script's own.
struct SecretArgument: LuaConvertible {
    /// The secret, for an operation and for nothing else.
    var sealed: SealedText

    static var luaType: LuaTypeSpec { LuaTypeSpec("Secret", "string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if let object = value.object(as: SecretObject.self) {
            guard let text = object.sealed else { throw .value("the server keeps this secret back") }
            sealed = text
        } else {
            sealed = SealedText(try String(lua: value))
        }
    }
}
