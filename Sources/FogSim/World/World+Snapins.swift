extension World {
    /// Starts the snapins of a running host, one after the other.
    mutating func startSnapins(on host: Int) {
        for var task in TaskStates.active(of: host, store)
        where TaskKind(task.integer("typeID")).isSnapinTasking && task.integer("stateID") == TaskStates.queued {
            task.set("stateID", TaskStates.checkedIn)
            task.set("checkInTime", stamp)
            store["task"].put(task)
        }
        nextSnapin(on: host, after: spread(configuration.rates.notice))
    }

    /// Marks a snapin complete and goes on with the next.
    mutating func finishSnapin(_ id: Int, on host: Int) {
        if var row = store["snapintask"][id], TaskStates.active.contains(row.integer("stateID")) {
            row.set("stateID", TaskStates.complete)
            row.set("complete", stamp)
            let snapin = store["snapin"][row.integer("snapinID")]?.name ?? ""
            let code = configuration.behaviours[store["host"][host]?.name ?? ""]?.exitCodes[snapin] ?? 0
            row.set("return", code)
            row.set("details", code == 0 ? "" : "\(snapin) ended with \(code)")
            store["snapintask"].put(row)
        }
        nextSnapin(on: host, after: .zero)
    }

    private mutating func nextSnapin(on host: Int, after delay: Duration) {
        guard let job = activeJob(of: host), let next = openSnapins(of: job.id).first else {
            return endSnapins(of: host)
        }
        let time = delay + spread(configuration.rates.snapin)
        schedule(host, after: time) { .snapin(host: host, snapinTask: next.id, life: $0) }
    }

    /// Ends a host's job and its snapin tasks.
    mutating func endSnapins(of host: Int) {
        if var job = activeJob(of: host) {
            job.set("stateID", TaskStates.complete)
            store["snapinjob"].put(job)
        }
        for task in TaskStates.active(of: host, store) where TaskKind(task.integer("typeID")).isSnapinTasking {
            finish(task)
        }
    }
}
