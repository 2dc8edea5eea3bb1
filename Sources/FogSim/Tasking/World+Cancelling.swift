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
        if call.parts.count == 2, quirks.contains(.bulkCancelCrashes) { throw .crash }
        switch schema.name {
        case "host", "group":
            guard let row else { throw .notFound }
            try cancelTasks(of: row)
        default:
            if let row { try cancel(row) } else { try cancelUnnamed(schema, call) }
            if schema.name == "multicastsession", row != nil { return .ok("\"\"") }
        }
        return .ok("null")
    }

    /// Cancels the task of a host, or of each member of a group.
    private mutating func cancelTasks(of row: Row) throws(Refusal) {
        let members =
            row.schema.name == "host"
            ? [row] : Self.sortedByName(Membership.hosts(of: row.id, store).compactMap { store["host"][$0] })
        let crashes = quirks.contains(.cancelIdleHostCrashes)
        if !crashes, members.allSatisfy({ TaskStates.active(of: $0.id, store).isEmpty }) {
            throw .error("No active task found", 409)
        }
        for host in members {
            if let task = TaskStates.active(of: host.id, store).first {
                cancel(task: task)
            } else if crashes {
                // Members after the first without a task stay as they are.
                throw .crash
            }
        }
    }

    /// Cancels a row that a request names.
    private mutating func cancel(_ row: Row) throws(Refusal) {
        let isScheduled = row.schema.name == "scheduledtask"
        if isScheduled, quirks.contains(.scheduledCancelIgnored) { return }
        if !isScheduled, !TaskStates.active.contains(row.integer("stateID")),
            !quirks.contains(.cancelFinishedSucceeds)
        {
            throw .error("This task is not active", 409)
        }
        cancelIfActive(row, amongOthers: false)
    }

    /// Does what the server does where the number names nothing.
    private mutating func cancelUnnamed(_ schema: Schema, _ call: Call) throws(Refusal) {
        let isTaken =
            schema.name == "scheduledtask" ? .cancelUnknownScheduledSucceeds : FogSim.Quirk.cancelUnknownCancelsAll
        guard call.parts.count == 2 || quirks.contains(isTaken) else { throw .notFound }
        cancelAll(schema, call.body)
    }

    private static let bulkOfFog15: Set<String> = ["task", "snapintask"]

    /// Cancels all active rows of a class that match the body.
    private mutating func cancelAll(_ schema: Schema, _ body: JSON) {
        // On FOG 1.5 sessions and snapin jobs of an unknown number stay as they are, see api-1.5.md section 1.
        let isReached =
            configuration.dialect.isFog16 ? schema.name != "scheduledtask" : Self.bulkOfFog15.contains(schema.name)
        guard isReached else { return }
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
        let isFog16 = configuration.dialect.isFog16
        // Origin: api-1.6.md section 10: one member's end is the end of its session.
        if isFog16, let session = session(of: task) { return cancel(session: session) }
        var ended = task
        ended.set("stateID", TaskStates.cancelled)
        if !amongOthers, quirks.contains(.htmlEscapeGrows) { ended.set("name", Markup.escape(task.name)) }
        if isFog16 || TaskKind(task.integer("typeID")).runsSnapins {
            cancelSnapins(of: task.integer("hostID"), keepingJob: amongOthers)
        }
        store["task"].put(ended)
        taskChanged(from: task, to: ended)
    }
}
