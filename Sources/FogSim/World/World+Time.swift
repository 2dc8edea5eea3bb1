extension World {
    /// Lets time pass: everything due until `time` happens in order.
    mutating func advance(to time: Duration) {
        while let (moment, event) = agenda.pop(until: time) {
            elapsed = max(elapsed, moment)
            happen(event)
            arrange()
            note(causedBy: nil)
        }
        elapsed = max(elapsed, time)
    }

    private mutating func happen(_ event: Agenda.Event) {
        switch event {
        case .boot(let host, let life): if lives(host, life) { boot(host) }
        case .running(let host, let life): if lives(host, life) { run(host) }
        case .checkIn(let host, let task, let life): if lives(host, life) { checkIn(host, task) }
        case .report(let host, let task, let life): if lives(host, life) { report(host, task) }
        case .snapin(let host, let task, let life): if lives(host, life) { finishSnapin(task, on: host) }
        case .look(let request): look(request)
        case .answer(let request): answer(request)
        case .scheduled(let row, let due): runScheduled(row, due: due)
        case .power(let row, let host, let life): if lives(host, life) { runPower(row) }
        case .multicast(let session): begin(session: session)
        case .cancel(let name): cancelTasks(ofHostNamed: name)
        case .deploy(let name): deploy(toHostNamed: name)
        }
    }

    private func lives(_ host: Int, _ life: Int) -> Bool { machines[host]?.life == life }

    private mutating func cancelTasks(ofHostNamed name: String) {
        guard let host = store["host"].all.first(where: { $0.name == name }) else { return }
        for task in TaskStates.active(of: host.id, store) { cancel(task: task) }
    }

    private mutating func deploy(toHostNamed name: String) {
        guard let host = store["host"].all.first(where: { $0.name == name }) else { return }
        // Whoever clicks there sees why it is refused; nobody here does.
        try? task(host, .deploy(by: "fog"))
    }

    /// Enters an event of a host's present life; hosts find no server in an outage and try until it is over.
    mutating func schedule(_ host: Int, after delay: Duration, _ event: (Int) -> Agenda.Event) {
        agenda.add(event(machines[host]?.life ?? 0), at: afterOutages(elapsed + max(.zero, delay)))
    }

    /// First time from `time` on at which the server takes connections.
    private func afterOutages(_ time: Duration) -> Duration {
        configuration.outages.sorted { $0.lowerBound < $1.lowerBound }
            .reduce(time) { $1.contains($0) ? $1.upperBound : $0 }
    }

    /// Draws a time around one of the configured.
    mutating func spread(_ duration: Duration) -> Duration {
        random.spread(duration, by: configuration.rates.spread)
    }
}
