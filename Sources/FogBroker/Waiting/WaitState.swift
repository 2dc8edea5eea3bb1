package import FogModel
package import FogTime

/// One call that waits for tasks: which, since when, and the verdicts so far.
package struct WaitState: Sendable {
    /// What is waited for, in the order in which the verdicts are given.
    package let targets: [WaitTarget]
    /// How long to wait.
    package let options: WaitOptions
    /// When the wait began.
    package let start: SessionInstant
    private var verdicts: [WaitTarget: Verdict] = [:]
    /// What has no verdict, each once.
    package private(set) var pending: [WaitTarget]
    /// News since the wait began, where it is answered early.
    package var news: [TaskProgress] = []

    /// Begins to wait.
    package init(for targets: [WaitTarget], _ options: WaitOptions, from start: SessionInstant) {
        self.targets = targets
        self.options = options
        self.start = start.advanced(by: .seconds(-max(0, min(options.waited, 1e9))))
        var seen: Set<WaitTarget> = []
        pending = targets.filter { seen.insert($0).inserted }
    }

    /// Time between two looks at the server that the caller has set: a second or more.
    package var interval: Duration? { options.interval.map { max(.seconds(1), Duration(bounded: $0)) } }

    /// When the last verdict is given at the latest; nil where no such time was asked for.
    package var deadline: SessionInstant? {
        options.timeout.map { start.advanced(by: Duration(bounded: $0)) }
    }

    /// What the wait is answered; nil while it goes on.
    package var result: WaitResult? {
        guard pending.isEmpty || options.tellsProgress && !news.isEmpty else { return nil }
        return WaitResult(verdicts: targets.compactMap { verdicts[$0] }, progress: news)
    }

    /// Judges what has no verdict yet.
    ///
    /// - Parameters:
    ///   - now: present moment.
    ///   - judge: judges one target by the time waited so far.
    /// - Returns: verdicts that are new.
    package mutating func settle(
        at now: SessionInstant,
        _ judge: (WaitTarget, WaitOptions, Duration) -> Verdict?
    ) -> [Verdict] {
        let waited = start.duration(to: now)
        let new = pending.compactMap { judge($0, options, waited) }
        guard !new.isEmpty else { return [] }
        for verdict in new { verdicts[verdict.target] = verdict }
        pending.removeAll { verdicts[$0] != nil }
        return new
    }
}
