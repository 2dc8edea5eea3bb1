public import FogModel

extension FogServer {
    /// Lists the addresses of a host, the primary first.
    public func macs(of host: HostID) async throws -> [MACAssociation] {
        let rows = try await rows(MACAssociation.self, filter: .equals("hostID", host.number))
        if rows.isEmpty { try await checkExist(Host.className, [host.number]) }
        return rows.sorted { ($0.primary ? 0 : 1, $0.id.number) < ($1.primary ? 0 : 1, $1.id.number) }
    }

    /// Lists the addresses that await approval, of all hosts.
    public func pendingMACs() async throws -> [MACAssociation] {
        try await list(MACAssociation.self, where: ["pending": .flag(true)])
    }

    /// Gives an address to a host.
    ///
    /// - Parameters:
    ///   - mac: address.
    ///   - host: host.
    /// - Returns: the address as the server has it; one that the host has already is given back as it is.
    /// - Throws: `FogError` with `conflict` where another host has it: FOG would take it away from that one, and a host
    ///   that loses its primary address is gone.
    ///
    /// Origin: FOG 1.5.9.239, trap 7; recordings 123 to 129.
    public func addMAC(_ mac: MACAddress, to host: HostID) async throws -> MACAssociation {
        if let known = try await owner(of: mac) {
            if known.hostID == host { return known }
            throw FogError(
                .conflict,
                "host \(host) cannot have MAC address \(mac): it belongs to host \(known.hostID.map { "\($0)" } ?? "?")",
                hint: "FOG would take it away from that host"
            )
        }
        let answer = try await makeRow(
            MACAssociation.className,
            [
                .init("hostID", .integer(host.number)), .init("mac", .text(mac.description)),
                .init("primary", .text("0")), .init("pending", .text("0")),
            ]
        )
        return try row(MACAssociation.self, in: answer.body, zone: try await zone(), answer.request)
    }

    /// Takes an address away from a host; one that it does not have is no error.
    ///
    /// - Returns: whether the host had it.
    /// - Throws: `FogError` with `refused` for the primary address: a host without one is gone from FOG's lists.
    public func removeMAC(_ mac: MACAddress, from host: HostID) async throws -> Bool {
        guard let known = try await owner(of: mac), known.hostID == host else { return false }
        let isLast = try await macs(of: host).count < 2
        if known.primary || isLast {
            throw FogError(
                .refused,
                "\(known.label) is its primary address: without it FOG loses the host",
                hint: "make another address the primary one first"
            )
        }
        try await deleteRow(MACAssociation.className, known.id.number, label: known.label)
        return true
    }

    /// Makes one of a host's addresses its primary.
    ///
    /// The new one is made primary before the old one is not any more: a host without a primary address is gone.
    ///
    /// - Returns: the host's addresses, the primary first.
    /// - Throws: `FogError` with `refused` where the host does not have the address, or it awaits approval.
    public func setPrimaryMAC(_ mac: MACAddress, of host: HostID) async throws -> [MACAssociation] {
        let macs = try await macs(of: host)
        guard let wanted = macs.first(where: { $0.mac == mac.description }) else {
            throw FogError(
                .refused,
                "host \(host) does not have MAC address \(mac)",
                hint: "add the address to it first"
            )
        }
        if wanted.pending { throw FogError(.refused, "\(wanted.label) awaits approval", hint: "approve it first") }
        let others = macs.filter { $0.primary && $0.id != wanted.id }
        if wanted.primary, others.isEmpty { return macs }
        if !wanted.primary { try await set(wanted, "primary", "1") }
        for other in others { try await set(other, "primary", "0") }
        return try await self.macs(of: host)
    }

    /// Approves an address that a host has reported.
    ///
    /// - Returns: the address; one that awaits no approval is given back as it is.
    public func approveMAC(_ id: MACAssociationID) async throws -> MACAssociation {
        let row = try await row(id)
        if !row.pending { return row }
        try await set(row, "pending", "0")
        return try await self.row(id)
    }

    /// Denies an address that a host has reported: its row is deleted.
    ///
    /// - Throws: `FogError` with `refused` for an address that awaits no approval.
    public func denyMAC(_ id: MACAssociationID) async throws {
        let row = try await row(id)
        guard row.pending, !row.primary else {
            throw FogError(.refused, "\(row.label) awaits no approval", hint: "take it away with removeMAC")
        }
        try await deleteRow(MACAssociation.className, id.number, label: row.label)
    }

    private func owner(of mac: MACAddress) async throws -> MACAssociation? {
        try await rows(MACAssociation.self, filter: .equals("mac", mac.description)).first
    }

    private func set(_ row: MACAssociation, _ field: String, _ flag: String) async throws {
        _ = try await changeRow(MACAssociation.className, row.id.number, [.init(field, .text(flag))])
    }
}
