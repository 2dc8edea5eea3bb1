/// What selectors look at, of one host.
///
/// It is a value, so that a selector can be asked anywhere: no server is needed. ``Selector/needs`` says what has to be
/// found out beside the host's row; what a selector does not look at can be left out.
public struct HostFacts: Hashable, Sendable {
    /// What the row of a host does not tell, and has to be read elsewhere.
    public enum Source: Hashable, Sendable, CaseIterable {
        /// ``HostFacts/groups``.
        case groups
        /// ``HostFacts/serial``.
        case inventory
        /// ``HostFacts/states``.
        case tasks
    }

    /// Host's number.
    public var id: HostID
    /// Host's name.
    public var name: String
    /// MAC addresses in any usual writing.
    public var macs: [String]
    /// Name of the assigned image; nil for none.
    public var image: String?
    /// Whether the registration awaits approval.
    public var isPending: Bool
    /// When a deploy last finished, in seconds since 1970-01-01 UTC; nil for never.
    public var lastImaged: Int?
    /// Names of the groups that the host is in.
    public var groups: [String]
    /// Serial number of the computer by the inventory; nil where none is known.
    public var serial: String?
    /// States of the active tasks; empty for an idle host.
    public var states: Set<TaskState>

    /// Gathers the facts of a host.
    ///
    /// - Parameters:
    ///   - host: row as the server tells it.
    ///   - groups: names of its groups.
    ///   - serial: serial number by its inventory.
    ///   - states: states of its active tasks.
    public init(_ host: Host, groups: [String] = [], serial: String? = nil, states: Set<TaskState> = []) {
        id = host.id
        name = host.name
        macs = host.macs
        image = host.imagename
        isPending = host.pending
        lastImaged = host.deployed
        self.groups = groups
        self.serial = serial
        self.states = states
    }
}
