extension World {
    /// Makes the row of one host's task, with what goes with it.
    ///
    /// - Returns: the row; `nil` for a wake-up on FOG 1.5, which leaves none.
    mutating func makeTask(of host: Row, _ order: TaskOrder, _ place: Row?) throws(TaskFailure) -> Row? {
        let session = order.kind.isMulticast ? try session(for: host, order, place) : nil
        var task = newTask(for: host, order, place)
        if order.kind == .wake, configuration.dialect.isFog16 { task.set("stateID", TaskStates.complete) }
        task = store["task"].insert(task)
        if let session { associate(session: session, with: task.id) }
        guard order.kind != .wake || configuration.dialect.isFog16 else {
            store["task"].remove(task.id)
            return nil
        }
        return task
    }

    /// Finds the storage node that serves a host's image.
    func place(for host: Row, _ kind: TaskKind) throws(TaskFailure) -> Row {
        guard let image = store["image"][host.integer("imageID")], isValid(image) else {
            throw .refused("Image is not valid")
        }
        guard image.text("isEnabled") == "1" else { throw .refused("Image is not enabled") }
        guard let node = StorageGroups.master(of: StorageGroups.ofImage(image.id, store), store) else {
            throw .refused("The image storage group assigned is not valid")
        }
        guard quirks.contains(.disabledNodeAccepted) || node["isEnabled"].isTrue else {
            throw .refused("No Storage Node is enabled")
        }
        return node
    }

    /// Name under which a task is stored.
    ///
    /// Origin: api-1.5.md section 5, `task`; ANCHORS.md section 6, row 29.
    func storedName(_ order: TaskOrder, of target: Row) -> String {
        let name = order.name + " - " + target.name
        return configuration.dialect.isFog16 ? name + " " + stamp : name
    }

    private func newTask(for host: Row, _ order: TaskOrder, _ node: Row?) -> Row {
        var task = store["task"].blank(now: stamp, user: "")
        // A blank at the start stays until the row is read and saved again.
        task.set("name", order.joinsSession ? order.name : storedName(order, of: host))
        task.set("hostID", host.id)
        task.set("stateID", TaskStates.queued)
        task.set("createdBy", order.login ?? owner)
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

    /// Login name that tokens stand for: on FOG 1.5 always the same, on FOG 1.6 that of their user.
    private var owner: String { configuration.dialect.isFog16 ? configuration.access.userName : "fog" }
}
