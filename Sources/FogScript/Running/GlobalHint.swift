import FogModel
import FogStdlib
import ScriptAPI

/// Says what may have been meant by a global that is not there.
enum GlobalHint {
    private static let globals = [
        "assert", "collectgarbage", "coroutine", "error", "fog", "getmetatable", "ipairs", "load", "log", "math",
        "next", "os", "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require", "select",
        "setmetatable", "string", "table", "tonumber", "tostring", "type", "utf8", "workflow", "xpcall",
    ]

    /// Globals of Lua's that scripts do without, with what to do instead.
    private static let absent = [
        "io": "scripts have no files; print and log write text",
        "debug": "scripts have no debugger",
        "package": "modules come by require",
        "dofile": "scripts have no files",
        "loadfile": "scripts have no files",
        "loadstring": "it is load in Lua 5.4",
        "unpack": "it is table.unpack in Lua 5.4",
    ]

    /// Members of Lua's own libraries that scripts do without, with what to do instead.
    private static let absentMembers = [
        "string.dump": "scripts have no bytecode", "table.getn": "it is #list in Lua 5.4",
        "string.gfind": "it is string.gmatch in Lua 5.4", "math.pow": "it is x ^ y in Lua 5.4",
        "math.mod": "it is math.fmod in Lua 5.4", "table.maxn": "it is #list in Lua 5.4",
        "table.foreach": "it is for … in pairs(list) in Lua 5.4",
        "os.execute": "scripts run no commands", "os.exit": "use error, or return from the script",
        "os.getenv": "scripts see no environment; a workflow takes parameters",
        "os.remove": "scripts have no files", "os.rename": "scripts have no files",
        "os.tmpname": "scripts have no files; fog.artifact hands one over",
        "os.setlocale": "text is written as in the locale C",
    ]

    /// Words for an error about a member of one of Lua's own libraries; nil where nothing is near.
    static func words(_ library: String, _ name: String, _ members: [String]) -> String? {
        absentMembers["\(library).\(name)"] ?? Suggestion.hint(for: name, among: members)
    }

    /// Words for an error about a global; nil where nothing is near.
    static func words(_ name: String) -> String? { words(name, and: []) }

    /// The same, where a state has further globals of its own.
    static func words(_ name: String, and others: [String]) -> String? {
        if let words = absent[name] { return words }
        if Stdlib.modules.contains(name) { return "write 'local \(name) = require(\"\(name)\")' first" }
        if FogFunctions.specs.contains(where: { $0.name == "fog." + name }) { return "did you mean \"fog.\(name)\"?" }
        return Suggestion.hint(for: name, among: globals + others + Stdlib.modules)
    }
}
