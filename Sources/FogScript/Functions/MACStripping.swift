import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// What has become of one address of a shared adapter.
struct StrippedMAC: LuaReturnable {
    var mac: String
    var host: HostID
    var hostname: String?
    /// Address that became the host's primary one; nil where that stayed.
    var primary: String?
    /// Why it stays; nil where it is gone, or would be.
    var reason: String?
    /// Whether nothing was asked for: it would go, and is still there.
    var isDryRun: Bool

    static var luaType: LuaTypeSpec { LuaTypeSpec("table") }

    func luaValue() -> LuaValue {
        let left = reason ?? (isDryRun ? "dry run: it would be removed" : nil)
        return LuaValue([
            "mac": LuaValue(mac), "host": hostname.luaValue(), "hostID": .integer(host.number),
            "removed": .boolean(left == nil), "primary": primary.luaValue(), "reason": left.luaValue(),
        ])
    }
}

/// How shared adapters are taken away.
struct StrippingOptions: LuaOptionTable {
    var isDryRun = false

    static let options: [LuaOption<StrippingOptions>] = [
        .init("dry_run", \.isDryRun, "change nothing, and tell what would be done (default false)")
    ]

    init() {}
}

/// Takes the addresses of shared adapters from hosts, one after the other.
struct MACStripping {
    /// Addresses that go, or their beginnings.
    let prefixes: [MACPrefix]
    /// Whether to tell what would be done, and to change nothing.
    let isDryRun: Bool

    /// Strips all hosts.
    func strip() throws -> Ask<[StrippedMAC]> {
        try Asking.all(MACAssociation.self).then { rows in
            let owned = rows.filter { !$0.pending && $0.hostID != nil }
            let shared = owned.filter(isShared)
            guard !shared.isEmpty else { return .done([]) }
            return try Asking.all(Host.self).then { hosts in
                let names = Dictionary(hosts.map { ($0.id, $0.name) }) { first, _ in first }
                return try shared.reduce(.done([])) { done, row in
                    try done.then { changes in
                        try strip(row, owned, changes).map { change in
                            var change = change
                            change.hostname = names[change.host]
                            return changes + [change]
                        }
                    }
                }
            }
        }
    }

    private func isShared(_ row: MACAssociation) -> Bool { prefixes.contains { row.mac.hasPrefix($0.text) } }

    private func strip(
        _ row: MACAssociation,
        _ owned: [MACAssociation],
        _ changes: [StrippedMAC]
    ) throws -> Ask<StrippedMAC> {
        guard let host = row.hostID, let mac = MACAddress(row.mac) else {
            throw FogError(.server, "\(row.label) is no address of a host")
        }
        var change = StrippedMAC(mac: row.mac, host: host, isDryRun: isDryRun)
        let gone = Set(changes.filter { $0.host == host && $0.reason == nil }.map(\.mac))
        let rest = owned.filter { $0.hostID == host && $0.mac != row.mac && !gone.contains($0.mac) }
        guard let other = rest.first(where: { !isShared($0) }) ?? rest.first else {
            change.reason = "it is the host's only address"
            return .done(change)
        }
        let isPrimary = row.primary || changes.contains { $0.host == host && $0.primary == row.mac }
        guard isPrimary, let next = MACAddress(other.mac) else { return try remove(mac, change) }
        return try attempt(.macs(.setPrimary(next, host))).then { failure in
            if let failure {
                change.reason = failure
                return .done(change)
            }
            change.primary = other.mac
            return try remove(mac, change)
        }
    }

    private func remove(_ mac: MACAddress, _ change: StrippedMAC) throws -> Ask<StrippedMAC> {
        try attempt(.macs(.remove(mac, change.host))).map { failure in
            var change = change
            change.reason = failure
            return change
        }
    }

    /// Asks for an operation, in a dry run for nothing; gives why it failed, nil where it did not.
    ///
    /// A call that was called off ends all.
    private func attempt(_ operation: FogOperation) throws -> Ask<String?> {
        if isDryRun { return .done(nil) }
        return .ask(operation) { answer in
            switch answer {
            case .success: return .done(nil)
            case .failure(let error as FogError) where error.code != .cancelled: return .done(error.description)
            case .failure(let error): throw error
            }
        }
    }
}
