/// A task that the server is to make later.
public struct ScheduleDraft: Hashable, Codable, Sendable {
    /// Who gets it.
    public enum Target: Hashable, Codable, Sendable {
        /// One host.
        case host(HostID)
        /// The members that a group has when it is due.
        case group(GroupID)
    }

    /// When it is due.
    public enum Time: Hashable, Codable, Sendable {
        /// Once: seconds since 1970-01-01 UTC; what is past is done within a minute or two.
        case once(Int)
        /// Again and again, by the server's zone.
        case cron(CronTime)
    }

    /// Who gets it.
    public var target: Target
    /// What to do.
    public var type: TaskTypeKey
    /// When it is due.
    public var time: Time
    /// How: name, wake, shutdown and snapins; FOG keeps nothing else for later, and the rest is refused.
    public var options: TaskOptions
    /// Free text.
    public var description: String?

    /// Makes a draft.
    public init(
        target: Target,
        type: TaskTypeKey,
        time: Time,
        options: TaskOptions = TaskOptions(),
        description: String? = nil
    ) {
        self.target = target
        self.type = type
        self.time = time
        self.options = options
        self.description = description
    }
}
