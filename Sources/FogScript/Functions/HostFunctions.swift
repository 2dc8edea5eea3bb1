import FogModel
import FogOperations
import ScriptAPI

/// Functions about hosts.
enum HostFunctions {
    typealias HostObject = EntityObject<Host>

    static let all: [FogFunction] = [list, get, find, this, create, HostEnsuring.ensure, update, delete, tasks, fail]

    static let list = FogFunction(
        "fog.hosts",
        "Lists hosts.",
        Parameter<SelectorArgument?>("selector", "which hosts, as in \"lab-3-*\" or \"group:Lab A\"; all if absent"),
        Parameter<SelectionOptions?>("options", "how"),
        details: "A part of the selector that names or fits nothing there is, is an error. 'foghorn help lua selector' "
            + "shows how hosts are selected.",
        returns: Parameter<[HostObject]>(result: "hosts", "hosts by name; may be empty, as for a group without hosts"),
        operation: "listHosts",
        errors: ["not_found", "auth", "unavailable", "server"],
        example: "for _, host in ipairs(fog.hosts(\"group:Lab A,!pc-003\")) do\n  print(host.name, host.primac)\nend"
    ) { fog, selector, options in
        let list = HostOperation.list(selector?.selector, allowsUnknown: options?.allowEmpty ?? false)
        return try Asking.rows(Host.self, .hosts(list)).map(fog.objects)
    }

    static let get = FogFunction(
        "fog.host",
        "Gets one host.",
        Parameter<HostKey>("key", "number, exact name, a selector that one host fits, or { mac, serial or uuid }"),
        returns: Parameter<HostObject>(result: "host", "the host"),
        operation: "findHost",
        errors: ["not_found", "ambiguous"],
        example: "local host = fog.host(\"pc-001\")\nprint(host.name, host.imagename)"
    ) { fog, key in
        try key.find(on: fog).then { host in
            if let host { return .done(fog.object(host)) }
            return try key.fail()
        }
    }

    static let find = FogFunction(
        "fog.find_host",
        "Finds one host.",
        Parameter<HostKey>("key", "number, exact name, a selector that one host fits, or { mac, serial or uuid }"),
        returns: Parameter<HostObject?>(result: "host", "the host; nil where there is none"),
        operation: "findHost",
        errors: ["ambiguous"],
        example: "if not fog.find_host(\"pc-999\") then\n  print(\"not registered\")\nend"
    ) { fog, key in
        try key.find(on: fog, allowsUnknown: true).map { host in host.map(fog.object) }
    }

    static let this = FogFunction(
        "fog.this_host",
        "Finds the host that Foghorn itself runs on.",
        details: "It is known by the addresses of its network cards.",
        returns: Parameter<HostObject?>(result: "host", "the host; nil where this machine is not registered"),
        operation: "findThisHost",
        errors: ["ambiguous"],
        example: "local here = fog.this_host()\nprint(here and here.name or \"this machine is not registered\")"
    ) { fog in
        try Asking.rows(Host.self, .hosts(.thisMachine)).map { $0.first.map(fog.object) }
    }

    static let create = FogFunction(
        "fog.host_create",
        "Registers a host.",
        Parameter<HostDraftOptions>("host", "what it is made of"),
        returns: Parameter<HostObject>(result: "host", "the host as the server now has it"),
        operation: "createHost",
        errors: ["conflict", "invalid_argument"],
        example: "print(fog.host_create({ name = \"pc-100\", mac = \"00:11:22:33:44:55\", image = 1 }))"
    ) { fog, draft in
        try register(draft, fog).map(fog.object)
    }

    /// Registers a new host.
    static func register(_ draft: HostDraftOptions, _ fog: FogHandle) throws -> Ask<Host> {
        guard !draft.addresses.isEmpty else {
            throw FogError(.invalidArgument, "host \"\(draft.name)\" needs a MAC address", hint: "give mac or macs")
        }
        return try changes(draft.image, draft.values, fog).then { changes in
            let draft = HostDraft(name: draft.name, macs: draft.addresses, changes: changes)
            return try Asking.row(Host.self, .hosts(.create(draft)))
        }
    }

    static let update = FogFunction(
        "fog.host_update",
        method: "Host:update",
        "Changes a host.",
        Parameter<RowArgument<Host>>("host", "host to change"),
        Parameter<HostChangeOptions>("changes", "new values; an empty text clears a field"),
        returns: Parameter<HostObject>(result: "host", "the host as the server now has it"),
        operation: "updateHost",
        errors: ["not_found", "invalid_argument"],
        example: "fog.host(\"pc-001\"):update({ description = \"front row\" })"
    ) { fog, host, options in
        try Lookup.id(host, fog).then { id in
            try changes(options.image, options.values, fog).then { changes in
                try Asking.row(Host.self, .hosts(.update(id, changes))).map(fog.object)
            }
        }
    }

    static let delete = RowFunctions<RowArgument<Host>>("host", "hosts").deleting(
        example: "fog.host_create({ name = \"pc-101\", mac = \"00:11:22:33:44:56\" }):delete()"
    )

    static let tasks = FogFunction(
        "fog.host_tasks",
        method: "Host:tasks",
        "Lists a host's active tasks.",
        Parameter<RowArgument<Host>>("host", "host that has them"),
        returns: Parameter<[EntityObject<FogTask>]>(result: "tasks", "tasks; empty where it has none"),
        operation: "listTasks",
        example: "print(#fog.host(\"pc-001\"):tasks() .. \" tasks\")"
    ) { fog, host in
        try Lookup.id(host, fog).then { id in
            try Asking.rows(FogTask.self, .tasks(.list(TaskQuery(hosts: [id])))).map(fog.objects)
        }
    }

    static let fail = FogFunction(
        "fog.host_fail",
        method: "Host:fail",
        "Counts a host as not done.",
        Parameter<RowArgument<Host>>("host", "host that it is about"),
        Parameter<String>("reason", "why, one line"),
        details: "The run goes on, names the host at its end and ends with exit code 3, as for a host whose task "
            + "failed. A later task that is done counts instead. A name that no host has counts too, as of a host that "
            + "could not be registered.",
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "failHost",
        example: "local host = fog.host(\"pc-001\")\nif not host:last_imaged() then\n  "
            + "host:fail(\"was never imaged\")\nend"
    ) { fog, host, reason in
        try subject(host, fog).then { subject in
            try Asking.answer(to: .session(.fail(subject, reason: reason))).map { _ in Nothing() }
        }
    }

    private static func subject(_ host: RowArgument<Host>, _ fog: FogHandle) throws -> Ask<FailedHost> {
        guard case .key(.name(let name)) = host else { return try Lookup.id(host, fog).map { .host($0) } }
        return try Asking.rows(Host.self, .rows(.find(.host, RowKey(Key<Host>.name(name))))).map { hosts in
            hosts.first.map { .host($0.id) } ?? .absent(name)
        }
    }

    /// Changes of a host that options ask for.
    static func changes(
        _ image: RowArgument<Image>?,
        _ values: [String: FieldValue],
        _ fog: FogHandle
    ) throws -> Ask<HostChanges> {
        guard let image else { return .done(HostChanges(values: values)) }
        return try Lookup.id(image, fog).map { HostChanges(image: .id($0), values: values) }
    }
}
