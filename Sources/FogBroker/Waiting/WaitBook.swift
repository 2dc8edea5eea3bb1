package import FogModel
package import FogTime

/// All that is waited for on one server: what was seen of the tasks, and who waits for which.
///
/// Pure: looks go in with the moment at which they came, verdicts and progress come out. The cost of a look grows with the
/// active tasks, not with how many wait.
package struct WaitBook: Sendable {
    /// What is to be done after a look.
    package struct Reaction: Sendable {
        /// What is to be told, in order.
        package var events: [BrokerEvent.Kind] = []
        /// Waits that are over, by number.
        package var results: [(number: Int, result: Result<WaitResult, FogError>)] = []
        /// Watched tasks that have ended on the server.
        package var ended: Set<TaskID> = []
    }

    var time: AnsweredTime
    var watches: [TaskID: TaskWatch] = [:]
    var jobs: [SnapinJobID: SnapinWatch] = [:]
    var pace = LookPace()
    var waits: [(number: Int, state: WaitState)] = []
    private var lastNumber = 0
    var lastLook: SessionInstant?
    /// Tasks that imaged at the last look, and how far they were.
    var running: [TaskID: Running] = [:]
    /// Counted time at which any of them last moved.
    var queueMoved = Duration.zero
    var imaging: Set<TaskTypeID> = []

    /// How far a task is, as far as the queue behind it is concerned.
    struct Running: Hashable {
        var percent: Int
        var dataCopied: String?
    }

    /// Opens a book in which nothing is waited for.
    package init(at now: SessionInstant) {
        time = AnsweredTime(from: now)
    }

    /// Longest time between two looks while the server does not answer.
    static let retryInterval = Duration.seconds(10)

    // MARK: - Waiting

    /// Notes a task that this run has just made.
    package mutating func noteCreated(_ task: FogTask, at now: SessionInstant) {
        watches[task.id] = TaskWatch(task.id, isOwn: true, seen: task, at: time.elapsed(at: now))
    }

    /// Notes that this run is about to call a task off.
    package mutating func noteCancelled(_ task: TaskID, at now: SessionInstant) {
        watches[task, default: TaskWatch(task, isOwn: false, at: time.elapsed(at: now))].noteCancelled()
    }

    /// Begins to wait for tasks.
    ///
    /// - Returns: number of the wait, from 1.
    package mutating func wait(for targets: [WaitTarget], _ options: WaitOptions, at now: SessionInstant) -> Int {
        let since = time.elapsed(at: now)
        for target in targets {
            switch target {
            case .task(let task):
                if watches[task] == nil { watches[task] = TaskWatch(task, isOwn: false, at: since) }
            case .snapins(let job, _):
                if jobs[job] == nil { jobs[job] = SnapinWatch(job, at: since) }
            }
        }
        pace.hurry()
        lastNumber += 1
        waits.append((lastNumber, WaitState(for: targets, options, from: now)))
        return lastNumber
    }

    /// Ends a wait before its verdicts are there.
    package mutating func leave(_ number: Int) {
        waits.removeAll { $0.number == number }
    }

    /// Moment of the next look; nil where nobody waits.
    ///
    /// A server that did not answer is asked again after ``retryInterval`` at the latest.
    package func nextLook(at now: SessionInstant) -> SessionInstant? {
        guard var interval = waits.lazy.map({ $0.state.interval ?? pace.interval }).min() else { return nil }
        if time.refusedSince != nil { interval = min(interval, Self.retryInterval) }
        guard let lastLook else { return now }
        let deadlines = waits.compactMap(\.state.deadline)
        return max(now, ([lastLook.advanced(by: interval)] + deadlines).min() ?? now)
    }

    /// What the next look is to find out.
    package var question: Look.Question {
        let own = watches.values.filter { $0.isOwn && $0.end == nil }.map(\.task)
        return Look.Question(waited: waitedTasks.sorted(), own: own.sorted(), jobs: waitedJobs.sorted())
    }

    /// Tasks that somebody waits for.
    var waitedTasks: Set<TaskID> {
        Set(waits.lazy.flatMap(\.state.pending).compactMap { if case .task(let task) = $0 { task } else { nil } })
    }

    /// Snapin jobs that somebody waits for.
    var waitedJobs: Set<SnapinJobID> {
        Set(waits.lazy.flatMap(\.state.pending).compactMap { if case .snapins(let job, _) = $0 { job } else { nil } })
    }
}
