/// How a task is to be made.
///
/// Each option is always sent, since the server's defaults differ between its versions.
public struct TaskOptions: Hashable, Codable, Sendable {
    /// Name for people, up to 200 characters; nil is the task type's name.
    public var name: String?
    /// Whether the server is to wake the host.
    public var wake: Bool
    /// Whether the host is switched off afterwards.
    public var shutdown: Bool
    /// Whether the client stops at a shell before it begins.
    public var debug: Bool
    /// Whether the host's snapins run afterwards.
    public var snapins: Bool

    /// Makes options.
    public init(
        name: String? = nil,
        wake: Bool = false,
        shutdown: Bool = false,
        debug: Bool = false,
        snapins: Bool = false
    ) {
        self.name = name
        self.wake = wake
        self.shutdown = shutdown
        self.debug = debug
        self.snapins = snapins
    }
}

/// Which tasks are asked for.
public struct TaskQuery: Hashable, Codable, Sendable {
    /// Whether only active tasks count.
    public var activeOnly: Bool
    /// Numbers of the tasks; nil is any.
    public var ids: [TaskID]?
    /// Hosts that have them; nil is any.
    public var hosts: [HostID]?

    /// Makes a query; without arguments it asks for every active task.
    public init(activeOnly: Bool = true, ids: [TaskID]? = nil, hosts: [HostID]? = nil) {
        self.activeOnly = activeOnly
        self.ids = ids
        self.hosts = hosts
    }
}
