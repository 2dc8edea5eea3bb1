public import FogModel

extension FogServer {
    /// Lists groups in the server's order, by name.
    public func groups() async throws -> [Group] {
        try await rows(Group.self)
    }

    /// Gets one group.
    ///
    /// - Throws: `FogError` with `notFound`, its hint naming the nearest name.
    public func group(_ key: Key<Group>) async throws -> Group {
        if let group = try await findGroup(key) { return group }
        throw await notFound(key)
    }

    /// Finds one group; nil where there is none.
    public func findGroup(_ key: Key<Group>) async throws -> Group? {
        try await find(key)
    }

    /// Lists the hosts of a group by name.
    ///
    /// - Throws: `FogError` with `notFound` where there is no such group.
    public func members(of group: GroupID) async throws -> [Host] {
        let rows = try await associations("groupassociation", ["hostID"], filter: .equals("groupID", group.number))
        let members = rows.compactMap { $0["hostID"].flatMap { HostID($0) } }
        if members.isEmpty { _ = try await self.group(.id(group)) }
        return try await hosts(members)
    }
}
