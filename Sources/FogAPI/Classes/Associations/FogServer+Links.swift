public import FogModel

// Each function that adds or removes does so one row at a time and gives what it changed: what is as it should be
// costs no change. All throw `FogError` with `notFound` for a row that does not exist, before anything is changed, and
// `uncertain` where an answer was lost and the server does not show the change; the hint says what was done before.

extension FogServer {
    // MARK: - Groups

    /// Puts hosts into a group.
    ///
    /// - Returns: hosts that were not in it before.
    public func addHosts(_ hosts: [HostID], to group: GroupID) async throws -> [HostID] {
        try await add(hosts.map(\.number), to: group.number, .members).compactMap { HostID($0) }
    }

    /// Takes hosts out of a group.
    ///
    /// - Returns: hosts that were in it before.
    public func removeHosts(_ hosts: [HostID], from group: GroupID) async throws -> [HostID] {
        try await remove(hosts.map(\.number), from: group.number, .members).compactMap { HostID($0) }
    }

    /// Lists the groups of a host by number.
    public func groups(of host: HostID) async throws -> [Group] {
        try await items(.groups, of: host)
    }

    // MARK: - Snapins

    /// Lists the snapins of a host by number.
    public func snapins(of host: HostID) async throws -> [Snapin] {
        try await items(.snapins, of: host)
    }

    /// Gives snapins to a host.
    ///
    /// - Returns: snapins that it did not have before.
    public func addSnapins(_ snapins: [SnapinID], to host: HostID) async throws -> [SnapinID] {
        try await add(snapins.map(\.number), to: host.number, .snapins).compactMap { SnapinID($0) }
    }

    /// Takes snapins away from a host.
    ///
    /// - Returns: snapins that it had before.
    public func removeSnapins(_ snapins: [SnapinID], from host: HostID) async throws -> [SnapinID] {
        try await remove(snapins.map(\.number), from: host.number, .snapins).compactMap { SnapinID($0) }
    }

    // MARK: - Modules

    /// Lists the modules of the client that are switched on for a host, by number.
    public func modules(of host: HostID) async throws -> [Module] {
        try await items(.modules, of: host)
    }

    /// Switches modules on for a host.
    ///
    /// - Returns: modules that were off before.
    ///
    /// Origin: FOG 1.5.9.239, section 5: an edit of the host's `modules` does the opposite.
    public func addModules(_ modules: [ModuleID], to host: HostID) async throws -> [ModuleID] {
        try await add(modules.map(\.number), to: host.number, .modules).compactMap { ModuleID($0) }
    }

    /// Switches modules off for a host.
    ///
    /// - Returns: modules that were on before.
    public func removeModules(_ modules: [ModuleID], from host: HostID) async throws -> [ModuleID] {
        try await remove(modules.map(\.number), from: host.number, .modules).compactMap { ModuleID($0) }
    }

    // MARK: - Storage groups

    /// Lists the storage groups that hold an image, by number.
    public func storageGroups(of image: ImageID) async throws -> [StorageGroup] {
        try await items(.imageGroups, of: image)
    }

    /// Has storage groups hold an image.
    ///
    /// - Returns: groups that did not hold it before.
    public func addStorageGroups(_ groups: [StorageGroupID], to image: ImageID) async throws -> [StorageGroupID] {
        try await add(groups.map(\.number), to: image.number, .imageGroups).compactMap { StorageGroupID($0) }
    }

    /// Has storage groups no longer hold an image; its files stay.
    ///
    /// - Returns: groups that held it before.
    /// - Throws: `FogError` with `refused` where none would be left: no task could be made with that image.
    public func removeStorageGroups(_ groups: [StorageGroupID], from image: ImageID) async throws -> [StorageGroupID] {
        try await removeGroups(groups, from: image.number, .imageGroups)
    }

    /// Lists the storage groups that hold a snapin, by number.
    public func storageGroups(of snapin: SnapinID) async throws -> [StorageGroup] {
        try await items(.snapinGroups, of: snapin)
    }

    /// Has storage groups hold a snapin.
    ///
    /// - Returns: groups that did not hold it before.
    public func addStorageGroups(_ groups: [StorageGroupID], to snapin: SnapinID) async throws -> [StorageGroupID] {
        try await add(groups.map(\.number), to: snapin.number, .snapinGroups).compactMap { StorageGroupID($0) }
    }

    /// Has storage groups no longer hold a snapin; its file stays.
    ///
    /// - Returns: groups that held it before.
    /// - Throws: `FogError` with `refused` where none would be left.
    public func removeStorageGroups(_ groups: [StorageGroupID], from snapin: SnapinID) async throws -> [StorageGroupID]
    {
        try await removeGroups(groups, from: snapin.number, .snapinGroups)
    }

    // MARK: - Inside

    private func removeGroups(
        _ groups: [StorageGroupID],
        from owner: Int,
        _ link: Link
    ) async throws -> [StorageGroupID] {
        let wanted = Set(groups.map(\.number))
        let there = Set(try await linked(link, to: owner))
        if !there.isEmpty, there.isSubset(of: wanted) {
            throw FogError(
                .refused,
                "\(link.ownerClass) \(owner) would be in no storage group",
                hint: "add it to another group first"
            )
        }
        return try await remove(groups.map(\.number), from: owner, link).compactMap { StorageGroupID($0) }
    }

    func items<Item: WireEntity, Owner>(_ link: Link, of owner: Identifier<Owner>) async throws -> [Item] {
        let ids = try await linked(link, to: owner.number)
        if ids.isEmpty { try await checkExist(link.ownerClass, [owner.number]) }
        var items: [Item] = []
        for page in ids.pages(of: limits.page) {
            items += try await rows(Item.self, filter: .anyOf("id", page))
        }
        return items.sorted { $0.id < $1.id }
    }
}
