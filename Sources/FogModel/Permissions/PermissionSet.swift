/// What somebody grants: a run's operator, the site's policy, or a script that hands a part of its own on.
public struct PermissionSet: Hashable, Codable, Sendable {
    /// What is granted; nil for everything.
    public var allow: [Grant]?
    /// What is taken away, whatever is granted.
    public var deny: [Grant]
    /// Hosts to which changes are confined; nil for no such bound.
    public var hosts: Selector?
    /// Most different hosts that may be changed; nil for no bound.
    public var maxHosts: Int?

    /// Makes a set; by default it grants everything.
    public init(allow: [Grant]? = nil, deny: [Grant] = [], hosts: Selector? = nil, maxHosts: Int? = nil) {
        self.allow = allow
        self.deny = deny
        self.hosts = hosts
        self.maxHosts = maxHosts
    }

    /// Why something is not permitted.
    public enum Refusal: Hashable, Sendable {
        /// Nothing grants it: for that host, or for none where nil.
        case missing(HostSubject?)
        /// It was taken away.
        case denied(Grant)
        /// It would change more than the hosts to which changes are confined: that one, or what is no host where nil.
        case outside(HostSubject?)
    }

    /// Says why an operation is not permitted.
    ///
    /// - Parameters:
    ///   - verb: what it does.
    ///   - touched: which hosts it changes.
    ///   - isOne: tells whether a host is one of a selector's.
    /// - Returns: the first reason; nil where it is permitted, but for the number of hosts.
    public func refusal(
        of verb: PermissionVerb,
        on touched: TouchedHosts,
        _ isOne: (HostSubject, Selector) -> Bool
    ) -> Refusal? {
        for grant in deny where grant.denies(verb) && touched.isAny(grant.hosts, isOne) { return .denied(grant) }
        if let hosts, verb.isChange, case .outside(let host) = touched.cover([hosts], isOne) { return .outside(host) }
        guard let allow else { return nil }
        let granting = allow.filter { $0.grants(verb) }
        if granting.contains(where: { $0.hosts == nil }) { return nil }
        guard case .outside(let host) = touched.cover(granting.compactMap(\.hosts), isOne) else { return nil }
        return .missing(host)
    }

    /// Whether any of its parts asks which hosts an operation changes.
    public var needsHosts: Bool { maxHosts != nil || !selectors.isEmpty }

    /// All selectors in it, each once.
    public var selectors: Set<Selector> {
        Set(((allow ?? []) + deny).compactMap(\.hosts) + [hosts].compactMap(\.self))
    }
}

/// A host that an operation changes.
public enum HostSubject: Hashable, Sendable {
    /// One that there is.
    case known(HostID)
    /// One that is about to be registered under a name.
    case new(String)
}

/// Which hosts an operation changes.
public enum TouchedHosts: Hashable, Sendable {
    /// None: it is about something else.
    case none
    /// These.
    case hosts([HostSubject])
    /// Nobody can say.
    case anything

    /// Whether all hosts are in some selectors.
    enum Cover {
        case inside
        case outside(HostSubject?)
    }

    func cover(_ selectors: [Selector], _ isOne: (HostSubject, Selector) -> Bool) -> Cover {
        guard case .hosts(let hosts) = self, !hosts.isEmpty else { return .outside(nil) }
        let outsider = hosts.first { host in !selectors.contains { isOne(host, $0) } }
        return outsider.map { .outside($0) } ?? .inside
    }

    func isAny(_ selector: Selector?, _ isOne: (HostSubject, Selector) -> Bool) -> Bool {
        guard let selector else { return true }
        switch self {
        case .none: return false
        case .hosts(let hosts): return hosts.contains { isOne($0, selector) }
        case .anything: return true
        }
    }
}
