extension World {
    /// Cancels what a request names.
    ///
    /// A number that names nothing, or none, means everything active that matches the body; without a body that is
    /// everything.
    ///
    /// - Throws: 404 for no such host or group, a crash for a host without a task.
    ///
    /// Origin: `lib/router/route.class.php`, `cancel`; recordings 213 to 246.
    mutating func cancel(_ schema: Schema, _ id: Int, _ call: Call) throws(Refusal) -> Reply {
        let row = store[schema.name][id].flatMap { isValid($0) ? $0 : nil }
        switch schema.name {
        case "host":
            guard let row else { throw .notFound }
            try cancelTask(ofHost: row.id)
        case "group":
            guard let row else { throw .notFound }
            let hosts = Membership.hosts(of: row.id, store).compactMap { store["host"][$0] }
            // Members after the first without a task stay as they are.
            for host in Self.sortedByName(hosts) { try cancelTask(ofHost: host.id) }
        default:
            if let row { cancelIfActive(row, amongOthers: false) } else { cancelAll(schema, call.body) }
            if schema.name == "multicastsession", row != nil { return .ok("\"\"") }
        }
        return .ok("null")
    }

    private mutating func cancelTask(ofHost host: Int) throws(Refusal) {
        guard let task = TaskStates.active(of: host, store).first else { throw .crash }
        cancel(task: task)
    }

    /// Cancels all active rows of a class that match the body.
    private mutating func cancelAll(_ schema: Schema, _ body: JSON) {
        // Sessions and snapin jobs of an unknown number stay as they are, see api-1.5.md section 1.
        guard ["task", "snapintask"].contains(schema.name) else { return }
        var filter = Filter(schema, body)
        filter.require("stateID", anyOf: TaskStates.active.map { .integer($0) })
        for row in filter.candidates(in: store[schema.name]) where filter.matches(row) {
            cancelIfActive(row, amongOthers: true)
        }
    }

    private mutating func cancelIfActive(_ row: Row, amongOthers: Bool) {
        if row.schema.name == "scheduledtask" { return store["scheduledtask"].remove(row.id) }
        guard TaskStates.active.contains(row.integer("stateID")) else { return }
        switch row.schema.name {
        case "task": cancel(task: row, amongOthers: amongOthers)
        case "multicastsession": cancel(session: row)
        case "snapinjob": cancelSnapins(of: row.integer("hostID"))
        default:
            var ended = row
            ended.set("stateID", TaskStates.cancelled)
            store[row.schema.name].put(ended)
        }
    }

    /// Cancels one task, and the snapin job that goes with it.
    ///
    /// Among others the job itself stays active, though all its snapins are cancelled.
    ///
    /// Origin: recording 273, jobs 1 and 2.
    mutating func cancel(task: Row, amongOthers: Bool = false) {
        var ended = task
        ended.set("stateID", TaskStates.cancelled)
        if !amongOthers { ended.set("name", Markup.escape(task.name)) }
        if TaskKind(task.integer("typeID")).runsSnapins {
            cancelSnapins(of: task.integer("hostID"), keepingJob: amongOthers)
        }
        store["task"].put(ended)
        taskChanged(from: task, to: ended)
    }
}
