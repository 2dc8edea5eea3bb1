public import FogModel
import HTTPTypes

extension FogServer {
    /// Registers a host.
    ///
    /// Name, addresses, image and values are checked first: FOG saves a host before it finds fault with it, and then can
    /// neither read nor delete it; and it takes an address away from the host that has it.
    ///
    /// - Returns: the host as the server has it.
    /// - Throws: `FogError` with `invalidArgument` (name, addresses, values), `conflict` (name or address in use),
    ///   `notFound` (no such image), `uncertain` (answer lost, and no such host is seen), `server` (saved, but broken).
    ///
    /// Origin: FOG 1.5.9.239, traps 3 and 7; recordings 084 to 096.
    public func createHost(_ draft: HostDraft) async throws -> Host {
        let members = try await members(of: draft)
        try await checkOwners(of: draft.macs, for: draft.name)
        let request = FogRequest.change(
            .post,
            "/fog/host/create",
            .object(members),
            subject: "host \"\(draft.name)\""
        )
        do {
            let host = try row(Host.self, in: try await send(request), zone: try await zone(), request)
            return try checked(host, draft)
        } catch let error as FogError {
            return try await settle(error, draft)
        }
    }

    private func members(of draft: HostDraft) async throws -> [JSONValue.Member] {
        if let fault = HostName.fault(in: draft.name) { throw fault }
        if Self.isHidden(draft.name) {
            throw FogError(
                .invalidArgument,
                "host name \"\(draft.name)\" holds \"_api_\"",
                hint: "FOG leaves such hosts out of its lists"
            )
        }
        if draft.macs.isEmpty {
            throw FogError(
                .invalidArgument,
                "host \"\(draft.name)\" has no MAC address",
                hint: "FOG needs at least one"
            )
        }
        if Set(draft.macs).count < draft.macs.count {
            throw FogError(.invalidArgument, "host \"\(draft.name)\" has a MAC address twice")
        }
        var members = [
            JSONValue.Member("name", .text(draft.name)),
            JSONValue.Member("macs", .array(draft.macs.map { .text($0.description) })),
        ]
        if let image = draft.changes.image {
            members.append(.init("imageID", .integer(try await self.image(image).id.number)))
        }
        for (name, value) in draft.changes.values.sorted(by: { $0.key < $1.key }) where name != "name" {
            members.append(.init(name, try Writable.host.value(name, value)))
        }
        return members
    }

    /// Sees that no address belongs to a host.
    private func checkOwners(of macs: [MACAddress], for name: String) async throws {
        let filter = RowFilter.anyOf("mac", macs.map(\.description))
        var owners: [String: Int] = [:]
        for row in try await values("macaddressassociation", ["mac", "hostID"], filter: filter) {
            owners[row["mac"]?.lowercased() ?? ""] = row["hostID"].flatMap { Int($0) }
        }
        for mac in macs {
            guard let owner = owners[mac.description] else { continue }
            let host = HostID(owner)
            let label = if let host { try await findHost(.id(host))?.label } else { String?.none }
            throw FogError(
                .conflict,
                "host \"\(name)\" cannot have MAC address \(mac): it belongs to \(label ?? "host \(owner)")",
                hint: "FOG would take it away from that host"
            )
        }
    }

    /// Sees that the answer is the host that was asked for.
    private func checked(_ host: Host, _ draft: HostDraft) throws -> Host {
        let macs = Set(host.macs.map { $0.lowercased() })
        if draft.macs.allSatisfy({ macs.contains($0.description) }) { return host }
        throw FogError(
            .server,
            "\(host.label) was made without the addresses \(draft.macs.map(\.description).joined(separator: ", "))",
            hint: "see to it on FOG's page of that host"
        )
    }

    /// Settles what has happened where the server did not say so.
    private func settle(_ error: FogError, _ draft: HostDraft) async throws -> Host {
        switch (error.code, error.status) {
        case (.uncertain, _):
            guard let host = try? await findHost(.name(draft.name)), (try? checked(host, draft)) != nil else {
                throw error
            }
            return host
        case (.notFound, 404):
            throw savedButBroken("host \"\(draft.name)\"", status: 404)
        case (.conflict, _):
            throw FogError(
                .conflict,
                "a host named \"\(draft.name)\" exists already",
                status: error.status,
                hint: "FOG's lists may hide it: a host without MAC address, or one with \"_api_\" in its name",
                cause: error.cause
            )
        default:
            throw error
        }
    }

    /// Makes the error for a row that FOG saved and then found fault with.
    ///
    /// Origin: FOG 1.5.9.239, trap 3.
    func savedButBroken(_ subject: String, status: Int) -> FogError {
        FogError(
            .server,
            "\(subject) may have been saved, but the server does not give it back",
            status: status,
            hint: "look at it on FOG's page; what cannot be opened there has to be repaired in the database"
        )
    }
}
