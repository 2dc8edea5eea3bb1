extension World {
    /// Makes the tasks that a request asks for.
    ///
    /// - Throws: 404 for no such host or group; for no such type 501, on FOG 1.6 404; for a refusal 500 with the reason,
    ///   on FOG 1.6 400 for a host.
    mutating func task(_ schema: Schema, _ id: Int, _ call: Call) throws(Refusal) -> Reply {
        guard let row = store[schema.name][id], isValid(row) else { throw .notFound }
        let order = TaskOrder(call, configuration.dialect)
        guard store["tasktype"][order.kind.id] != nil else {
            throw configuration.dialect.isFog16 ? .notFound : .error("Invalid tasking type passed", 501)
        }
        do {
            try task(row, order)
        } catch {
            throw refusal(error, for: schema)
        }
        // What an answer says depends on whether FOG's code happened to ask its own API on the way.
        return .ok(schema.name == "group" || order.kind.isImaging ? "\"\"" : "null")
    }

    /// Makes the tasks of a host or group.
    mutating func task(_ row: Row, _ order: TaskOrder) throws(TaskFailure) {
        try check(order, for: row)
        switch row.schema.name {
        case "host": try task(host: row, order)
        case "group": try task(group: row, order)
        default: throw .crash
        }
    }

    /// Checks what the server may or may not look at before it makes a task.
    private func check(_ order: TaskOrder, for row: Row) throws(TaskFailure) {
        let isForHosts = store["tasktype"][order.kind.id]?.text("access") == "host"
        if isForHosts, row.schema.name == "group", !order.kind.isCapture, !quirks.contains(.accessNotEnforced) {
            throw .refused("This task type is for a host alone")
        }
        guard let snapin = order.snapin else { return }
        if snapin > 0, store["snapin"][snapin] == nil, !quirks.contains(.unknownSnapinAccepted) {
            throw .refused("Snapin is not valid")
        }
        if configuration.dialect.isFog16, order.kind.id == 12, row.schema.name == "host",
            store["snapinassociation"].rows(where: "hostID", row.id).isEmpty
        {
            throw .refused("No snapins associated with this host")
        }
    }

    /// Makes the task of one host.
    ///
    /// Origin: `lib/fog/host.class.php`, `createImagePackage`; ANCHORS.md section 6, rows 27, 28 and 30.
    private mutating func task(host: Row, _ order: TaskOrder) throws(TaskFailure) {
        let active = TaskStates.active(of: host.id, store).first { $0.id < order.sight }
        let outcome = try active.map { active throws(TaskFailure) in try settle(active, for: order) } ?? .makesNew
        let place = order.kind.isImaging ? try place(for: host, order.kind) : nil
        var used: Row?
        switch outcome {
        case .makesNew: used = try makeTask(of: host, order, place)
        case .uses(let row): used = row
        case .isOver: break
        }
        if order.kind.runsSnapins, let snapin = order.snapin { addSnapins(snapin, to: host.id) }
        if order.kind.id == 13, quirks.contains(.singleSnapinLosesHost),
            var row = used.flatMap({ store["task"][$0.id] })
        {
            row.set("name", "Multiple Snapin -- orig Single")
            row.set("typeID", 12)
            row.set("hostID", 0)
            store["task"].put(row)
        }
        if order.kind != .wake { lookForWork(host.id) }
        if order.wakes { wake(host.id) }
    }

    /// What becomes of a request for a host that has an active task.
    private enum Outcome {
        /// New task is made.
        case makesNew
        /// Active task is taken for the new one.
        case uses(Row)
        /// No task is made.
        case isOver
    }

    /// Decides what becomes of a host's active task: an imaging one forbids any other, snapin tasks merge, all others
    /// are cancelled without a word; FOG 1.6 keeps an imaging one and answers as if all were well.
    private mutating func settle(_ active: Row, for order: TaskOrder) throws(TaskFailure) -> Outcome {
        let kind = TaskKind(active.integer("typeID"))
        let isFog16 = configuration.dialect.isFog16
        if isFog16, order.kind == .wake {
            guard quirks.contains(.wakeReusesRow) else { return .makesNew }
            finish(active)
            return .isOver
        }
        if kind.isSnapinTasking, order.kind.isSnapinTasking {
            guard quirks.contains(.snapinMergeRenames) else { throw Self.memberOfActive }
            return .uses(merge(active, with: order))
        }
        if isFog16, !order.kind.isImaging, kind.isImaging || quirks.contains(.nonImagingReusesRow) {
            return .uses(active)
        }
        guard !kind.isImaging, quirks.contains(.silentReplaceOfNonImaging) else { throw Self.memberOfActive }
        cancel(task: active)
        return .makesNew
    }

    private static let memberOfActive = TaskFailure.refused("Host is already a member of an active task")

    /// Takes a host's snapin task for another one.
    private mutating func merge(_ active: Row, with order: TaskOrder) -> Row {
        guard order.kind.id != 12 else {
            cancelSnapins(of: active.integer("hostID"))
            return active
        }
        var renamed = active
        renamed.set("name", "Multiple Snapin task -- Altered after single")
        renamed.set("typeID", 12)
        store["task"].put(renamed)
        return renamed
    }
}

extension Table {
    /// Stores a new row and gives it back with its number.
    mutating func insert(_ row: Row) -> Row {
        var row = row
        row.id = put(row)
        return row
    }
}
