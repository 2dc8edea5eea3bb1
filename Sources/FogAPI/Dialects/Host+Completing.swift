public import FogModel

extension Host {
    /// Gives hosts of a list of 1.6 their MAC addresses: one request for a page of hosts, and few for all of a site.
    ///
    /// What a list of 1.6 holds nowhere, the domain, its unit and account, stays unset: a host that is asked for alone
    /// has it.
    ///
    /// Origin: FOG 1.6, section 4.3: rows of hosts lack `macs`, the domain and the inventory.
    public static func completed(_ rows: [Host], by server: FogServer) async throws -> [Host] {
        let bare = rows.filter(\.macs.isEmpty).map(\.id.number)
        if bare.isEmpty { return rows }
        // A list gives several times as many addresses at once as a query can name hosts.
        let pieces = RowFilter.pieces("hostID", bare)
        var macs: [Int: [String]] = [:]
        var primary: [Int: String] = [:]
        for filter in pieces.count <= 2 ? pieces : [.all] {
            for row in try await server.values(
                "macaddressassociation",
                ["hostID", "mac", "primary", "pending"],
                filter: filter
            ) {
                // A pending address is not the host's until somebody approves it.
                guard let host = row["hostID"].flatMap({ Int($0) }), let mac = row["mac"], row["pending"] != "1"
                else { continue }
                macs[host, default: []].append(mac)
                if row["primary"] == "1" { primary[host] = mac }
            }
        }
        return rows.map { host in
            var host = host
            if host.macs.isEmpty { host.macs = macs[host.id.number] ?? [] }
            if host.primac == nil { host.primac = primary[host.id.number] }
            return host
        }
    }
}
