/// How far a task has come.
///
/// Origin: FOG 1.5.9.239, `GET /fog/taskstate`; 6 exists on 1.6 only, 0 on multicast sessions only.
public enum TaskState: Int, Codable, Sendable, CaseIterable {
    /// Made; the host has not been heard of.
    case queued = 1
    /// Host has booted and waits for a slot of the storage node.
    case checkedIn = 2
    /// Host images.
    case inProgress = 3
    /// Finished.
    case complete = 4
    /// Called off.
    case cancelled = 5
    /// Host has reported a failure (1.6).
    case failed = 6

    /// Whether the server still counts the task as active.
    public var isActive: Bool { rawValue < TaskState.complete.rawValue }

    /// Word for people and scripts.
    public var word: String {
        switch self {
        case .queued: "queued"
        case .checkedIn: "checked in"
        case .inProgress: "in progress"
        case .complete: "complete"
        case .cancelled: "cancelled"
        case .failed: "failed"
        }
    }
}
