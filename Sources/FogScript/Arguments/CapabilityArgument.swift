import FogModel
import LuaKit
import ScriptAPI

/// Something that not every server can do, as scripts name it.
struct CapabilityArgument: LuaConvertible {
    var capability: Capability

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        let word = try String(lua: value)
        guard let capability = Capability.allCases.first(where: { $0.scriptName == word }) else {
            let names = Capability.allCases.map(\.scriptName)
            let hint = Suggestion.hint(for: word, among: names) ?? "one of \(names.joined(separator: ", ")) expected"
            throw .value("unknown capability \"\(word)\"; \(hint)")
        }
        self.capability = capability
    }
}

extension Capability {
    /// Name in snake_case, as in `bearer_tokens`.
    var scriptName: String {
        rawValue.reduce(into: "") { name, letter in name += letter.isUppercase ? "_" + letter.lowercased() : "\(letter)"
        }
    }
}
