extension Selector {
    /// Tells whether a host is selected; for many hosts a ``HostJudge`` is faster.
    ///
    /// - Parameters:
    ///   - host: what is known of it; whatever ``needs`` names has to be there.
    ///   - now: seconds since 1970-01-01 UTC, for terms such as `imaged<30d`.
    /// - Returns: whether a term fits the host, or none adds hosts, and none takes the host away.
    public func selects(_ host: HostFacts, at now: Int) -> Bool { HostJudge(self, at: now).selects(host) }

    /// What has to be found out beside a host's row before the host can be judged.
    public var needs: Set<HostFacts.Source> { Set(terms.compactMap(\.match.need)) }

    /// Whether any term depends on the time.
    public var needsTime: Bool {
        terms.contains { term in
            switch term.match {
            case .imagedWithin, .imagedBefore: true
            default: false
            }
        }
    }
}

extension Selector.Match {
    /// Tells whether the term fits a host, whatever the other terms say.
    ///
    /// - Parameters:
    ///   - host: what is known of it.
    ///   - now: seconds since 1970-01-01 UTC.
    /// - Returns: whether it does.
    public func fits(_ host: HostFacts, at now: Int) -> Bool {
        switch self {
        case .name(let glob): glob.matches(host.name)
        case .group(let glob): host.groups.contains(where: glob.matches)
        case .image(let glob): host.image.map(glob.matches) ?? false
        case .serial(let glob): host.serial.map(glob.matches) ?? false
        case .mac(let digits): host.macs.contains { $0.filter(\.isHexDigit).lowercased().hasPrefix(digits) }
        case .id(let range): range.contains(host.id)
        case .imagedWithin(let age): host.lastImaged.map { $0 > now - age.seconds } ?? false
        case .imagedBefore(let age): host.lastImaged.map { $0 < now - age.seconds } ?? false
        case .neverImaged: host.lastImaged == nil
        case .state(let state): state.fits(host)
        }
    }

    fileprivate var need: HostFacts.Source? {
        switch self {
        case .group: .groups
        case .serial: .inventory
        case .state(.pending): nil
        case .state: .tasks
        case .name, .image, .mac, .id, .imagedWithin, .imagedBefore, .neverImaged: nil
        }
    }
}

extension HostState {
    fileprivate func fits(_ host: HostFacts) -> Bool {
        switch self {
        case .idle: host.states.isEmpty
        case .active: !host.states.isEmpty
        case .pending: host.isPending
        case .queued, .checkedIn, .inProgress: task.map(host.states.contains) ?? false
        }
    }
}
