import FogModel

/// Finds the hosts of a selector with as few and as small answers as FOG's filters allow.
///
/// Filters only narrow what is read: what counts is `Selector.selects(_:groups:)`, asked for each host that came.
struct HostSelection {
    let selector: Selector
    let server: FogServer

    /// What the server is asked for, gathered from all terms that add hosts.
    private struct Wanted {
        var isAll = false
        var names: [String] = []
        var patterns: [String] = []
        var ids: Set<HostID> = []
        var images: [ImageID] = []
    }

    func hosts() async throws -> [Host] {
        let groups = try await memberships()
        let wanted = try await wanted(groups)
        let candidates = try await candidates(wanted)
        var seen: Set<HostID> = []
        return candidates.filter { host in
            selector.selects(host, groups: groups[host.id] ?? []) && seen.insert(host.id).inserted
        }
    }

    // MARK: - What is wanted

    private func wanted(_ groups: [HostID: [String]]) async throws -> Wanted {
        var wanted = Wanted()
        let images = try await images()
        // A selector that begins by taking away begins with all.
        wanted.isAll = selector.terms.first?.isExcluded ?? true
        for term in selector.terms where !term.isExcluded {
            switch term.match {
            case .name(let glob) where glob.isExact: wanted.names.append(glob.description)
            case .name(let glob):
                let pattern = Self.pattern(glob)
                if pattern == "%" { wanted.isAll = true } else { wanted.patterns.append(pattern) }
            case .group(let glob):
                wanted.ids.formUnion(groups.filter { $0.value.contains(where: glob.matches) }.keys)
            case .image(let glob): wanted.images += images.filter { glob.matches($0.name) }.map(\.id)
            case .mac(let digits): wanted.ids.formUnion(try await owners(ofMAC: digits))
            case .id(let id): wanted.ids.insert(id)
            }
        }
        return wanted
    }

    /// Writes a glob as a pattern of SQL that fits at least as much.
    ///
    /// The server reads a text as a pattern only where `%` is in it, and takes a backslash as an escape.
    static func pattern(_ glob: Glob) -> String {
        var pattern = ""
        for letter in glob.description {
            let next: Character = "*?\\".contains(letter) ? "%" : letter
            if next != "%" || pattern.last != "%" { pattern.append(next) }
        }
        return pattern
    }

    private func owners(ofMAC digits: String) async throws -> [HostID] {
        var pattern = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, place.isMultiple(of: 2) { pattern.append(":") }
            pattern.append(digit)
        }
        if digits.utf8.count < 12 { pattern.append("%") }
        return try await server.associations("macaddressassociation", ["hostID"], filter: .like("mac", pattern))
            .compactMap { $0["hostID"].flatMap { HostID($0) } }
    }

    // MARK: - Groups and images

    /// Names of the groups that each host is in, as far as a term looks at them.
    private func memberships() async throws -> [HostID: [String]] {
        let globs = selector.terms.compactMap { if case .group(let glob) = $0.match { glob } else { nil } }
        if globs.isEmpty { return [:] }
        let groups = try await server.rows(Group.self)
        try check(globs, groups)
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

    private func images() async throws -> [Image] {
        let globs = selector.terms.compactMap { if case .image(let glob) = $0.match { glob } else { nil } }
        if globs.isEmpty { return [] }
        let images = try await server.rows(Image.self)
        try check(globs, images)
        return images
    }

    /// Sees that each exact name is one of some rows: a slip of the pen must not read as "no hosts".
    private func check<Owner: NamedEntity>(_ globs: [Glob], _ rows: [Owner]) throws {
        for glob in globs where glob.isExact && !rows.contains(where: { glob.matches($0.name) }) {
            throw FogServer.unknown(Owner.self, glob.description, among: rows.map(\.name))
        }
    }

    // MARK: - Reading

    private func candidates(_ wanted: Wanted) async throws -> [Host] {
        if wanted.isAll { return try await server.allHosts() }
        do {
            return try await read(wanted)
        } catch let error as FogError where error.isCrash {
            // A filter that lets too many through crashes the server like none.
            return try await server.hostsByPages()
        }
    }

    private func read(_ wanted: Wanted) async throws -> [Host] {
        var hosts: [Host] = []
        for page in wanted.names.pages(of: server.limits.page) {
            let one = page.count == 1 ? page.first : nil
            let filter = one.map { RowFilter.equals("name", $0) } ?? .anyOf("name", page)
            hosts += try await server.rows(Host.self, filter: filter)
        }
        for pattern in wanted.patterns {
            hosts += try await server.rows(Host.self, filter: .like("name", pattern))
        }
        if !wanted.images.isEmpty {
            let filter = RowFilter.anyOf("imageID", Set(wanted.images).sorted().map(\.number))
            hosts += try await server.rows(Host.self, filter: filter)
        }
        let missing = wanted.ids.subtracting(hosts.map(\.id))
        return hosts + (missing.isEmpty ? [] : try await server.hosts(missing))
    }
}
