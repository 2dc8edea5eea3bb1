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
