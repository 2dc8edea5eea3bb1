/// What asking for a task has led to for one of several hosts.
public struct HostResult: Hashable, Codable, Sendable {
    /// How it went.
    public enum Outcome: Hashable, Codable, Sendable {
        /// The host has its task.
        case created(CreatedTask)
        /// The host has none, or nobody knows: the error says which.
        case failed(FogError)
    }

    /// Number of the host.
    public var host: HostID
    /// How it went.
    public var outcome: Outcome

    /// Makes a result.
    public init(host: HostID, outcome: Outcome) {
        self.host = host
        self.outcome = outcome
    }

    /// What was made; nil where nothing was.
    public var created: CreatedTask? {
        guard case .created(let created) = outcome else { return nil }
        return created
    }

    /// Why nothing was made; nil where something was.
    public var error: FogError? {
        guard case .failed(let error) = outcome else { return nil }
        return error
    }
}
