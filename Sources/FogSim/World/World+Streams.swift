extension World {
    /// Lets a host that is ready wait for the others of its multicast session.
    ///
    /// The stream begins when all are ready, or when the first has waited long enough; a host that comes later waits for
    /// ever.
    ///
    /// Origin: ANCHORS.md section 6, row 17; `lib/service/multicasttask.class.php`.
    mutating func gather(_ host: Int, for session: Row) {
        guard !streams.contains(session.id) else {
            machines[host]?.power = .hung
            return
        }
        machines[host]?.isReporting = true
        let ready = readyHosts(of: session.id)
        if ready.count == 1 {
            agenda.add(.multicast(session: session.id), at: elapsed + configuration.rates.multicastWait)
        }
        beginIfReady(session: session.id)
    }

    /// Begins a session's stream where no active task of it is waited for.
    mutating func beginIfReady(session: Int) {
        guard !streams.contains(session) else { return }
        let active = tasks(of: session).filter { TaskStates.active.contains($0.integer("stateID")) }
        let ready = readyHosts(of: session)
        if !ready.isEmpty, ready.count == active.count { begin(session: session) }
    }

    /// Begins a session's stream for the hosts that are ready: all receive at the same pace.
    mutating func begin(session: Int) {
        guard !streams.contains(session) else { return }
        let ready = readyHosts(of: session)
        guard !ready.isEmpty else { return }
        streams.insert(session)
        let own = ready.compactMap { behaviour(of: $0.host).imaging }.max()
        let length = own ?? spread(configuration.rates.imaging)
        for (host, task) in ready {
            machines[host]?.began = elapsed
            machines[host]?.length = length
            schedule(host, after: min(configuration.rates.report, length)) { .report(host: host, task: task, life: $0) }
        }
    }

    /// Shows a host's progress as that of its session.
    mutating func note(percent: Int, ofSessionOf task: Row) {
        guard var session = session(of: task), session.integer("percent") != percent else { return }
        session.set("percent", percent)
        store["multicastsession"].put(session)
    }

    private func tasks(of session: Int) -> [Row] {
        store["multicastsessionassociation"].rows(where: "msID", session)
            .compactMap { store["task"][$0.integer("taskID")] }
    }

    /// Hosts whose imaging system waits for the stream, with their tasks.
    private func readyHosts(of session: Int) -> [(host: Int, task: Int)] {
        tasks(of: session).compactMap { task in
            let host = task.integer("hostID")
            guard let machine = machines[host], machine.power == .working(task: task.id), machine.isReporting,
                TaskStates.active.contains(task.integer("stateID"))
            else { return nil }
            return (host, task.id)
        }
    }
}
