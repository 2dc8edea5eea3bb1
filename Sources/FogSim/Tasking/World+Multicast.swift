extension World {
    /// Opens a multicast session.
    mutating func openSession(_ name: String, _ image: Row, _ node: Row, clients: Int) throws(TaskFailure) -> Row {
        let active = store["multicastsession"].all.count { TaskStates.active.contains($0.integer("stateID")) }
        // Origin: api-1.6.md section 9, "session limit enforced"; ANCHORS.md section 6, row 32.
        if configuration.dialect.isFog16, active >= configuration.multicastSessions {
            throw .refused("No multicast capacity is left")
        }
        var session = store["multicastsession"].blank(now: stamp, user: "")
        session.set("name", name)
        session.set("port", multicastPort)
        session.set("logpath", image.text("path"))
        session.set("image", image.id)
        session.set("clients", clients)
        session.set("interface", node.text("interface"))
        session.set("starttime", stamp)
        session.set("isDD", image.integer("imageTypeID"))
        session.set("storagegroupID", node.integer("storagegroupID"))
        // The server draws an even port for the next session.
        multicastPort = Int.random(in: 24_576...32_766, using: &random) * 2
        return store["multicastsession"].insert(session)
    }

    /// Puts a task into a session.
    mutating func associate(session: Row, with task: Int) {
        var row = store["multicastsessionassociation"].blank(now: stamp, user: "")
        row.set("msID", session.id)
        row.set("taskID", task)
        store["multicastsessionassociation"].put(row)
    }

    /// Finds the session of a host's multicast task: the one that it names, else any of its image, else a new one.
    mutating func session(for host: Row, _ order: TaskOrder, _ node: Row?) throws(TaskFailure) -> Row? {
        guard let node, let image = store["image"][host.integer("imageID")] else { return nil }
        let name = order.joinsSession ? order.name : storedName(order, of: host)
        let running = store["multicastsession"].all.first { session in
            guard TaskStates.active.contains(session.integer("stateID")) else { return false }
            if order.joinsSession { return session.name == name }
            return quirks.contains(.multicastJoinsSilently) && session.integer("image") == image.id
        }
        guard let running else { return try openSession(name, image, node, clients: -1) }
        if configuration.dialect.isFog16, running.integer("stateID") == TaskStates.inProgress {
            throw .refused("Multicast session has already started")
        }
        return running
    }

    /// Session of a task, `nil` where it is in none.
    func session(of task: Row) -> Row? {
        store["multicastsessionassociation"].rows(where: "taskID", task.id).first
            .flatMap { store["multicastsession"][$0.integer("msID")] }
    }

    /// Counts a host that joins or leaves the session of its task; a session that all have left is complete.
    ///
    /// Origin: api-1.5.md section 5, `multicastsession`.
    mutating func sessionChanged(for task: Row, joined: Bool) {
        guard var session = session(of: task) else { return }
        let others = store["multicastsessionassociation"].rows(where: "msID", session.id)
            .compactMap { store["task"][$0.integer("taskID")] }
        let isOver = !others.contains { TaskStates.active.contains($0.integer("stateID")) }
        session.set("clients", session.integer("clients") + (joined ? 1 : -1))
        session.set("stateID", isOver ? TaskStates.complete : TaskStates.inProgress)
        if isOver { session.set("completetime", stamp) }
        store["multicastsession"].put(session)
    }

    /// Ends a session and cancels its tasks.
    ///
    /// Origin: recording 220.
    mutating func cancel(session: Row) {
        for row in store["multicastsessionassociation"].rows(where: "msID", session.id) {
            store["multicastsessionassociation"].remove(row.id)
            guard let task = store["task"][row.integer("taskID")],
                TaskStates.active.contains(task.integer("stateID"))
            else { continue }
            cancel(task: task)
        }
        var ended = session
        ended.set("name", "")
        ended.set("clients", 0)
        ended.set("stateID", TaskStates.cancelled)
        ended.set("completetime", stamp)
        store["multicastsession"].put(ended)
    }
}
