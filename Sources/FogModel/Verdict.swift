/// How a task that was waited for ended, with the evidence.
public struct Verdict: Hashable, Codable, Sendable {
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

    /// Task that was waited for.
    public var task: TaskID
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

    /// Makes a verdict.
    public init(
        task: TaskID,
        host: HostID?,
        hostname: String?,
        outcome: Outcome,
        evidence: String,
        seconds: Int,
        percent: Int
    ) {
        self.task = task
        self.host = host
        self.hostname = hostname
        self.outcome = outcome
        self.evidence = evidence
        self.seconds = seconds
        self.percent = percent
    }
}

/// How long to wait for tasks.
public struct WaitOptions: Hashable, Codable, Sendable {
    /// Seconds until a host that has not checked in is given up.
    public var neverCheckedIn: Int
    /// Seconds without any progress until a host is called stalled.
    public var stalled: Int
    /// Seconds in all; nil is no bound of its own.
    public var timeout: Int?
    /// Seconds for which a server that does not answer is waited for.
    public var unavailable: Int
    /// Seconds between two looks at the server.
    public var interval: Int

    /// Makes options; the defaults are those that `fog.wait` states.
    public init(
        neverCheckedIn: Int = 900,
        stalled: Int = 600,
        timeout: Int? = nil,
        unavailable: Int = 600,
        interval: Int = 10
    ) {
        self.neverCheckedIn = neverCheckedIn
        self.stalled = stalled
        self.timeout = timeout
        self.unavailable = unavailable
        self.interval = interval
    }
}
