import FogModel
import FogOperations
import FogSession
import LuaKit
import ScriptAPI

/// Functions about the server and the operator.
enum ServerFunctions {
    static let all: [FogFunction] = [info, supports, plugins, server, confirm, now, artifact]

    static let info = FogFunction(
        "fog.info",
        "Says what server this is.",
        returns: Parameter<ServerObject>(result: "server", "address, version and time zone"),
        operation: "serverInfo",
        errors: ["auth", "unavailable", "server"],
        example: "print(fog.info().version)"
    ) { _ in
        try Asking.answer(to: .server(.info)).map { answer in
            guard case .server(let info) = answer else { throw Asking.mismatch(.server(.info)) }
            return ServerObject(info)
        }
    }

    static let supports = FogFunction(
        "fog.supports",
        "Says whether the server can do something that not every server can.",
        Parameter<CapabilityArgument>("capability", "what it is to do, as in \"paging\" or \"roles\""),
        details: "It is found by what the server answers, never by its version. fog.info().capabilities lists all.",
        returns: Parameter<Bool>(result: "supported", "whether it can"),
        operation: "supports",
        errors: ["auth", "unavailable", "server"],
        example: "if fog.supports(\"roles\") then\n  print(#fog.roles() .. \" roles\")\nend"
    ) { _, capability in
        let operation = FogOperation.server(.supports(capability.capability))
        return try Asking.answer(to: operation).map { answer in
            guard case .flag(let flag) = answer else { throw Asking.mismatch(operation) }
            return flag
        }
    }

    static let plugins = FogFunction(
        "fog.plugins",
        "Lists the server's plugins.",
        returns: Parameter<[PluginObject]>(result: "plugins", "plugins, those that are switched off as well"),
        operation: "listPlugins",
        errors: ["auth", "unavailable", "server"],
        example: "for _, plugin in ipairs(fog.plugins()) do\n  print(plugin.name, plugin.state)\nend"
    ) { _ in
        try Asking.answer(to: .server(.plugins)).map { answer in
            guard case .plugins(let plugins) = answer else { throw Asking.mismatch(.server(.plugins)) }
            return plugins.map { PluginObject($0) }
        }
    }

    static let server = FogFunction(
        "fog.server",
        "Gives the functions of another server.",
        Parameter<String>("name", "name of the server in the operator's settings, as 'foghorn servers' lists it"),
        details: "What it gives has all functions of fog. Its objects remember their server: their methods work there.",
        returns: Parameter<FogNamespace>(result: "fog", "the same functions, for that server"),
        operation: "openServer",
        errors: ["not_found", "denied"],
        example: "local annexe = fog.server(\"annexe\")\nprint(#annexe.hosts(), annexe.host(\"pc-001\"))"
    ) { fog, name in
        let operation = FogOperation.session(.open(server: name))
        let place = FogPlace(server: name, handle: fog.place.handle)
        return try Asking.answer(to: operation).map { _ in FogNamespace(place) }
    }

    static let confirm = FogFunction(
        "fog.confirm",
        "Asks the operator before something is changed.",
        Parameter<String>("question", "what is about to be done"),
        Parameter<Int?>("host_count", "how many hosts it touches"),
        details: "Goes on at once where nobody has to be asked: on the simulator, and with --yes.",
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "confirm",
        errors: ["denied"],
        example: "fog.confirm(\"Wipe the front row?\", 6)"
    ) { _, question, hostCount in
        let operation = FogOperation.session(.confirm(Confirmation(question: question, hostCount: hostCount)))
        return try Asking.answer(to: operation).map { answer in
            guard case .flag(let isAgreed) = answer else { throw Asking.mismatch(operation) }
            if !isAgreed {
                throw FogError(
                    .denied,
                    "nobody said yes to \"\(question)\"",
                    operation: operation.name,
                    hint: "that was not done"
                )
            }
            return Nothing()
        }
    }

    static let now = FogFunction(
        "fog.now",
        "Tells the time.",
        returns: Parameter<Double>(result: "time", "seconds since 1970-01-01 UTC by the run's clock"),
        operation: "now",
        example: "print(fog.now())"
    ) { _ in
        try Asking.answer(to: .session(.now)).map { answer in
            guard case .time(let seconds) = answer else { throw Asking.mismatch(.session(.now)) }
            return seconds
        }
    }

    static let artifact = FogFunction(
        "fog.artifact",
        "Hands a file over to whoever runs the script.",
        Parameter<String>("name", "name of the file without folders, as in \"report.csv\""),
        Parameter<UnicodeText>("text", "all that the file holds, in UTF-8"),
        details: """
            It lands in the run's folder, and foghorn says at the end where that is. A second file of the same name \
            replaces the first. All of them together hold at most 64 MiB.
            """,
        returns: Parameter<Nothing>(result: "nothing", ""),
        errors: ["invalid_argument", "limit"],
        example: "fog.artifact(\"hosts.txt\", tostring(#fog.hosts()) .. \" hosts\\n\")"
    ) { fog, name, text in
        try fog.run.handOver(Artifact(name: name, text: text.text))
        return Nothing()
    }
}

/// A text that is UTF-8 throughout, so that it arrives as it was.
struct UnicodeText: LuaConvertible {
    var text: String

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        guard case .string(let bytes) = value else { throw .type }
        guard let text = bytes.validString else { throw .value("it is no text in UTF-8") }
        self.text = text
    }
}
