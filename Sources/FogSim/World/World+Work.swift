extension World {
    /// Tells the hosts of a new task.
    mutating func taskCreated(_ task: Row) {
        let host = task.integer("hostID")
        if task["wol"].isTrue { wake(host) }
        lookForWork(host)
    }

    /// Tells the hosts that a task has changed: a slot may be free, or a host's turn has come.
    mutating func taskChanged(from old: Row, to new: Row) {
        let host = new.integer("hostID")
        if new["isForced"].isTrue, !old["isForced"].isTrue, new.integer("stateID") == TaskStates.checkedIn {
            schedule(host, after: .zero) { .checkIn(host: host, task: new.id, life: $0) }
        }
        guard !TaskStates.active.contains(new.integer("stateID")) else { return }
        if old.integer("stateID") == TaskStates.checkedIn { restart(host, afterTask: new.id) }
        callNext(ofGroup: slotGroup(of: new))
        if let session = session(of: new) { beginIfReady(session: session.id) }
    }

    /// Lets the imaging system ask for its turn.
    mutating func checkIn(_ host: Int, _ id: Int) {
        guard let task = store["task"][id], TaskStates.active.contains(task.integer("stateID")) else {
            return restart(host, afterTask: id)
        }
        guard var machine = machines[host], !machine.isReporting, enter(task) == nil else { return }
        if let session = session(of: task) { return gather(host, for: session) }
        let kind = TaskKind(task.integer("typeID"))
        machine.isReporting = true
        machine.began = elapsed
        machine.length =
            kind.isImaging
            ? behaviour(of: host).imaging ?? spread(configuration.rates.imaging) : spread(configuration.rates.chore)
        machines[host] = machine
        let first = kind.isImaging ? min(configuration.rates.report, machine.length) : machine.length
        schedule(host, after: first) { .report(host: host, task: id, life: $0) }
    }

    /// Lets the imaging system report how far it is; at the end it finishes and restarts.
    mutating func report(_ host: Int, _ id: Int) {
        guard let machine = machines[host] else { return }
        guard let task = store["task"][id], TaskStates.active.contains(task.integer("stateID")) else {
            return restart(host, afterTask: id)
        }
        let done = (elapsed - machine.began).seconds / max(machine.length.seconds, 0.001)
        guard done < 1 else { return finishWork(host, task) }
        let percent = Int(done * 100)
        if misbehave(host, task, at: percent) { return }
        note(
            Progress(
                percent: percent,
                began: machine.began,
                length: machine.length,
                now: elapsed,
                size: size(of: task)
            ),
            on: task
        )
        note(percent: percent, ofSessionOf: task)
        let next = min(configuration.rates.report, machine.began + machine.length - elapsed)
        schedule(host, after: next) { .report(host: host, task: id, life: $0) }
    }

    /// Does what a host that does not do as it should does at this point.
    ///
    /// - Returns: whether that ends its work.
    private mutating func misbehave(_ host: Int, _ task: Row, at percent: Int) -> Bool {
        let behaviour = behaviour(of: host)
        if let point = behaviour.stallsAt, percent >= point {
            machines[host]?.power = .hung
            return true
        }
        if let point = behaviour.failsAt, percent >= point {
            if quirks.contains(.failureStaysActive) {
                machines[host]?.power = .hung
            } else {
                fail(task)
                start(host, after: .zero)
            }
            return true
        }
        if let point = behaviour.powersOffAt, percent >= point {
            powerOff(host)
            return true
        }
        if let point = behaviour.cancelledAt, percent >= point {
            cancel(task: task)
            restart(host, afterTask: task.id)
            return true
        }
        return false
    }

    private mutating func finishWork(_ host: Int, _ task: Row) {
        if TaskKind(task.integer("typeID")).isDeploy { machines[host]?.disk = task.integer("imageID") }
        finish(task)
        if task["shutdown"].isTrue { powerOff(host) } else { start(host, after: .zero) }
    }

    private mutating func restart(_ host: Int, afterTask task: Int) {
        guard machines[host]?.power == .working(task: task) else { return }
        start(host, after: .zero)
    }

    /// Size of a task's image in bytes.
    private func size(of task: Row) -> Int {
        let image = store["image"][task.integer("imageID")]
        return configuration.images.first { $0.name == image?.name }?.sizeInBytes ?? 8_700_000_000
    }
}
