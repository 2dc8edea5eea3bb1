import FogModel
import FogOperations

/// What a run has learnt and done so far.
struct RunRecord {
    private enum Subject: Hashable {
        case host(HostID)
        case task(TaskID)
    }

    private var names: [HostID: String] = [:]
    /// Hosts in the order in which the run first met them.
    private var order: [Subject] = []
    private var met: Set<Subject> = []
    private var outcomes: [Subject: HostOutcome] = [:]
    private(set) var started: [StartedTask] = []
    private(set) var uncertain: [UncertainTask] = []

    func name(of host: HostID) -> String? { names[host] }

    /// What has become of the hosts.
    var outcome: RunOutcome {
        var outcome = RunOutcome()
        for subject in order {
            guard let last = outcomes[subject] else { continue }
            if last.isDone { outcome.done.append(last) } else { outcome.failed.append(last) }
        }
        return outcome
    }

    /// Hosts that an operation changes or has changed, as people call them: number and name.
    func labels(of operation: FogOperation, _ result: Result<Answer, any Error>) -> [String] {
        var hosts = operation.subjects
        switch (operation, result) {
        case (.createHost, .success(.hosts(let created))): hosts = created.map(\.id)
        case (.cancelTask, .success(.tasks(let tasks))): hosts = tasks.compactMap(\.hostID)
        default: break
        }
        return hosts.map { host in names[host].map { "\(host) \($0)" } ?? "\(host)" }
    }

    // MARK: - Learning

    /// Learns the names of hosts from an answer.
    mutating func learn(from answer: Answer) {
        switch answer {
        case .hosts(let hosts):
            for host in hosts { names[host.id] = host.name }
        case .tasks(let tasks):
            for task in tasks {
                if let host = task.hostID, let name = task.hostname { names[host] = name }
            }
        default: break
        }
    }

    // MARK: - Doing

    /// Notes a task that the run has made.
    mutating func noteStarted(_ task: StartedTask) {
        started.append(task)
        // What it failed at before counts no more; what comes of it is not known yet.
        outcomes[.host(task.host)] = nil
    }

    /// Notes a task that may have been made.
    mutating func noteUncertain(_ task: UncertainTask) {
        uncertain.append(task)
    }

    /// Notes that tasks have ended on the server.
    mutating func noteEnded(_ isEnded: (TaskID) -> Bool) {
        started.removeAll { isEnded($0.task) }
    }

    /// Notes that a host could not be given a task.
    mutating func noteRefused(_ host: HostID, _ error: FogError) {
        note(.host(host), HostOutcome(host: host, hostname: names[host], result: .refused(error)))
    }

    /// Notes how a task ended, or that it was given up.
    mutating func note(_ verdict: Verdict) {
        let name = verdict.hostname ?? verdict.host.flatMap { names[$0] }
        let subject = verdict.host.map { Subject.host($0) } ?? .task(verdict.task)
        note(subject, HostOutcome(host: verdict.host, hostname: name, result: .verdict(verdict)))
    }

    /// Notes that the wait for tasks broke off, so that nobody knows what has become of their hosts.
    mutating func noteLost(_ tasks: [TaskID], _ error: FogError) {
        let lost = Set(tasks)
        for task in started where lost.contains(task.task) && outcomes[.host(task.host)] == nil {
            noteRefused(task.host, error)
        }
    }

    private mutating func note(_ subject: Subject, _ outcome: HostOutcome) {
        if met.insert(subject).inserted { order.append(subject) }
        outcomes[subject] = outcome
    }
}
