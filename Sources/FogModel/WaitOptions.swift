/// What can be waited for.
public enum WaitTarget: Hashable, Sendable {
    /// A task.
    case task(TaskID)
    /// Snapins of a job: those with these numbers of snapin tasks, all of the job where none are named.
    case snapins(SnapinJobID, [SnapinTaskID])
}

extension WaitTarget: Codable {
    private enum CodingKeys: String, CodingKey {
        case task, job, parts
    }

    /// Reads `task`, or `job` with `parts`, from what may hold more.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let job = try container.decodeIfPresent(SnapinJobID.self, forKey: .job) {
            self = .snapins(job, try container.decode([SnapinTaskID].self, forKey: .parts))
        } else {
            self = .task(try container.decode(TaskID.self, forKey: .task))
        }
    }

    /// Writes `task`, or `job` with `parts`, beside what is there already.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .task(let task): try container.encode(task, forKey: .task)
        case .snapins(let job, let parts):
            try container.encode(job, forKey: .job)
            try container.encode(parts, forKey: .parts)
        }
    }
}

extension WaitTarget {
    /// Task; nil for snapins.
    public var task: TaskID? {
        if case .task(let task) = self { task } else { nil }
    }
}

extension WaitTarget: CustomStringConvertible {
    /// As in `task 7` or `snapin job 3`.
    public var description: String {
        switch self {
        case .task(let task): "task \(task)"
        case .snapins(let job, _): "snapin job \(job)"
        }
    }
}

/// How long to wait for tasks.
public struct WaitOptions: Hashable, Codable, Sendable {
    /// Seconds until a host that has not checked in is given up.
    public var neverCheckedIn: Int
    /// Seconds without any progress until a host is called stalled; nil is ten minutes for imaging, an hour for snapins,
    /// whose client says nothing while one runs.
    public var stalled: Int?
    /// Seconds in all; nil is no bound of its own.
    public var timeout: Int?
    /// Seconds for which a server that does not answer is waited for.
    public var unavailable: Int
    /// Seconds between two looks at the server; nil follows what goes on, from 10 seconds to a minute.
    public var interval: Int?
    /// Exit codes of snapins that are no failure.
    public var goodExitCodes: [Int]
    /// Whether the wait is answered early where a task has moved.
    public var tellsProgress: Bool
    /// Seconds for which these targets have been waited for already, by an earlier wait that was answered early.
    public var waited: Double

    /// Makes options; the defaults are those that `fog.wait` states.
    ///
    /// Origin: 3010 and 1641 are Windows Installer's words for "done, restart".
    public init(
        neverCheckedIn: Int = 900,
        stalled: Int? = nil,
        timeout: Int? = nil,
        unavailable: Int = 600,
        interval: Int? = nil,
        goodExitCodes: [Int] = [0, 1641, 3010],
        tellsProgress: Bool = false,
        waited: Double = 0
    ) {
        self.neverCheckedIn = neverCheckedIn
        self.stalled = stalled
        self.timeout = timeout
        self.unavailable = unavailable
        self.interval = interval
        self.goodExitCodes = goodExitCodes
        self.tellsProgress = tellsProgress
        self.waited = waited
    }
}
