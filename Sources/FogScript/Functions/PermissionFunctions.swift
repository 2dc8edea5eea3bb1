import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// Functions about what the script may do.
enum PermissionFunctions {
    static let all: [FogFunction] = [restrict, permitted, refusal]

    static let restrict = FogFunction(
        "fog.restrict",
        "Gives the same functions with leave to do less.",
        Parameter<RestrictionTable>("options", "what they may do"),
        details: """
            What it gives may do what its maker may do and this allows: never more. Hand it to code that is to touch some \
            hosts only. Objects that it gives remember it: their methods may do no more, either. With hosts it changes \
            nothing but hosts, and of these only the named ones; which ones they are is settled once. Reading is confined \
            by allow and deny alone.
            """,
        returns: Parameter<FogNamespace>(result: "fog", "the same functions, with leave to do less"),
        operation: "restrict",
        errors: ["invalid_argument", "denied", "limit"],
        example: """
            local lab = fog.restrict({ hosts = "group:Lab A", allow = { "read", "task:deploy" }, max_hosts = 5 })
            print(lab.permitted("task:deploy", "pc-001"), lab.permitted("task:capture", "pc-001"))
            """
    ) { fog, options in
        let operation = FogOperation.session(.restrict(options.set))
        let server = fog.place.server
        return try Asking.answer(to: operation).map { answer in
            guard case .numbers(let numbers) = answer, let handle = numbers.first else {
                throw Asking.mismatch(operation)
            }
            return FogNamespace(FogPlace(server: server, handle: handle))
        }
    }

    static let permitted = FogFunction(
        "fog.permitted",
        "Says whether something would be permitted.",
        Parameter<GrantArgument>("what", "what is to be done, as in \"task:deploy\" or \"write:host\""),
        Parameter<RowArgument<Host>?>("host", "host that it would be done to; any host if absent"),
        details: "Nobody is asked. How many hosts the run may still change is not looked at.",
        returns: Parameter<Bool>(result: "permitted", "whether it would be"),
        operation: "permitted",
        errors: ["not_found"],
        example: "print(fog.permitted(\"task:deploy\", \"pc-001\"))"
    ) { fog, what, host in
        try ask(fog, what, host).map { $0 == nil }
    }

    static let refusal = FogFunction(
        "fog.refusal",
        "Says why something would not be permitted.",
        Parameter<GrantArgument>("what", "what is to be done, as in \"task:deploy\" or \"write:host\""),
        Parameter<RowArgument<Host>?>("host", "host that it would be done to; any host if absent"),
        returns: Parameter<String?>(result: "reason", "why not; nil where it would be permitted"),
        operation: "permitted",
        errors: ["not_found"],
        example: "local lab = fog.restrict({ deny = { \"setting\" } })\nprint(lab.refusal(\"setting\"))"
    ) { fog, what, host in
        try ask(fog, what, host)
    }

    private static func ask(
        _ fog: FogHandle,
        _ what: GrantArgument,
        _ host: RowArgument<Host>?
    ) throws -> Ask<String?> {
        func ask(_ host: HostID?) throws -> Ask<String?> {
            let operation = FogOperation.session(.permitted(what.grant, host))
            return try Asking.answer(to: operation).map { answer in
                guard case .permission(let refusal) = answer else { throw Asking.mismatch(operation) }
                return refusal
            }
        }
        guard let host else { return try ask(nil) }
        return try Lookup.id(host, fog).then { try ask($0) }
    }
}

/// What a narrower handle may do.
struct RestrictionTable: LuaOptionTable {
    private var hosts: SelectorArgument?
    private var allow: [GrantArgument]?
    private var deny: [DenialArgument]?
    private var maxHosts: HostCount?

    static let options: [LuaOption<RestrictionTable>] = [
        .init("hosts", \.hosts, "selector of the hosts that may be changed; nothing but hosts then"),
        .init("allow", \.allow, "grants such as \"task:deploy\" or \"write:host@pc-*\"; everything if absent"),
        .init("deny", \.deny, "what may not be done, whatever is allowed"),
        .init("max_hosts", \.maxHosts, "how many different hosts may be changed"),
    ]

    init() {}

    var set: PermissionSet {
        PermissionSet(
            allow: allow?.map(\.grant),
            deny: (deny ?? []).map(\.grant),
            hosts: hosts?.selector,
            maxHosts: maxHosts?.number
        )
    }
}

/// A grant as scripts write it.
struct GrantArgument: LuaConvertible {
    var grant: Grant

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        grant = try read(value, for: .allowing)
    }
}

/// What is taken away, as scripts write it.
struct DenialArgument: LuaConvertible {
    var grant: Grant

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        grant = try read(value, for: .denying)
    }
}

private func read(_ value: LuaValue, for use: Grant.Use) throws(LuaMismatch) -> Grant {
    let text = try String(lua: value)
    do throws(GrantFault) {
        return try Grant(text, for: use)
    } catch {
        throw .value(error.error(in: text).description)
    }
}

/// A number of hosts, 0 or more.
struct HostCount: LuaConvertible {
    var number: Int

    static var luaType: LuaTypeSpec { LuaTypeSpec("integer") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        number = try Int(lua: value)
        if number < 0 { throw .value("0 or more expected") }
    }
}
