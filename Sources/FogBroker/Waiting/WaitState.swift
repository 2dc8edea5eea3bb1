package import FogModel
package import FogTime

/// One call that waits for tasks: which, since when, and the verdicts so far.
package struct WaitState: Sendable {
    /// Tasks in the order in which their verdicts are given.
    package let tasks: [TaskID]
    /// How long to wait.
    package let options: WaitOptions
    /// When the wait began.
    package let start: SessionInstant
    private var verdicts: [TaskID: Verdict] = [:]
    /// Tasks without a verdict, each once.
    package private(set) var pending: [TaskID]

    /// Begins to wait.
    package init(for tasks: [TaskID], _ options: WaitOptions, from start: SessionInstant) {
        self.tasks = tasks
        self.options = options
        self.start = start
        var seen: Set<TaskID> = []
        pending = tasks.filter { seen.insert($0).inserted }
    }

    /// Time between two looks at the server: a second or more.
    package var interval: Duration { max(.seconds(1), Duration(bounded: options.interval)) }

    /// When the last verdict is given at the latest; nil where no such time was asked for.
    package var deadline: SessionInstant? {
        options.timeout.map { start.advanced(by: Duration(bounded: $0)) }
    }

    /// Verdicts in the order of the tasks; nil while any is missing.
    package var result: [Verdict]? {
        pending.isEmpty ? tasks.compactMap { verdicts[$0] } : nil
    }

    /// Judges the tasks that have no verdict yet.
    ///
    /// - Parameters:
    ///   - now: present moment.
    ///   - judge: judges one task by the time waited so far.
    /// - Returns: verdicts that are new.
    package mutating func settle(
        at now: SessionInstant,
        _ judge: (TaskID, WaitOptions, Duration) -> Verdict?
    ) -> [Verdict] {
        let waited = start.duration(to: now)
        let new = pending.compactMap { judge($0, options, waited) }
        guard !new.isEmpty else { return [] }
        for verdict in new { verdicts[verdict.task] = verdict }
        pending.removeAll { verdicts[$0] != nil }
        return new
    }
}
