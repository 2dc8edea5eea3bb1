public import FogModel
import Synchronization

extension FogServer {
    /// Lists hosts.
    ///
    /// - Parameters:
    ///   - selector: which; nil is all.
    ///   - now: seconds since 1970-01-01 UTC, for terms such as `imaged<30d`.
    ///   - allowsUnknown: whether terms may name hosts, groups and images that there are not.
    /// - Returns: hosts by name; empty where none is selected.
    /// - Throws: `FogError` with `notFound` for a term that names or fits nothing there is, unless that is allowed;
    ///   with `invalidArgument` for a term that needs the time where none is given.
    public func hosts(
        matching selector: Selector? = nil,
        at now: Int? = nil,
        allowsUnknown: Bool = false
    ) async throws -> [Host] {
        guard let selector else { return Self.inOrder(try await allHosts()) }
        if now == nil, selector.needsTime {
            throw FogError(.invalidArgument, "selector \"\(selector)\" needs the time of day, and none was given")
        }
        let selection = HostSelection(selector: selector, server: self, now: now ?? 0, allowsUnknown: allowsUnknown)
        return Self.inOrder(try await selection.hosts())
    }

    /// Lists hosts by their numbers; numbers that name no host are passed over.
    ///
    /// - Returns: hosts by name, each once.
    public func hosts(_ ids: some Sequence<HostID> & Sendable) async throws -> [Host] {
        let wanted = Set(ids)
        // One request for the one host tells all of it; a list of 1.6 needs another for its addresses.
        if wanted.count == 1, let id = wanted.first { return try await [findHost(.id(id))].compactMap(\.self) }
        let plan = PagePlan(wanted.sorted().map(\.number), size: pageSize(of: Host.self))
        var found = try await rows(of: Host.self, by: plan)
        // A name with "_api_" in it hides its host from lists, not from requests for the one.
        for id in wanted.subtracting(found.map(\.id)).sorted() {
            if let host = try await findHost(.id(id)) { found.append(host) }
        }
        return Self.inOrder(found)
    }

    /// Gets one host.
    ///
    /// - Throws: `FogError` with `notFound`, its hint naming the nearest name.
    public func host(_ key: Key<Host>) async throws -> Host {
        if let host = try await findHost(key) { return host }
        throw await notFound(key)
    }

    /// Finds one host; nil where there is none.
    ///
    /// - Throws: `FogError` with `ambiguous` where several have the name, which only a damaged database has.
    public func findHost(_ key: Key<Host>) async throws -> Host? {
        try await find(key)
    }

    /// Lists all hosts, by pages where the server cannot bear to list them at once; that is found out once.
    func allHosts() async throws -> [Host] {
        if known.withLock({ $0.needsHostPages }) { return try await hostsByPages() }
        do {
            return try await rows(Host.self, crashRepeats: 0)
        } catch let error as FogError where error.isCrash {
            known.withLock { $0.needsHostPages = true }
            return try await hostsByPages()
        }
    }

    /// Lists all hosts by pages of their numbers.
    ///
    /// Origin: FOG 1.5.9.239, section 11: from about 3,250 hosts on `GET /fog/host` crashes at the default memory limit.
    func hostsByPages() async throws -> [Host] {
        try await rows(of: Host.self, by: try await planOfAllHosts())
    }

    /// Sorts hosts as the server does: by name without case.
    static func inOrder(_ hosts: some Sequence<Host>) -> [Host] {
        let hosts = Array(hosts)
        // Places are sorted, since to move a host costs as much as to compare two dozen names.
        return hosts.enumerated()
            .map { (key: $1.name.lowercased(), id: $1.id, place: $0) }
            .sorted { ($0.key, $0.id) < ($1.key, $1.id) }
            .map { hosts[$0.place] }
    }
}

extension Array {
    /// Cuts into pieces of at most some elements, 1 or more.
    package func pages(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
