public import FogModel

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
        let zone = try await zone()
        let answer = try await makeRow(Host.className, members, namesExist: true)
        return try checked(try row(Host.self, in: answer.body, zone: zone, answer.request), draft)
    }

    /// Changes a host.
    ///
    /// The row is read first. Only what differs is sent, and with it each text that FOG would otherwise save in
    /// HTML-escaped form. Where nothing differs, nothing is sent.
    ///
    /// - Returns: the host as the server has it afterwards.
    /// - Throws: `FogError` with `notFound` (host or image), `invalidArgument` (field, value, name), `conflict` (name in
    ///   use), `refused` (a name or a key that would not survive), `uncertain` (answer lost, and the host is not seen
    ///   changed), `server` (saved, but broken).
    ///
    /// Origin: FOG 1.5.9.239, traps 3, 4 and 7; recordings 078, 079, 117 to 122, 134.
    public func updateHost(_ id: HostID, _ changes: HostChanges) async throws -> Host {
        var members = try Writable.host.members(changes.values)
        try RowCheck(Host.className).forChange(members)
        if let image = changes.image {
            // FOG takes the number of an image that does not exist.
            members.append(.init("imageID", .integer(try await existing(image).number)))
        }
        return try await change(id, members, namesExist: true)
    }

    /// Sees that an image exists; asked once for all hosts that are given it at the same time.
    ///
    /// - Throws: `FogError` with `notFound`.
    private func existing(_ image: Key<Image>) async throws -> ImageID {
        let found = try await shared.images.value(for: image) { keys in
            let numbers = keys.compactMap { if case .id(let id) = $0 { id.number } else { nil } }
            var found: [Key<Image>: ImageID?] = [:]
            if numbers.count > 1 {
                for image in try await rows(Image.self, filter: .anyOf("id", numbers)) {
                    found[.id(image.id)] = image.id
                }
            }
            // A list hides some names, and a name may be written in other letters.
            for key in keys where found[key] == nil { found[key] = try await findImage(key)?.id }
            return found
        }
        guard let found else { throw await notFound(image) }
        return found
    }

    private func members(of draft: HostDraft) async throws -> [JSONValue.Member] {
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
        var values = draft.changes.values
        values["name"] = .text(draft.name)
        var members = try Writable.host.members(values)
        _ = try RowCheck(Host.className).forCreation(members)
        members += [
            JSONValue.Member("macs", .array(draft.macs.map { .text($0.description) }))
        ]
        if let image = draft.changes.image {
            members.append(.init("imageID", .integer(try await self.image(image).id.number)))
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
