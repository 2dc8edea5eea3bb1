extension World {
    /// Puts snapins into the job of a group's member; one without snapins gets no job.
    mutating func addSnapins(_ snapin: Int, toMember host: Int) {
        guard snapin != -1 || !store["snapinassociation"].rows(where: "hostID", host).isEmpty else { return }
        addSnapins(snapin, to: host)
    }

    /// Puts snapins into a host's job; -1 stands for all that the host has.
    mutating func addSnapins(_ snapin: Int, to host: Int) {
        let job: Row
        if let running = activeJob(of: host) {
            job = running
        } else {
            var row = store["snapinjob"].blank(now: stamp, user: "")
            row.set("hostID", host)
            row.set("stateID", TaskStates.queued)
            job = store["snapinjob"].insert(row)
        }
        let own = store["snapinassociation"].rows(where: "hostID", host).map { $0.integer("snapinID") }
        for id in snapin == -1 ? own : [snapin] {
            var row = store["snapintask"].blank(now: stamp, user: "")
            row.set("jobID", job.id)
            row.set("stateID", TaskStates.queued)
            row.set("snapinID", id)
            store["snapintask"].put(row)
        }
    }

    /// Job of a host that is not over, `nil` where it has none.
    func activeJob(of host: Int) -> Row? {
        store["snapinjob"].rows(where: "hostID", host).first { TaskStates.active.contains($0.integer("stateID")) }
    }

    /// Snapins of a job that are not over, by number.
    func openSnapins(of job: Int) -> [Row] {
        store["snapintask"].rows(where: "jobID", job).filter { TaskStates.active.contains($0.integer("stateID")) }
    }

    /// Cancels a host's job with its snapins.
    mutating func cancelSnapins(of host: Int, keepingJob: Bool = false) {
        guard var job = activeJob(of: host) else { return }
        for var row in openSnapins(of: job.id) {
            row.set("stateID", TaskStates.cancelled)
            row.set("complete", stamp)
            store["snapintask"].put(row)
        }
        guard !keepingJob else { return }
        job.set("stateID", TaskStates.cancelled)
        store["snapinjob"].put(job)
    }
}
