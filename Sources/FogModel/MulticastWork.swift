/// A multicast session with the hosts that were put into it.
public struct MulticastWork: Hashable, Codable, Sendable {
    /// Sessions of the name, by number: one; on 1.6 one for each storage group from which the hosts are served.
    public var sessions: [MulticastSession]
    /// What has become of each host, in the order in which they were named.
    public var hosts: [HostResult]

    /// Makes a piece of work.
    public init(sessions: [MulticastSession], hosts: [HostResult]) {
        self.sessions = sessions
        self.hosts = hosts
    }

    /// Whether every host is in.
    public var isComplete: Bool { hosts.allSatisfy { $0.created != nil } }
}
