extension World {
    /// Makes the tasks that a request asks for.
    ///
    /// - Throws: 404 for no such host or group, 501 for no such type, 500 with the reason for a refusal.
    mutating func task(_ schema: Schema, _ id: Int, _ call: Call) throws(Refusal) -> Reply {
        guard let row = store[schema.name][id], isValid(row) else { throw .notFound }
        let order = TaskOrder(call)
        guard store["tasktype"][order.kind.id] != nil else { throw .error("Invalid tasking type passed", 501) }
        try check(order, for: schema)
        switch schema.name {
        case "host":
            try task(host: row, order)
            // What an answer says depends on whether FOG's code happened to ask its own API on the way.
            return .ok(order.kind.isImaging ? "\"\"" : "null")
        case "group":
            try task(group: row, order)
            return .ok("\"\"")
        default: throw .crash
        }
    }

    /// Checks what the server may or may not look at before it makes a task.
    private func check(_ order: TaskOrder, for schema: Schema) throws(Refusal) {
        let access = store["tasktype"][order.kind.id]?.text("access") ?? "both"
        if !quirks.contains(.accessNotEnforced), access != "both", access != schema.name,
            !(order.kind.isCapture && schema.name == "group")
        {
            throw .error("Invalid tasking type passed")
        }
        if !quirks.contains(.unknownSnapinAccepted), let snapin = order.snapin, snapin > 0,
            store["snapin"][snapin] == nil
        {
            throw .error("Snapin is not valid")
        }
    }

    /// Makes the task of one host.
    ///
    /// Origin: `lib/fog/host.class.php`, `createImagePackage`.
    mutating func task(host: Row, _ order: TaskOrder) throws(Refusal) {
        var current = TaskStates.active(of: host.id, store).first { $0.id < order.sight }
        if let active = current, try !keeps(active, for: order, on: host.id) { current = nil }
        let place = order.kind.isImaging ? try place(for: host, order.kind) : nil
        let task = current ?? store["task"].insert(newTask(for: host, order, place))
        if order.kind.runsSnapins, let snapin = order.snapin { addSnapins(snapin, to: host.id) }
        if order.kind.isMulticast, let place { join(task, host, order, place) }
        if order.kind == .wake {
            store["task"].remove(task.id)
        } else {
            taskCreated(task)
        }
        if order.wakes { wake(host.id) }
    }

    /// Decides what becomes of a host's active task: an imaging one forbids any other, snapin tasks merge, all others
    /// are cancelled without a word.
    ///
    /// - Returns: whether the active task is used instead of a new one.
    private mutating func keeps(_ active: Row, for order: TaskOrder, on host: Int) throws(Refusal) -> Bool {
        let kind = TaskKind(active.integer("typeID"))
        let merges = kind.isSnapinTasking && order.kind.isSnapinTasking
        let isTaken = merges ? quirks.contains(.snapinMergeRenames) : quirks.contains(.silentReplaceOfNonImaging)
        guard !kind.isImaging, isTaken else { throw .error("Host is already a member of an active task") }
        guard merges else {
            cancel(task: active)
            return false
        }
        if order.kind.id == 12 {
            cancelSnapins(of: host)
        } else {
            var renamed = active
            renamed.set("name", "Multiple Snapin task -- Altered after single")
            renamed.set("typeID", 12)
            store["task"].put(renamed)
        }
        return true
    }

    /// Finds the storage node that serves a host's image.
    private func place(for host: Row, _ kind: TaskKind) throws(Refusal) -> Row {
        guard let image = store["image"][host.integer("imageID")], isValid(image) else {
            throw .error("Image is not valid")
        }
        guard image.text("isEnabled") == "1" else { throw .error("Image is not enabled") }
        guard let node = StorageGroups.master(of: StorageGroups.ofImage(image.id, store), store) else {
            throw .error("The image storage group assigned is not valid")
        }
        guard quirks.contains(.disabledNodeAccepted) || node["isEnabled"].isTrue else {
            throw .error("No Storage Node is enabled")
        }
        return node
    }

    private func newTask(for host: Row, _ order: TaskOrder, _ node: Row?) -> Row {
        var task = store["task"].blank(now: stamp, user: "")
        let name = order.joinsSession ? order.name : order.name + " - " + host.name
        // A blank at the start stays until the row is read and saved again.
        task.set("name", name)
        task.set("hostID", host.id)
        task.set("stateID", TaskStates.queued)
        task.set("createdBy", order.login ?? "fog")
        task.set("isForced", "0")
        task.set("typeID", order.kind.id)
        task.set("storagegroupID", node?.integer("storagegroupID") ?? 0)
        task.set("storagenodeID", node?.id ?? 0)
        task.set("wol", order.wakes ? "1" : "0")
        task.set("shutdown", order.isShutdown ? "1" : "")
        task.set("passreset", order.passwordReset)
        task.set("isDebug", order.isDebug ? 1 : 0)
        task.set("imageID", host.integer("imageID"))
        return task
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
