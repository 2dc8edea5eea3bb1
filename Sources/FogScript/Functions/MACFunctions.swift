import FogModel
import FogOperations
import ScriptAPI

/// Functions about MAC addresses.
enum MACFunctions {
    typealias MACObject = EntityObject<MACAssociation>
    typealias HostKeyArgument = RowArgument<Host>

    static let all: [FogFunction] =
        RowFunctions<RowNumber<MACAssociation>>("mac", "macs").reading()
        + [ofHost, add, remove, makePrimary, ignore, pending, approve, deny, strip]

    private static let host = Parameter<HostKeyArgument>("host", "host that has it")
    private static let mac = Parameter<MACArgument>("mac", "address")
    private static let left = Parameter<[MACObject]>(result: "macs", "the host's addresses as they are now")

    static let ofHost = FogFunction(
        "fog.host_macs",
        method: "Host:mac_rows",
        "Lists the MAC addresses of a host.",
        Parameter<HostKeyArgument>("host", "host that has them"),
        details: "The field host.macs has the bare addresses, without a request.",
        returns: Parameter<[MACObject]>(result: "macs", "addresses, those that await approval as well"),
        operation: "listMACsOfHost",
        errors: ["not_found"],
        example: "for _, mac in ipairs(fog.host(\"pc-001\"):mac_rows()) do\n  print(mac.mac, mac.primary)\nend"
    ) { fog, host in
        try Lookup.id(host, fog).then { try Asking.rows(MACAssociation.self, .macs(.list($0))).map(fog.objects) }
    }

    static let add = FogFunction(
        "fog.host_mac_add",
        method: "Host:mac_add",
        "Gives a host a MAC address more.",
        Parameter<HostKeyArgument>("host", "host that gets it"),
        mac,
        Parameter<MACOptions?>("options", "how it is used"),
        details: "An address that another host has is a conflict, unless it is to be moved; the primary address of a "
            + "host cannot be moved.",
        returns: Parameter<MACObject>(result: "mac", "the address"),
        operation: "addMAC",
        errors: ["not_found", "conflict", "uncertain"],
        example: "fog.host(\"pc-001\"):mac_add(\"00:11:22:33:44:55\", { ignore_imaging = true })"
    ) { fog, host, mac, options in
        let options = options ?? MACOptions()
        return try Lookup.id(host, fog).then { host in
            let free: Ask<Void> = options.moves ? try takeAway(mac.mac, besides: host) : .done(())
            return try free.then { try Asking.row(MACAssociation.self, .macs(.add(mac.mac, host))) }.then { added in
                let ignored =
                    try options.ignores
                    ? Asking.row(MACAssociation.self, options.ignoring(mac.mac, host)) : .done(added)
                return try ignored.then { row in
                    guard options.isPrimary else { return .done(fog.object(row)) }
                    return try Asking.rows(MACAssociation.self, .macs(.setPrimary(mac.mac, host))).map { rows in
                        fog.object(rows.first { $0.mac == mac.mac.description } ?? row)
                    }
                }
            }
        }
    }

    /// Takes an address from the host that has it, if that is another one.
    private static func takeAway(_ mac: MACAddress, besides host: HostID) throws -> Ask<Void> {
        let owners = FogOperation.rows(.list(.mac, ["mac": .text(mac.description)]))
        return try Asking.rows(MACAssociation.self, owners).then { rows in
            guard let owner = rows.first?.hostID, owner != host else { return .done(()) }
            return try Asking.rows(MACAssociation.self, .macs(.remove(mac, owner))).map { _ in }
        }
    }

    static let remove = FogFunction(
        "fog.host_mac_remove",
        method: "Host:mac_remove",
        "Takes a MAC address from a host.",
        host,
        mac,
        details: "The last address and the primary one stay: make another one the primary first.",
        returns: left,
        operation: "removeMAC",
        errors: ["not_found", "refused", "uncertain"],
        example: "local host = fog.host(\"pc-001\")\nhost:mac_add(\"00:11:22:33:44:55\")\n"
            + "host:mac_remove(\"00:11:22:33:44:55\")"
    ) { fog, host, mac in
        try Lookup.id(host, fog).then {
            try Asking.rows(MACAssociation.self, .macs(.remove(mac.mac, $0))).map(fog.objects)
        }
    }

    static let makePrimary = FogFunction(
        "fog.host_mac_primary",
        method: "Host:mac_primary",
        "Makes a MAC address the primary one of its host.",
        host,
        mac,
        returns: left,
        operation: "setPrimaryMAC",
        errors: ["not_found", "refused", "uncertain"],
        example: "local host = fog.host(\"pc-001\")\nhost:mac_add(\"00:11:22:33:44:55\")\n"
            + "host:mac_primary(\"00:11:22:33:44:55\")"
    ) { fog, host, mac in
        try Lookup.id(host, fog).then {
            try Asking.rows(MACAssociation.self, .macs(.setPrimary(mac.mac, $0))).map(fog.objects)
        }
    }

    static let ignore = FogFunction(
        "fog.host_mac_ignore",
        method: "Host:mac_ignore",
        "Says who passes a MAC address of a host over.",
        host,
        mac,
        Parameter<MACIgnoring>("by", "who passes it over; what is absent stays as it is"),
        returns: Parameter<MACObject>(result: "mac", "the address as it is now"),
        operation: "ignoreMAC",
        errors: ["not_found", "uncertain"],
        example: "local host = fog.host(\"pc-001\")\nhost:mac_ignore(host.primac, { client = true })"
    ) { fog, host, mac, by in
        try Lookup.id(host, fog).then { host in
            let operation = MACOperation.ignore(mac.mac, host, byClient: by.client, byImaging: by.imaging)
            return try Asking.row(MACAssociation.self, .macs(operation)).map(fog.object)
        }
    }

    static let pending = FogFunction(
        "fog.pending_macs",
        "Lists the MAC addresses that await approval.",
        returns: Parameter<[MACObject]>(result: "macs", "addresses of all hosts; empty where none awaits it"),
        operation: "listPendingMACs",
        example: "for _, mac in ipairs(fog.pending_macs()) do\n  print(mac)\nend"
    ) { fog in
        try Asking.rows(MACAssociation.self, .macs(.pending)).map(fog.objects)
    }

    static let approve = FogFunction(
        "fog.mac_approve",
        method: "MAC:approve",
        "Approves a MAC address.",
        Parameter<RowNumber<MACAssociation>>("mac", "address that awaits approval"),
        returns: Parameter<MACObject>(result: "mac", "the address as it is now"),
        operation: "approveMAC",
        errors: ["not_found", "uncertain"],
        example: "for _, mac in ipairs(fog.pending_macs()) do\n  mac:approve()\nend"
    ) { fog, mac in
        try mac.id(on: fog).then { try Asking.row(MACAssociation.self, .macs(.approve($0))).map(fog.object) }
    }

    static let deny = FogFunction(
        "fog.mac_deny",
        method: "MAC:deny",
        "Denies a MAC address, which deletes it.",
        Parameter<RowNumber<MACAssociation>>("mac", "address that awaits approval"),
        returns: Parameter<Nothing>(result: "nothing", ""),
        operation: "denyMAC",
        errors: ["not_found", "refused", "uncertain"],
        example: "fog.pending_macs()[1]:deny()"
    ) { fog, mac in
        try mac.id(on: fog).then { id in try Asking.answer(to: .macs(.deny(id))).map { _ in Nothing() } }
    }

    static let strip = FogFunction(
        "fog.macs_strip",
        "Takes the addresses of shared network adapters from the hosts that booted with them.",
        Parameter<[MACPrefix]>("list", "addresses, or their beginnings such as \"00:e0:4c\""),
        Parameter<StrippingOptions?>("options", "how"),
        details: "Each host keeps an address. Where the primary one goes, another becomes it first. Addresses that"
            + " await approval are left alone. A host that fails does not stop the rest.",
        returns: Parameter<[StrippedMAC]>(
            result: "changes",
            "a table for each address found: mac, host, hostID, removed, primary (the new one) and reason"
        ),
        operation: "removeMAC",
        errors: ["auth", "unavailable"],
        example: "for _, change in ipairs(fog.macs_strip({ \"00:e0:4c\" }, { dry_run = true })) do\n"
            + "  print(change.host, change.mac, change.removed, change.reason)\nend"
    ) { _, prefixes, options in
        try MACStripping(prefixes: prefixes, isDryRun: options?.isDryRun ?? false).strip()
    }
}
