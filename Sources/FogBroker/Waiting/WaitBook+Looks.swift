import FogModel
package import FogTime

extension WaitBook {
    /// Takes what a look has shown.
    ///
    /// - Parameters:
    ///   - look: tasks, or why there are none to be seen.
    ///   - now: moment at which the answer came.
    ///   - duration: how long the server took.
    /// - Returns: what is to be told, and which waits are over.
    package mutating func on(_ look: Look, at now: SessionInstant, after duration: Duration = .zero) -> Reaction {
        var reaction = Reaction()
        lastLook = now
        switch look {
        case .answered(let sight):
            if let outage = time.answered(at: now) {
                reaction.events.append(.serverBack(.init(duration: outage / .seconds(1))))
            }
            take(sight, at: time.elapsed(at: now), &reaction)
            pace.note(hasMoved: !reaction.events.isEmpty, duration: duration)
            settle(at: now, &reaction)
        case .refused(let error):
            if time.refused(at: now) {
                reaction.events.append(.serverUnavailable(.init(message: error.message)))
            }
            settle(at: now, &reaction)
            giveUp(error, at: now, &reaction)
        }
        forgetEnded(&reaction)
        return reaction
    }

    // MARK: - Seeing

    private mutating func take(_ sight: Look.Sight, at time: Duration, _ reaction: inout Reaction) {
        imaging = sight.imaging
        watchQueue(sight.active, at: time)
        let waited = Set(sight.question.waited)
        let places = Self.queuePlaces(sight.active)
        let order = sight.active.indices.sorted { sight.active[$0].id < sight.active[$1].id }
        for task in order.lazy.map({ sight.active[$0] }) {
            guard watches[task.id]?.see(task, at: time) != nil, waited.contains(task.id) else { continue }
            let session = sight.sessions[task.id]
            watches[task.id]?.session = session
            let progress = TaskProgress(task, queue: places[task.id], session: session)
            guard watches[task.id]?.toldProgress != progress else { continue }
            watches[task.id]?.toldProgress = progress
            tell(progress, &reaction)
        }
        takeSnapins(sight, at: time, &reaction)
        for task in sight.ended { _ = watches[task.id]?.see(task, at: time) }
        let seen = Set(sight.active.map(\.id))
        let missing = waited.subtracting(seen).subtracting(sight.ended.map(\.id))
        for task in missing { watches[task]?.seeNothing() }
        reaction.ended = Set(sight.question.own).subtracting(seen)
    }

    private mutating func takeSnapins(_ sight: Look.Sight, at time: Duration, _ reaction: inout Reaction) {
        let rows = Dictionary(grouping: sight.snapins, by: \.jobID)
        let named = (sight.active + sight.ended).compactMap { task in task.hostID.map { ($0, task.hostname) } }
        let names = Dictionary(named) { first, second in first ?? second }
        for job in sight.question.jobs {
            let seen = rows[job] ?? []
            jobs[job]?.see(seen, on: seen.first?.hostID.flatMap { names[$0] ?? nil }, at: time)
        }
        var targets: Set<WaitTarget> = []
        for target in waits.flatMap(\.state.pending) where targets.insert(target).inserted {
            guard case .snapins(let job, _) = target, let progress = jobs[job]?.progress(of: target) else { continue }
            guard jobs[job]?.told[target] != progress else { continue }
            jobs[job]?.told[target] = progress
            tell(progress, &reaction)
        }
    }

    /// Tells those who watch, and those who wait for news.
    private mutating func tell(_ progress: TaskProgress, _ reaction: inout Reaction) {
        reaction.events.append(.taskProgress(progress))
        for place in waits.indices where waits[place].state.options.tellsProgress {
            if waits[place].state.pending.contains(progress.target) { waits[place].state.news.append(progress) }
        }
    }

    /// Notes whether any task that images has moved on, has begun or has ended.
    private mutating func watchQueue(_ active: [FogTask], at time: Duration) {
        var now: [TaskID: Running] = [:]
        for task in active where task.state == .inProgress {
            now[task.id] = Running(percent: task.percent, dataCopied: task.dataCopied)
        }
        if now != running { queueMoved = time }
        running = now
    }

    /// Gives the places, from 1, of the tasks that wait for a slot.
    ///
    /// Origin: FOG 1.5.9.239, api-1.5.md section 8: a host that asks is told how many checked in before it.
    private static func queuePlaces(_ active: [FogTask]) -> [TaskID: Int] {
        let queue = active.filter { $0.state == .checkedIn }
            .sorted { ($0.checkInTime ?? .max, $0.id) < ($1.checkInTime ?? .max, $1.id) }
        return Dictionary(queue.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
    }

    // MARK: - Judging

    private mutating func settle(at now: SessionInstant, _ reaction: inout Reaction) {
        let (watches, jobs) = (watches, jobs)
        let (time, queueMoved, imaging) = (time.elapsed(at: now), queueMoved, imaging)
        var told: Set<WaitTarget> = []
        for place in waits.indices {
            let verdicts = waits[place].state.settle(at: now) { target, options, waited in
                if case .snapins(let job, _) = target {
                    return jobs[job]?.verdict(of: target, options, at: time, waited: waited)
                }
                guard case .task(let task) = target, let watch = watches[task] else { return nil }
                let reports = watch.last?.type.map(imaging.contains) ?? false
                let setting = TaskWatch.Setting(
                    time: time,
                    queueMoved: queueMoved,
                    reportsProgress: reports,
                    waited: waited
                )
                return watch.verdict(options, setting).map { Verdict(watch, $0, waited) }
            }
            // Two that wait for one task learn of its end at the same look: it is told once.
            for verdict in verdicts where told.insert(verdict.target).inserted {
                reaction.events.append(.verdict(verdict))
            }
        }
        for wait in waits {
            if let result = wait.state.result { reaction.results.append((wait.number, .success(result))) }
        }
        waits.removeAll { $0.state.result != nil }
    }

    /// Ends the waits that do not wait for a server any longer, or that no waiting would help.
    private mutating func giveUp(_ error: FogError, at now: SessionInstant, _ reaction: inout Reaction) {
        let since = time.refusedSince ?? now
        var kept: [(number: Int, state: WaitState)] = []
        for wait in waits {
            let silence = max(since, wait.state.start).duration(to: now)
            if !error.isPassing {
                reaction.results.append((wait.number, .failure(error)))
            } else if silence >= Duration(bounded: wait.state.options.unavailable) {
                reaction.results.append((wait.number, .failure(error.after(silence))))
            } else {
                kept.append(wait)
            }
        }
        waits = kept
    }

    /// Forgets tasks that have ended and that nobody waits for.
    private mutating func forgetEnded(_ reaction: inout Reaction) {
        let ended = watches.values.filter { $0.end != nil }.map(\.task)
        reaction.ended.formUnion(ended)
        let waitedJobs = waitedJobs
        jobs = jobs.filter { waitedJobs.contains($0.key) || !$0.value.hasEnded }
        guard !reaction.ended.isEmpty else { return }
        let waited = waitedTasks
        for task in reaction.ended where !waited.contains(task) { watches[task] = nil }
    }
}

extension Verdict {
    fileprivate init(_ watch: TaskWatch, _ verdict: (outcome: Outcome, evidence: String), _ waited: Duration) {
        self.init(
            target: .task(watch.task),
            host: watch.last?.host,
            hostname: watch.last?.hostname,
            outcome: verdict.outcome,
            evidence: verdict.evidence,
            seconds: waited.wholeSeconds,
            percent: watch.percent
        )
    }
}

extension FogError {
    /// Whether the server may answer the next time.
    fileprivate var isPassing: Bool { [.unavailable, .timeout, .server].contains(code) }

    /// Error for a server that has been waited for in vain.
    fileprivate func after(_ silence: Duration) -> FogError {
        FogError(
            .unavailable,
            "the server has not answered for \(silence.words): \(message)",
            status: status,
            hint: "what was started goes on there; wait for it again once the server is back",
            cause: cause
        )
    }
}
