public import FogModel

extension FogServer {
    /// Lists hosts.
    ///
    /// - Parameter selector: which; nil is all. Exact names of groups and images in it have to exist.
    /// - Returns: hosts by name; empty where none is selected.
    /// - Throws: `FogError` with `notFound` for a group or image that the selector names and the server lacks.
    public func hosts(matching selector: Selector? = nil) async throws -> [Host] {
        guard let selector else { return Self.inOrder(try await allHosts()) }
        return Self.inOrder(try await HostSelection(selector: selector, server: self).hosts())
    }

    /// Lists hosts by their numbers; numbers that name no host are passed over.
    ///
    /// - Returns: hosts by name, each once.
    public func hosts(_ ids: some Sequence<HostID> & Sendable) async throws -> [Host] {
        let wanted = Set(ids)
        var found: [HostID: Host] = [:]
        for page in wanted.sorted().pages(of: limits.page) {
            for host in try await rows(Host.self, filter: .anyOf("id", page.map(\.number))) {
                found[host.id] = host
            }
        }
        // A name with "_api_" in it hides its host from lists, not from requests for the one.
        for id in wanted.sorted() where found[id] == nil { found[id] = try await findHost(.id(id)) }
        return Self.inOrder(found.values)
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

    /// Lists all hosts, by pages where the server cannot bear to list them at once.
    func allHosts() async throws -> [Host] {
        do {
            return try await rows(Host.self)
        } catch let error as FogError where error.isCrash {
            return try await hostsByPages()
        }
    }

    /// Lists all hosts by pages; their numbers are found by their MAC addresses.
    ///
    /// Origin: FOG 1.5.9.239, section 11: from about 3,250 hosts on `GET /fog/host` crashes at the default memory limit;
    /// `/fog/macaddressassociation` still answers with 10,000; a host without MAC address is in no list.
    func hostsByPages() async throws -> [Host] {
        let owners = try await associations("macaddressassociation", ["hostID"])
        return try await hosts(Set(owners.compactMap { $0["hostID"].flatMap { HostID($0) } }))
    }

    /// Sorts hosts as the server does: by name without case.
    static func inOrder(_ hosts: some Sequence<Host>) -> [Host] {
        hosts.map { (key: $0.name.lowercased(), host: $0) }
            .sorted { ($0.key, $0.host.id) < ($1.key, $1.host.id) }
            .map(\.host)
    }
}

extension FogError {
    /// Whether the server's PHP crashed over the request, as it does where an answer needs too much memory.
    var isCrash: Bool { code == .server && status == 500 && cause == nil }
}

extension Array {
    /// Cuts into pieces of at most some elements, 1 or more.
    func pages(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
