/// Which snapins of a host a task runs.
public enum SnapinChoice: Hashable, Codable, Sendable {
    /// None.
    case none
    /// All that the host has.
    case all
    /// One that the host has.
    case one(SnapinID)
}
