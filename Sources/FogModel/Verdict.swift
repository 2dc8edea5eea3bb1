/// How a task that was waited for ended, with the evidence.
public struct Verdict: Hashable, Sendable {
    /// End of a task.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// Server marked it complete.
        case done
        /// Server marked it failed (1.6).
        case failed
        /// Somebody called it off.
        case cancelled
        /// Host did not boot into it in time.
        case neverCheckedIn = "never_checked_in"
        /// Host made no progress for too long.
        case stalled
        /// Time that the caller gave has passed.
        case timedOut = "timed_out"

        /// Words for people, as in "never checked in".
        public var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
    }

    /// What a snapin came to.
    public struct SnapinEnd: Hashable, Codable, Sendable {
        /// Number of the snapin task.
        public var id: SnapinTaskID
        /// Name of the snapin; nil where the server names none.
        public var name: String?
        /// How far it came, as in `complete`.
        public var state: String
        /// Exit code of its program; nil before it ended.
        public var exitCode: Int?
        /// What the client said of it.
        public var details: String?

        /// Makes an end.
        public init(id: SnapinTaskID, name: String?, state: String, exitCode: Int?, details: String?) {
            self.id = id
            self.name = name
            self.state = state
            self.exitCode = exitCode
            self.details = details
        }
    }

    /// What was waited for.
    public var target: WaitTarget
    /// Its host; nil where the server names none.
    public var host: HostID?
    /// Name of its host; nil where the server names none.
    public var hostname: String?
    /// How it ended.
    public var outcome: Outcome
    /// What was seen last, one line, as in `no progress since 42 % 10 minutes ago`.
    public var evidence: String
    /// Seconds from the beginning of the wait to the verdict.
    public var seconds: Int
    /// Last known per cent, 0 to 100.
    public var percent: Int
    /// What each snapin came to; empty where none was waited for.
    public var snapins: [SnapinEnd]

    /// Makes a verdict.
    public init(
        target: WaitTarget,
        host: HostID?,
        hostname: String?,
        outcome: Outcome,
        evidence: String,
        seconds: Int,
        percent: Int,
        snapins: [SnapinEnd] = []
    ) {
        self.target = target
        self.host = host
        self.hostname = hostname
        self.outcome = outcome
        self.evidence = evidence
        self.seconds = seconds
        self.percent = percent
        self.snapins = snapins
    }

    /// Task that was waited for; nil where it was a snapin job.
    public var task: TaskID? { target.task }

    /// Snapin job that was waited for; nil where it was a task.
    public var job: SnapinJobID? {
        if case .snapins(let job, _) = target { job } else { nil }
    }
}

extension Verdict: Codable {
    private enum CodingKeys: String, CodingKey {
        case host, hostname, outcome, evidence, seconds, percent, snapins
    }

    /// Reads a verdict with its target from one flat object.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            target: try WaitTarget(from: decoder),
            host: try container.decodeIfPresent(HostID.self, forKey: .host),
            hostname: try container.decodeIfPresent(String.self, forKey: .hostname),
            outcome: try container.decode(Outcome.self, forKey: .outcome),
            evidence: try container.decode(String.self, forKey: .evidence),
            seconds: try container.decode(Int.self, forKey: .seconds),
            percent: try container.decode(Int.self, forKey: .percent),
            snapins: try container.decodeIfPresent([SnapinEnd].self, forKey: .snapins) ?? []
        )
    }

    /// Writes one flat object, so that `task` stands where it always stood; `snapins` only where there are any.
    public func encode(to encoder: any Encoder) throws {
        try target.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(host, forKey: .host)
        try container.encodeIfPresent(hostname, forKey: .hostname)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(seconds, forKey: .seconds)
        try container.encode(percent, forKey: .percent)
        if !snapins.isEmpty { try container.encode(snapins, forKey: .snapins) }
    }
}
