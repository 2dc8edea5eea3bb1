package import FogModel

/// What has been seen of one task, and what that says about its host.
///
/// Pure: sightings go in with the time counted by ``AnsweredTime``, verdicts come out.
package struct TaskWatch: Sendable {
    /// How a task was seen to have ended.
    package enum End: Hashable, Sendable {
        case complete
        case failed
        case cancelled(byThisRun: Bool)
        /// The server has no such task.
        case gone
    }

    /// What is kept of a task: a look may bring thousands.
    package struct Seen: Sendable {
        /// Number of its host; nil where the server names none.
        package var host: HostID?
        /// Name of its host; nil where the server names none.
        package var hostname: String?
        /// Number of its type; nil where the server names none.
        package var type: TaskTypeID?
        /// How far it was.
        var traits: Traits
    }

    /// What changes while a task goes on.
    struct Traits: Hashable, Sendable {
        var stateID: Int
        var percent: Int
        var checkInTime: Int?
        var dataCopied: String?

        /// State by its name; nil for a number that FOG does not define.
        var state: TaskState? { TaskState(rawValue: stateID) }
    }

    /// Task's number.
    package let task: TaskID
    /// Whether this run made the task.
    package let isOwn: Bool
    /// Task as it was last seen; nil before the first look.
    package private(set) var last: Seen?
    /// How it ended; nil while it has not.
    package private(set) var end: End?
    /// Counted time at which the watch began or the task last moved.
    package private(set) var lastMoved: Duration

    private var isCancelledByRun = false
    /// Progress that was last told to anybody.
    var toldProgress: TaskProgress?
    /// Multicast session that it was last seen in; nil for none.
    var session: SessionSight?

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - task: task's number.
    ///   - isOwn: whether this run has just made the task.
    ///   - seen: task as it was made; nil where it is not known yet.
    ///   - time: counted time.
    package init(_ task: TaskID, isOwn: Bool, seen: FogTask? = nil, at time: Duration) {
        self.task = task
        self.isOwn = isOwn
        last = seen.map { Seen($0) }
        lastMoved = time
    }

    /// Takes the task as the server has it, active or ended.
    ///
    /// - Returns: whether it has moved since it was last seen.
    package mutating func see(_ task: FogTask, at time: Duration) -> Bool {
        let seen = Seen(task)
        let hasMoved = last.map { $0.traits != seen.traits } ?? false
        last = seen
        if hasMoved { lastMoved = time }
        switch task.state {
        case .complete: end = .complete
        case .failed: end = .failed
        case .cancelled: end = .cancelled(byThisRun: isCancelledByRun)
        case .queued, .checkedIn, .inProgress, nil: break
        }
        return hasMoved
    }

    /// Takes that the server has no such task.
    package mutating func seeNothing() {
        end = .gone
    }

    /// Takes that this run called the task off.
    package mutating func noteCancelled() {
        isCancelledByRun = true
    }
}

extension TaskWatch {
    /// What a verdict depends on besides the task itself.
    package struct Setting: Sendable {
        /// Counted time.
        package var time: Duration
        /// Counted time at which any task last moved on, so that the queue behind it may.
        package var queueMoved: Duration
        /// Whether tasks of its type report progress: those that image.
        package var reportsProgress: Bool
        /// Time since the caller began to wait.
        package var waited: Duration

        /// Makes a setting.
        package init(time: Duration, queueMoved: Duration, reportsProgress: Bool, waited: Duration) {
            self.time = time
            self.queueMoved = queueMoved
            self.reportsProgress = reportsProgress
            self.waited = waited
        }
    }

    /// Judges the task.
    ///
    /// A host that waits in the queue is stalled only where nothing before it moves either. A task that reports no
    /// progress by its nature, as a wipe, is never called stalled.
    ///
    /// - Returns: how it ended, and what was seen; nil while it may still go well.
    package func verdict(_ options: WaitOptions, _ setting: Setting) -> (outcome: Verdict.Outcome, evidence: String)? {
        if let end { return ended(end) }
        if let last {
            let idle = setting.time - lastMoved
            switch last.traits.state {
            case .queued where idle >= Duration(bounded: options.neverCheckedIn):
                let beginning = isOwn ? "the task was created" : "the wait for it began"
                return (.neverCheckedIn, "not seen since \(beginning) \(idle.words) ago")
            case .checkedIn where setting.reportsProgress:
                let idle = setting.time - max(lastMoved, setting.queueMoved)
                if idle >= Duration(bounded: options.stalled ?? Self.patience) {
                    return (.stalled, "\(queue), in which nothing has moved for \(idle.words)")
                }
            case .inProgress
            where setting.reportsProgress && idle >= Duration(bounded: options.stalled ?? Self.patience):
                if waitsForSession { return (.stalled, "\(queue), in which nothing has moved for \(idle.words)") }
                return (.stalled, "no progress since \(last.traits.percent) % for \(idle.words)")
            default: break
            }
        }
        guard let timeout = options.timeout, setting.waited >= Duration(bounded: timeout) else { return nil }
        return (.timedOut, "\(place) after \(setting.waited.words)")
    }

    /// Seconds without progress that an imaging host is given where the caller names none.
    private static let patience = 600

    /// Whether the stream of its multicast session has not begun.
    private var waitsForSession: Bool {
        guard session != nil, let traits = last?.traits else { return false }
        return traits.state == .checkedIn || traits.state == .inProgress && traits.percent == 0
    }

    /// What a host that has checked in waits in.
    private var queue: String {
        session.map { "in session \"\($0.name)\" with \($0.joined) of \($0.expected) hosts" } ?? "in the queue"
    }

    private func ended(_ end: End) -> (Verdict.Outcome, String) {
        switch end {
        case .complete: (.done, "complete")
        case .failed: (.failed, "the host reported a failure at \(percent) %")
        case .cancelled(byThisRun: true): (.cancelled, "cancelled by this run at \(percent) %")
        case .cancelled(byThisRun: false): (.cancelled, "cancelled by somebody else at \(percent) %")
        case .gone: (.cancelled, "the server has no task \(task)\(last == nil ? "" : " any more")")
        }
    }

    /// Where the task was last seen.
    private var place: String {
        guard let last else { return "not seen" }
        let traits = last.traits
        let state = traits.state?.word ?? "in state \(traits.stateID)"
        if waitsForSession { return queue }
        return traits.state == .inProgress ? "\(state) at \(traits.percent) %" : state
    }

    /// Last known per cent; a task that is complete has all.
    package var percent: Int { end == .complete ? 100 : last?.traits.percent ?? 0 }
}

extension TaskWatch.Seen {
    fileprivate init(_ task: FogTask) {
        host = task.hostID
        hostname = task.hostname
        type = task.typeID
        traits = TaskWatch.Traits(
            stateID: task.stateID,
            percent: task.percent,
            checkInTime: task.checkInTime,
            dataCopied: task.dataCopied
        )
    }
}
