package import FogModel

/// What has been seen of the snapins of a job, and what that says.
///
/// Pure, as ``TaskWatch``. The rows of the job are what counts: FOG renames the task that stands for them.
package struct SnapinWatch: Sendable {
    /// Number of the job.
    package let job: SnapinJobID
    /// Snapins by number of the snapin task; nil before the first look.
    package private(set) var rows: [SnapinTask]?
    /// Name of the host, from the task that stands for the job; nil before one was seen.
    private var hostname: String?
    /// Counted time at which the watch began or a snapin last moved.
    package private(set) var lastMoved: Duration
    /// Progress that was last told, by what is waited for.
    var told: [WaitTarget: TaskProgress] = [:]

    /// Begins to watch.
    package init(_ job: SnapinJobID, at time: Duration) {
        self.job = job
        lastMoved = time
    }

    /// Takes the rows of the job as the server has them.
    ///
    /// - Parameters:
    ///   - rows: all rows of the job.
    ///   - hostname: name of its host; nil where the look does not tell it.
    ///   - time: counted time.
    package mutating func see(_ rows: [SnapinTask], on hostname: String? = nil, at time: Duration) {
        self.hostname = hostname ?? self.hostname
        let sorted = rows.sorted { $0.id < $1.id }
        if let old = self.rows, old.map(\.stateID) != sorted.map(\.stateID) { lastMoved = time }
        self.rows = sorted
    }

    /// Whether nothing of the job can change any more.
    var hasEnded: Bool { rows?.allSatisfy(\.hasEnded) ?? false }

    /// Snapins that a target is about; nil before the first look.
    private func parts(_ wanted: [SnapinTaskID]) -> [SnapinTask]? {
        rows?.filter { wanted.isEmpty || wanted.contains($0.id) }
    }

    /// How far the snapins are; nil before the first look.
    package func progress(of target: WaitTarget) -> TaskProgress? {
        guard case .snapins(_, let wanted) = target, let parts = parts(wanted), let first = parts.first else {
            return nil
        }
        let running = parts.first { $0.state == .inProgress || $0.state == .checkedIn }
        let ended = parts.count { $0.hasEnded }
        let state = running.map { "snapin \($0.snapinname ?? "\($0.id)")" } ?? "\(ended) of \(parts.count) snapins"
        return TaskProgress(
            target: target,
            host: first.hostID,
            hostname: hostname,
            state: state,
            percent: parts.isEmpty ? 0 : 100 * ended / parts.count
        )
    }

    /// Judges the snapins.
    ///
    /// - Parameters:
    ///   - target: job and the snapins of it that are waited for.
    ///   - options: how long to wait, and which exit codes are good.
    ///   - time: counted time.
    ///   - waited: time since the caller began to wait.
    /// - Returns: the verdict; nil while it may still go well.
    package func verdict(
        of target: WaitTarget,
        _ options: WaitOptions,
        at time: Duration,
        waited: Duration
    ) -> Verdict? {
        guard case .snapins(_, let wanted) = target, let parts = parts(wanted) else { return nil }
        guard let (outcome, evidence) = judge(parts, wanted, options, idle: time - lastMoved, waited: waited) else {
            return nil
        }
        let ended = parts.count { $0.hasEnded }
        return Verdict(
            target: target,
            host: parts.first?.hostID,
            hostname: hostname,
            outcome: outcome,
            evidence: evidence,
            seconds: waited.wholeSeconds,
            percent: parts.isEmpty ? 0 : 100 * ended / parts.count,
            snapins: parts.map { Verdict.SnapinEnd($0) }
        )
    }

    private func judge(
        _ parts: [SnapinTask],
        _ wanted: [SnapinTaskID],
        _ options: WaitOptions,
        idle: Duration,
        waited: Duration
    ) -> (Verdict.Outcome, String)? {
        if parts.count < wanted.count || parts.isEmpty {
            return (.cancelled, "the server has no such snapins in job \(job) any more")
        }
        if parts.allSatisfy(\.hasEnded) { return ended(parts, options) }
        if parts.allSatisfy({ $0.state == .queued }), idle >= Duration(bounded: options.neverCheckedIn) {
            return (.neverCheckedIn, "the client has not asked for its snapins for \(idle.words)")
        }
        let open = parts.filter { !$0.hasEnded }
        let place = "\(parts.count - open.count) of \(parts.count) snapins ended, next is \(open[0].words)"
        if !parts.allSatisfy({ $0.state == .queued }), idle >= Duration(bounded: options.stalled ?? Self.patience) {
            return (.stalled, "\(place); nothing has moved for \(idle.words)")
        }
        guard let timeout = options.timeout, waited >= Duration(bounded: timeout) else { return nil }
        return (.timedOut, "\(place) after \(waited.words)")
    }

    /// Seconds without news from a client that runs a snapin, where the caller names none.
    private static let patience = 3_600

    private func ended(_ parts: [SnapinTask], _ options: WaitOptions) -> (Verdict.Outcome, String) {
        if let cancelled = parts.first(where: { $0.state == .cancelled }) {
            return (.cancelled, "\(cancelled.words) was called off")
        }
        let bad = parts.filter { $0.state == .failed || !options.goodExitCodes.contains($0.exitCode) }
        guard bad.isEmpty else {
            return (.failed, bad.map { "\($0.words) returned \($0.exitCode)" }.joined(separator: ", "))
        }
        return (.done, parts.map { "\($0.words) returned \($0.exitCode)" }.joined(separator: ", "))
    }
}

extension SnapinTask {
    fileprivate var hasEnded: Bool { stateID >= TaskState.complete.rawValue }

    fileprivate var words: String { snapinname.map { "\"\($0)\"" } ?? "snapin task \(id)" }
}

extension Verdict.SnapinEnd {
    fileprivate init(_ row: SnapinTask) {
        self.init(
            id: row.id,
            name: row.snapinname,
            state: row.state?.word ?? row.statename ?? "state \(row.stateID)",
            exitCode: row.hasEnded ? row.exitCode : nil,
            details: row.details
        )
    }
}
