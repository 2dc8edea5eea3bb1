import FogSession
import ScriptAPI

/// What is known of the globals beside `fog` and Lua's own.
enum GlobalSpecs {
    static let all: [FunctionSpec] = [print, require, workflow] + channels.map(log) + os

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

    /// Functions of `os`, of which scripts have no others.
    static let os = [
        FunctionSpec(
            name: "os.time",
            summary: "Tells the time, or the one that the fields of a table say by the server's clock.",
            parameters: [
                ParameterSpec(
                    "fields",
                    LuaTypeSpec("table", isOptional: true),
                    "year, month, day, hour (default 12), min and sec; set right where they are beyond their ranges"
                )
            ],
            results: [ParameterSpec("instant", .integer, "seconds since 1970, by the clock of the run")]
        ),
        FunctionSpec(
            name: "os.date",
            summary: "Writes a time by the server's clock, or takes it apart.",
            details: "The pattern is C's, as in \"%Y-%m-%d\"; \"!\" before it writes UTC, \"*t\" gives a table. "
                + "The module time has more.",
            parameters: [
                ParameterSpec("pattern", LuaTypeSpec("string", isOptional: true), "how to write it (default \"%c\")"),
                ParameterSpec("instant", LuaTypeSpec("integer", isOptional: true), "seconds since 1970 (default now)"),
            ],
            results: [ParameterSpec("written", LuaTypeSpec("string", "table"), "text, or the fields of os.time")]
        ),
        FunctionSpec(
            name: "os.clock",
            summary: "Gives the seconds since it was first called, by the clock of the run.",
            results: [ParameterSpec("seconds", LuaTypeSpec("number"), "seconds")]
        ),
        FunctionSpec(
            name: "os.difftime",
            summary: "Gives the seconds from one time to another.",
            parameters: [
                ParameterSpec("later", LuaTypeSpec("number"), "seconds since 1970"),
                ParameterSpec("earlier", LuaTypeSpec("number"), "seconds since 1970"),
            ],
            results: [ParameterSpec("seconds", LuaTypeSpec("number"), "later less earlier")]
        ),
    ]

    /// Method of `log` that writes to a channel.
    static func log(_ channel: SessionOutput.Channel) -> FunctionSpec {
        FunctionSpec(
            name: "log." + channel.rawValue,
            summary: "Writes a line to the log, as \(channel.rawValue).",
            parameters: [ParameterSpec("...", LuaTypeSpec("any"), "values; tostring of each, tabs between")]
        )
    }
}
