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
        if let known = try await owner(of: mac) { return try await own(known, host) }
        let answer = try await makeRow(
            MACAssociation.className,
            [
                .init("hostID", .integer(host.number)), .init("mac", .text(mac.description)),
                .init("primary", .text("0")), .init("pending", .text("0")),
            ]
        )
        // Not the answer but the row: another program may have given the address to its host meanwhile.
        guard let id = MACAssociationID(answer.id) else { throw FogError(.server, "no row was made for \(mac)") }
        let made = try await confirming("MAC address \(mac) for host \(host)") { try await row(id) }
        return try await own(made, host)
    }

    /// Gives back a row that belongs to a host.
    ///
    /// - Throws: `FogError` with `conflict` that names the host to which it belongs instead.
    private func own(_ row: MACAssociation, _ host: HostID) async throws -> MACAssociation {
        if row.hostID == host { return row }
        var other = "host \(row.hostID.map { "\($0)" } ?? "?")"
        if let id = row.hostID, let known = try? await self.row(id) { other = known.label }
        throw FogError(
            .conflict,
            "host \(host) cannot have MAC address \(row.mac): it belongs to \(other)",
            hint: "FOG would take it away from that host, which is lost if it is its primary one"
        )
    }

    /// Takes an address away from a host; one that it does not have is no error.
    ///
    /// - Returns: whether the host had it.
    /// - Throws: `FogError` with `refused` for the primary address: a host without one is gone from FOG's lists.
    public func removeMAC(_ mac: MACAddress, from host: HostID) async throws -> Bool {
        let macs = try await macs(of: host)
        guard let known = macs.first(where: { $0.mac == mac.description }) else { return false }
        if known.primary || macs.count < 2 {
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
    /// The new one is made primary before the old one is not any more: a host without a primary address is gone. What
    /// was broken off in between is put right by the next call.
    ///
    /// - Returns: the host's addresses, the primary first.
    /// - Throws: `FogError` with `refused` where the host does not have the address, or it awaits approval; `uncertain`
    ///   (answer lost, and the change is not seen), `server` (the server took it and does not show it).
    public func setPrimaryMAC(_ mac: MACAddress, of host: HostID) async throws -> [MACAssociation] {
        let macs = try await macs(of: host)
        let wanted = try held(mac, by: host, macs)
        if wanted.pending { throw FogError(.refused, "\(wanted.label) awaits approval", hint: "approve it first") }
        let others = macs.filter { $0.primary && $0.id != wanted.id }
        if wanted.primary, others.isEmpty { return macs }
        if !wanted.primary { try await set(wanted, "primary", "1") }
        for other in others {
            do {
                try await set(other, "primary", "0")
            } catch let error as FogError {
                throw unconfirmed("\(wanted.label) as the primary one beside \(other.mac)", error)
            }
        }
        let now = try await confirming(wanted.label) { try await self.macs(of: host) }
        if now.filter(\.primary).map(\.id) == [wanted.id] { return now }
        throw FogError(
            .server,
            "\(wanted.label) was made its primary one, and the server does not show it so",
            hint: "it shows \(now.filter(\.primary).map(\.mac).joined(separator: ", ")); look at the host on FOG's page"
        )
    }

    /// Has FOG's client or imaging pass over an address of a host, as for a dongle that several hosts share.
    ///
    /// - Parameters:
    ///   - mac: address that the host has.
    ///   - host: host.
    ///   - client: whether the FOG client passes it over; nil leaves it as it is.
    ///   - imaging: whether imaging passes it over; nil leaves it as it is.
    /// - Returns: the address as the server has it afterwards.
    /// - Throws: `FogError` with `refused` where the host does not have the address; `uncertain` (answer lost, and the
    ///   change is not seen), `server` (the server took it and does not show it).
    ///
    /// Origin: FOG 1.5.9.239, section 5: `clientIgnore`, `imageIgnore`.
    public func setIgnored(
        _ mac: MACAddress,
        of host: HostID,
        byClient client: Bool? = nil,
        byImaging imaging: Bool? = nil
    ) async throws -> MACAssociation {
        let row = try held(mac, by: host, try await macs(of: host))
        var members: [JSONValue.Member] = []
        if let client, client != row.clientIgnore { members.append(.init("clientIgnore", .text(client ? "1" : "0"))) }
        if let imaging, imaging != row.imageIgnore { members.append(.init("imageIgnore", .text(imaging ? "1" : "0"))) }
        if members.isEmpty { return row }
        _ = try await changeRow(MACAssociation.className, row.id.number, members, namesExist: true)
        let now = try await confirming(row.label) { try await self.row(row.id) }
        if now.clientIgnore == client ?? now.clientIgnore, now.imageIgnore == imaging ?? now.imageIgnore { return now }
        throw FogError(.server, "\(row.label) was changed, and the server does not show it so")
    }

    private func held(_ mac: MACAddress, by host: HostID, _ macs: [MACAssociation]) throws -> MACAssociation {
        if let row = macs.first(where: { $0.mac == mac.description }) { return row }
        throw FogError(
            .refused,
            "host \(host) does not have MAC address \(mac)",
            hint: "add the address to it first"
        )
    }

    /// Approves an address that a host has reported.
    ///
    /// - Returns: the address; one that awaits no approval is given back as it is.
    public func approveMAC(_ id: MACAssociationID) async throws -> MACAssociation {
        let row = try await row(id)
        if !row.pending { return row }
        try await set(row, "pending", "0")
        let now = try await confirming(row.label) { try await self.row(id) }
        if !now.pending { return now }
        throw FogError(.server, "\(row.label) was approved, and still awaits approval")
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
        _ = try await changeRow(MACAssociation.className, row.id.number, [.init(field, .text(flag))], namesExist: true)
    }
}
