import FogModel

/// What a selector looks at beside the rows of hosts: groups, images, addresses, inventories, active tasks.
///
/// Only what a term needs is read.
struct SelectionSurroundings {
    /// All groups; empty where no term looks at groups.
    private(set) var groups: [Group] = []
    /// All images; empty where no term looks at images.
    private(set) var images: [Image] = []
    /// Hosts whose addresses begin with some digits.
    private(set) var owners: [String: [HostID]] = [:]
    /// States of the active tasks of hosts.
    private(set) var states: [HostID: Set<TaskState>] = [:]
    private var memberships: [HostID: [String]] = [:]
    private var serials: [HostID: String] = [:]

    /// Reads what the terms of a selector look at.
    init(of selector: Selector, _ server: FogServer) async throws {
        let matches = selector.terms.map(\.match)
        let groupGlobs = matches.compactMap { if case .group(let glob) = $0 { glob } else { nil } }
        if !groupGlobs.isEmpty {
            groups = try await server.rows(Group.self)
            memberships = try await Self.memberships(groups, groupGlobs, server)
        }
        let looksAtImages = matches.contains { if case .image = $0 { true } else { false } }
        if looksAtImages { images = try await server.rows(Image.self) }
        for match in matches {
            if case .mac(let digits) = match, owners[digits] == nil {
                owners[digits] = try await Self.owners(digits, server)
            }
            if case .serial(let glob) = match {
                serials.merge(try await Self.serials(glob, server)) { first, _ in first }
            }
        }
        if selector.needs.contains(.tasks) {
            for task in try await server.tasks() {
                guard let host = task.hostID, let state = task.state else { continue }
                states[host, default: []].insert(state)
            }
        }
    }

    // MARK: - What was read

    func facts(of host: Host) -> HostFacts {
        HostFacts(
            host,
            groups: memberships[host.id] ?? [],
            serial: serials[host.id],
            states: states[host.id] ?? []
        )
    }

    func hosts(inGroups glob: Glob) -> [HostID] {
        memberships.filter { $0.value.contains(where: glob.matches) }.map(\.key)
    }

    func hosts(withSerials glob: Glob) -> [HostID] {
        serials.filter { glob.matches($0.value) }.map(\.key)
    }

    func images(fitting glob: Glob) -> [Image] {
        images.filter { glob.matches($0.name) }
    }

    // MARK: - Reading

    /// Reads the names of the groups that each host is in, as far as a term looks at them.
    private static func memberships(
        _ groups: [Group],
        _ globs: [Glob],
        _ server: FogServer
    ) async throws -> [HostID: [String]] {
        let names = Dictionary(groups.map { ($0.id.number, $0.name) }) { first, _ in first }
        let asked = names.filter { name in globs.contains { $0.matches(name.value) } }
        if asked.isEmpty { return [:] }
        let filter = RowFilter.anyOf("groupID", asked.keys.sorted())
        var memberships: [HostID: [String]] = [:]
        for row in try await server.associations("groupassociation", ["hostID", "groupID"], filter: filter) {
            guard let group = row["groupID"], let name = asked[group], let host = row["hostID"].flatMap({ HostID($0) })
            else { continue }
            memberships[host, default: []].append(name)
        }
        return memberships
    }

    private static func owners(_ digits: String, _ server: FogServer) async throws -> [HostID] {
        let pattern = Selector.Match.pairs(digits) + (digits.utf8.count < 12 ? "%" : "")
        return try await server.associations("macaddressassociation", ["hostID"], filter: .like("mac", pattern))
            .compactMap { $0["hostID"].flatMap { HostID($0) } }
    }

    private static func serials(_ glob: Glob, _ server: FogServer) async throws -> [HostID: String] {
        let pattern = HostSelection.pattern(glob)
        let filter: RowFilter =
            if glob.isExact { .equals("sysserial", glob.description) } else if pattern == "%" { .all } else {
                .like("sysserial", pattern)
            }
        var serials: [HostID: String] = [:]
        for row in try await server.values(Inventory.className, ["hostID", "sysserial"], filter: filter) {
            guard let host = row["hostID"].flatMap({ Int($0) }).flatMap({ HostID($0) }), let serial = row["sysserial"],
                !serial.isEmpty
            else { continue }
            serials[host] = serial
        }
        return serials
    }
}
