import FogSession
import ScriptAPI

/// What is known of the globals beside `fog` and Lua's own.
enum GlobalSpecs {
    static let all: [FunctionSpec] = [print, require, workflow] + channels.map(log)

    /// Channels of `log`.
    static let channels: [SessionOutput.Channel] = [.debug, .info, .warning, .error]

    static let print = FunctionSpec(
        name: "print",
        summary: "Writes a line to the standard output.",
        parameters: [ParameterSpec("...", LuaTypeSpec("any"), "values; tostring of each, tabs between")]
    )

    static let require = FunctionSpec(
        name: "require",
        summary: "Gives a module of the standard library, or one of the script's own.",
        details:
            "require \"lab.names\" gives what lab/names.lua in the script's folder returns; its text runs once, with globals "
            + "of its own. Foghorn reads such modules before the script runs: so their names are written out in the text.",
        parameters: [ParameterSpec("name", .string, "name of the module, as in \"flow\"; never a path")],
        results: [ParameterSpec("module", LuaTypeSpec("any"), "the module; one of the library cannot be changed")]
    )

    static let workflow = FunctionSpec(
        name: "workflow",
        summary: "Describes the script: what it does, what it takes, and what runs.",
        details:
            "A script returns what this gives. The description can be read without running anything. Each parameter is a "
            + "table of type, help, required, default, min, max, length, pattern, form (what fits the pattern, in words), "
            + "choices and list; on the command line it is a flag of the same name. check gets the arguments before "
            + "anything is done; a text that it returns says what does not hold, and the run ends with exit code 2.",
        parameters: [
            ParameterSpec(
                "description",
                LuaTypeSpec("table"),
                "summary, parameters by name, permissions, check, and run, which gets the arguments"
            )
        ],
        results: [ParameterSpec("workflow", LuaTypeSpec("Workflow"), "the workflow, for return")]
    )

    /// Method of `log` that writes to a channel.
    static func log(_ channel: SessionOutput.Channel) -> FunctionSpec {
        FunctionSpec(
            name: "log." + channel.rawValue,
            summary: "Writes a line to the log, as \(channel.rawValue).",
            parameters: [ParameterSpec("...", LuaTypeSpec("any"), "values; tostring of each, tabs between")]
        )
    }
}
