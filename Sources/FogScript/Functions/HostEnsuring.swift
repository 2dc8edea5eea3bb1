import FogModel
import FogOperations
import ScriptAPI

/// Sees that a host is registered as told, so that a script may be run again.
enum HostEnsuring {
    static let ensure = FogFunction(
        "fog.host_ensure",
        "Registers a host, or corrects the one that is there.",
        Parameter<HostDraftOptions>("host", "what it is to be; what is absent stays as it is"),
        details: "The host that has one of the addresses is meant, else the one that has the name. It gets the "
            + "name, the image and the values where they differ, and the addresses that it lacks. Nothing is taken "
            + "away.",
        returns: Parameter<EntityObject<Host>>(result: "host", "the host as the server now has it"),
        operation: "createHost",
        errors: ["conflict", "invalid_argument", "not_found", "uncertain"],
        example: "local host = fog.host_ensure({ name = \"pc-102\", mac = \"00:11:22:33:44:66\", image = 1 })\n"
            + "print(host, host == fog.host_ensure({ name = \"pc-102\", mac = \"00:11:22:33:44:66\" }))"
    ) { fog, draft in
        try owner(of: draft.addresses).then { owner in
            try Asking.rows(Host.self, .rows(.find(.host, .name(draft.name)))).then { named in
                if let owner, let other = named.first, other.id != owner.id { throw conflict(draft, owner, other) }
                guard let known = owner ?? named.first else { return try HostFunctions.register(draft, fog) }
                return try HostFunctions.changes(draft.image, values(draft), fog).then { changes in
                    try Asking.row(Host.self, .hosts(.update(known.id, changes))).then { host in
                        try add(draft.addresses, to: host)
                    }
                }
            }
        }.map(fog.object)
    }

    /// Finds the host that has one of some addresses; nil where nobody has.
    private static func owner(of macs: [MACAddress]) throws -> Ask<Host?> {
        try macs.reduce(.done(nil)) { (found: Ask<Host?>, mac) -> Ask<Host?> in
            try found.then { owner in
                try HostIdentity(mac: mac).find().map { host -> Host? in
                    guard let owner, let host, owner.id != host.id else { return owner ?? host }
                    throw FogError(
                        .conflict,
                        "the addresses belong to two hosts: \(owner.label) and \(host.label)",
                        hint: "give the addresses of one machine only"
                    )
                }
            }
        }
    }

    private static func conflict(_ draft: HostDraftOptions, _ owner: Host, _ other: Host) -> FogError {
        FogError(
            .conflict,
            "the address is that of \(owner.label), the name \"\(draft.name)\" that of \(other.label)",
            hint: "rename or delete one of them first"
        )
    }

    private static func values(_ draft: HostDraftOptions) -> [String: FieldValue] {
        draft.values.merging(["name": .text(draft.name)]) { given, _ in given }
    }

    /// Gives a host the addresses that it lacks.
    private static func add(_ macs: [MACAddress], to host: Host) throws -> Ask<Host> {
        let missing = macs.filter { !host.macs.contains($0.description) }
        guard !missing.isEmpty else { return .done(host) }
        let added: Ask<Void> = try missing.reduce(.done(())) { done, mac in
            try done.then { try Asking.row(MACAssociation.self, .macs(.add(mac, host.id))).map { _ in } }
        }
        return try added.then { try Asking.row(Host.self, .rows(.find(.host, .id(host.id.number)))) }
    }
}
