import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// The verbs that administrators think in: what they take is declared here, what they do is in module `verbs`.
///
/// Here the arguments are checked and what they name is found; the body, in Lua, goes through the hosts by the single
/// functions of `fog`.
enum VerbFunctions {
    static let all: [FogFunction] = [deploy, deployGroup, capture, wake, inventory, runSnapins, wipe]

    private static let several =
        "Several hosts are worked on at a time. What goes wrong on a host is its result and no error, so that the others go "
        + "on; only a refused login, a spent failure budget or a closed window end it. "

    private static let results = Parameter<VerbCall>(
        result: "results",
        "a Result where one host, as object or number, was given; else a list of them in the order of the hosts"
    )

    static let deploy = FogFunction(
        "fog.deploy",
        method: "Host:deploy",
        "Deploys an image to hosts, and waits until they have it.",
        Parameter<HostsArgument>("hosts", "hosts: a selector, or a list of hosts, numbers or names; or one host"),
        Parameter<VerbOptions<DeployOptions>?>("options", "how"),
        details: several
            + "Their disks are overwritten. A host that has something to do already keeps its image. Snapins that run "
            + "afterwards are waited for too, unless the host is switched off then.",
        returns: results,
        operation: "createTask",
        errors: ["not_found", "refused", "auth", "budget", "window"],
        example: "for _, result in ipairs(fog.deploy(\"group:Lab B\", { parallel = 4 })) do\n"
            + "  print(result.host, result.outcome, result.evidence)\nend"
    ) { fog, hosts, options in
        try hosts.rows(on: fog).then { try deployment(fog, $0, options ?? VerbOptions(), isOne: hosts.isOne) }
    }

    static let deployGroup = FogFunction(
        "fog.group_deploy",
        method: "Group:deploy",
        "Deploys an image to the hosts of a group, and waits until they have it.",
        Parameter<RowArgument<Group>>("group", "group whose hosts get it; who is in it is asked anew"),
        Parameter<VerbOptions<DeployOptions>?>("options", "how, as for fog.deploy"),
        details: several + "Each host gets a task of its own: FOG's task for a group writes wrong images.",
        returns: Parameter<VerbCall>(result: "results", "a list of Results in the order of the hosts"),
        operation: "createTask",
        errors: ["not_found", "refused", "auth", "budget", "window"],
        origin: "FOG 1.5.9.239, recordings: a deploy that is asked for a group gives hosts the wrong image",
        example: "for _, result in ipairs(fog.group(\"Lab B\"):deploy({ parallel = 4 })) do\n  print(result)\nend"
    ) { fog, group, options in
        try Lookup.row(group, fog).then { group in
            let members = FogOperation.links(.list(.groupHosts, of: group.id.number))
            return try Asking.rows(Host.self, members).then { hosts in
                if hosts.isEmpty { throw FogError(.notFound, "\(group.label) has no hosts") }
                return try deployment(fog, hosts, options ?? VerbOptions(), isOne: false)
            }
        }
    }

    private static func deployment(
        _ fog: FogHandle,
        _ hosts: [Host],
        _ options: VerbOptions<DeployOptions>,
        isOne: Bool
    ) throws -> Ask<VerbCall> {
        try image(options.own.image, fog).then { image in
            try found(options.own.snapins?.snapins, fog).map { snapins in
                var call = VerbCall(fog, hosts, options, isOne: isOne)
                call["image"] = image
                call["snapins"] = snapins
                if options.own.snapins?.isAny == true { call.task["snapins"] = true }
                return call
            }
        }
        .then { try announced($0, .deploy, to: hosts) }
    }

    static let capture = FogFunction(
        "fog.capture",
        method: "Host:capture",
        "Captures a host's disk into its image, and waits until it is there.",
        Parameter<RowArgument<Host>>("host", "host whose disk is read"),
        Parameter<VerbOptions<CaptureOptions>?>("options", "how"),
        details: "The image's files on the server are replaced. Refused while the image is being deployed.",
        returns: Parameter<VerbCall>(result: "result", "the Result"),
        operation: "createTask",
        errors: ["not_found", "auth"],
        example: "print(fog.capture(\"pc-001\", { image = \"Windows 11\" }))"
    ) { fog, host, options in
        let options = options ?? VerbOptions()
        return try fresh(host, fog).then { host in
            try image(options.own.image, fog).map { image in
                var call = VerbCall(fog, [host], options, isOne: true)
                call["image"] = image
                return call
            }
        }
    }

    static let wake = FogFunction(
        "fog.wake",
        method: "Host:wake",
        "Has the server send hosts the packet that switches them on.",
        Parameter<HostsArgument>("hosts", "hosts: a selector, or a list of hosts, numbers or names; or one host"),
        Parameter<WakeOptions?>("options", "how"),
        details:
            "Nothing tells whether a host has heard it. What goes wrong on a host is its result and no error, so that the "
            + "others go on.",
        returns: results,
        operation: "createTask",
        errors: ["not_found", "auth", "budget", "window"],
        example: "fog.wake(\"group:Lab A\", { stagger = \"2s\" })"
    ) { fog, hosts, options in
        let options = options ?? WakeOptions()
        return try hosts.rows(on: fog).then { rows in
            var call = VerbCall(fog, rows, isOne: hosts.isOne)
            call["parallel"] = .integer(options.parallel.count)
            call["stagger"] = .number(options.stagger?.seconds ?? 0)
            call["retries"] = .integer(options.retries.count)
            call["spacing"] = .number(options.spacing?.seconds ?? 10)
            return try announced(call, .wake, to: rows)
        }
    }

    static let inventory = FogFunction(
        "fog.inventory",
        "Has hosts read their hardware, and waits until the server knows it.",
        Parameter<HostsArgument>("hosts", "hosts: a selector, or a list of hosts, numbers or names; or one host"),
        Parameter<VerbOptions<PlainOptions>?>("options", "how"),
        details: several + "host:inventory() gives what was read.",
        returns: results,
        operation: "createTask",
        errors: ["not_found", "auth", "budget", "window"],
        example: "fog.inventory({ \"pc-001\", \"pc-002\" })\nprint(fog.host(\"pc-001\"):inventory().sysproduct)"
    ) { fog, hosts, options in
        try hosts.rows(on: fog).then { rows in
            try announced(VerbCall(fog, rows, options ?? VerbOptions(), isOne: hosts.isOne), .inventory, to: rows)
        }
    }

    static let runSnapins = FogFunction(
        "fog.run_snapins",
        method: "Host:run_snapins",
        "Has hosts run snapins, and waits for what these return.",
        Parameter<HostsArgument>("hosts", "hosts: a selector, or a list of hosts, numbers or names; or one host"),
        Parameter<RowsArgument<Snapin>?>(
            "snapins",
            "one or a list, run in this order and given to hosts that lack them; all that a host has if absent"
        ),
        Parameter<VerbOptions<SnapinOptions>?>("options", "how"),
        details: several + "After a snapin that fails, a host runs no further one of the list.",
        returns: results,
        operation: "createTask",
        errors: ["not_found", "invalid_argument", "auth", "budget", "window"],
        example: "local result = fog.host(\"pc-001\"):run_snapins(\"7-Zip\")\n"
            + "for _, snapin in ipairs(result.snapins) do\n  print(snapin.name, snapin.exit_code)\nend"
    ) { fog, hosts, snapins, options in
        let options = options ?? VerbOptions()
        if !options.waits, let snapins, snapins.rows.count > 1 {
            throw FogError(
                .invalidArgument,
                "several snapins run one after the other, which takes waiting",
                hint: "leave out wait = false, or give one snapin"
            )
        }
        return try hosts.rows(on: fog).then { rows in
            try found(snapins, fog).map { snapins in
                var call = VerbCall(fog, rows, options, isOne: hosts.isOne)
                call["snapins"] = snapins
                return call
            }
            .then { try announced($0, snapins == nil ? .allSnapins : .singleSnapin, to: rows) }
        }
    }

    static let wipe = FogFunction(
        "fog.wipe",
        method: "Host:wipe",
        "Wipes a host's disk, and waits until that is done.",
        Parameter<RowArgument<Host>>("host", "the one host; there is no wipe of several"),
        Parameter<WipeKind>("kind", "fast (partition table), normal (once over), full (three times over)"),
        Parameter<VerbOptions<PlainOptions>?>("options", "how"),
        details: "Everything on the disk is lost, and nothing brings it back.",
        returns: Parameter<VerbCall>(result: "result", "the Result"),
        operation: "createTask",
        errors: ["not_found", "auth", "denied"],
        example: "print(fog.wipe(\"pc-001\", \"fast\"))"
    ) { fog, host, kind, options in
        try fresh(host, fog).map { host in
            var call = VerbCall(fog, [host], options ?? VerbOptions(), isOne: true)
            call["type"] = LuaValue(kind.type.rawValue)
            return call
        }
    }

    /// Tells of a task for several hosts before the first has it, so that whoever is asked for leave hears how many they are.
    private static func announced(_ call: VerbCall, _ type: TaskTypeName, to hosts: [Host]) throws -> Ask<VerbCall> {
        guard hosts.count > 1 else { return .done(call) }
        return try Asking.answer(to: .session(.announce(Grant(.task(.name(type))), hosts.map(\.id)))).map { _ in call }
    }

    private static func fresh(_ host: RowArgument<Host>, _ fog: FogHandle) throws -> Ask<Host> {
        try Lookup.id(host, fog).then { id in try Lookup.rows([id]).map { $0[0] } }
    }

    /// Finds the image that hosts get; refuses one that no host could use, before any has it.
    private static func image(_ argument: RowArgument<Image>?, _ fog: FogHandle) throws -> Ask<LuaValue> {
        guard let argument else { return .done(.nil) }
        return try Lookup.row(argument, fog).map { image in
            if !image.isEnabled {
                throw FogError(.refused, "\(image.label) is not enabled", hint: "enable it on FOG's page")
            }
            return fog.object(image).luaValue()
        }
    }

    /// Numbers of rows as a list; nil where none are named.
    private static func found<Row: ScriptEntity & NamedEntity>(
        _ argument: RowsArgument<Row>?,
        _ fog: FogHandle
    ) throws -> Ask<LuaValue> {
        guard let argument else { return .done(.nil) }
        return try argument.ids(on: fog).map { ids in LuaValue(ids.map { .integer($0.number) }) }
    }
}

extension FogFunction {
    /// Whether its body is in module `verbs`.
    var isVerb: Bool { VerbFunctions.all.contains { $0.spec.name == spec.name } }
}
