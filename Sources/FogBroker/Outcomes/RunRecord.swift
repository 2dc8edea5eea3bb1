import FogModel
import FogOperations

/// What a run has learnt and done so far.
struct RunRecord {
    private enum Subject: Hashable {
        case host(HostID)
        case target(WaitTarget)
        case absent(String)
    }

    /// Name of the server; nil for the one that the run is about.
    let server: String?
    private var names: [HostID: String] = [:]
    /// Hosts in the order in which the run first met them.
    private var order: [Subject] = []
    private var met: Set<Subject> = []
    private var outcomes: [Subject: HostOutcome] = [:]
    private(set) var started: [StartedTask] = []
    private(set) var uncertain: [UncertainTask] = []
    /// What the run has begun and may therefore call off.
    var own = OwnWork()

    init(server: String?) {
        self.server = server
    }

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
        case (.hosts(.create), .success(.rows(let created))): hosts = created.of(Host.self)?.map(\.id) ?? []
        case (.tasks(.cancel), .success(.rows(let tasks))): hosts = tasks.of(FogTask.self)?.compactMap(\.hostID) ?? []
        case (.macs, .success(.rows(let macs))) where operation.isChange:
            if hosts.isEmpty { hosts = macs.of(MACAssociation.self)?.compactMap(\.hostID) ?? [] }
        default: break
        }
        return hosts.map { host in names[host].map { "\(host) \($0)" } ?? "\(host)" }
    }

    // MARK: - Learning

    /// Learns the names of hosts from an answer.
    mutating func learn(from answer: Answer) {
        switch answer {
        case .rows(let rows):
            for host in rows.of(Host.self) ?? [] { names[host.id] = host.name }
            for task in rows.of(FogTask.self) ?? [] { learn(from: task) }
        case .created(let created):
            if let task = created.task { learn(from: task) }
        default: break
        }
    }

    private mutating func learn(from task: FogTask) {
        if let host = task.hostID, let name = task.hostname { names[host] = name }
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
        note(.host(host), HostOutcome(server: server, host: host, hostname: names[host], result: .refused(error)))
    }

    /// Notes what a host could not be given that the server does not have.
    mutating func noteAbsent(_ name: String, _ error: FogError) {
        note(.absent(name), HostOutcome(server: server, host: nil, hostname: name, result: .refused(error)))
    }

    /// Notes how a task ended, or that it was given up.
    mutating func note(_ verdict: Verdict) {
        let name = verdict.hostname ?? verdict.host.flatMap { names[$0] }
        let subject = verdict.host.map { Subject.host($0) } ?? .target(verdict.target)
        note(subject, HostOutcome(server: server, host: verdict.host, hostname: name, result: .verdict(verdict)))
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
