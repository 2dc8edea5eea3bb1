import FogModel

/// Finds the hosts of a selector with as few and as small answers as FOG's filters allow.
///
/// Filters only narrow what is read: what counts is ``HostJudge``, asked for each host that came.
struct HostSelection {
    let selector: Selector
    let server: FogServer
    /// Seconds since 1970-01-01 UTC, for terms such as `imaged<30d`.
    let now: Int
    /// Whether terms may name what there is not.
    let allowsUnknown: Bool

    /// What the server is asked for, gathered from all terms that add hosts.
    private struct Wanted {
        var isAll = false
        var names: [String] = []
        var patterns: [String] = []
        var ids: Set<HostID> = []
        var images: [ImageID] = []
        var isPending = false
    }

    func hosts() async throws -> [Host] {
        let surroundings = try await SelectionSurroundings(of: selector, server)
        let check = UnknownTerms(selector: selector, server: server)
        if !allowsUnknown { try check.check(surroundings) }
        let candidates = try await candidates(wanted(surroundings))
        if !allowsUnknown { try await check.check(candidates) }
        let judge = HostJudge(selector, at: now)
        var seen: Set<HostID> = []
        return candidates.filter { judge.selects(surroundings.facts(of: $0)) && seen.insert($0.id).inserted }
    }

    // MARK: - What is wanted

    private func wanted(_ surroundings: SelectionSurroundings) -> Wanted {
        var wanted = Wanted()
        // Terms that only take away take away from all.
        wanted.isAll = selector.added.isEmpty
        for match in selector.added {
            switch match {
            case .name(let glob) where glob.isExact: wanted.names.append(glob.description)
            case .name(let glob):
                let pattern = Self.pattern(glob)
                if pattern == "%" { wanted.isAll = true } else { wanted.patterns.append(pattern) }
            case .group(let glob): wanted.ids.formUnion(surroundings.hosts(inGroups: glob))
            case .image(let glob): wanted.images += surroundings.images(fitting: glob).map(\.id)
            case .serial(let glob): wanted.ids.formUnion(surroundings.hosts(withSerials: glob))
            case .mac(let digits): wanted.ids.formUnion(surroundings.owners[digits] ?? [])
            case .id(let range): add(range, to: &wanted)
            case .state(.pending): wanted.isPending = true
            case .state(.idle): wanted.isAll = true
            case .state(.active): wanted.ids.formUnion(surroundings.states.keys)
            case .state(let state):
                guard let state = state.task else { continue }
                wanted.ids.formUnion(surroundings.states.filter { $0.value.contains(state) }.keys)
            case .imagedWithin, .imagedBefore, .neverImaged: wanted.isAll = true
            }
        }
        return wanted
    }

    /// Adds numbers one by one; to ask for very many costs more than to read all hosts.
    private func add(_ range: ClosedRange<HostID>, to wanted: inout Wanted) {
        let (first, last) = (range.lowerBound.number, range.upperBound.number)
        guard last - first < server.limits.page else {
            wanted.isAll = true
            return
        }
        wanted.ids.formUnion((first...last).compactMap { HostID($0) })
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
        if wanted.isPending { hosts += try await server.rows(Host.self, filter: .equals("pending", "1")) }
        let missing = wanted.ids.subtracting(hosts.map(\.id))
        return hosts + (missing.isEmpty ? [] : try await server.hosts(missing))
    }
}
