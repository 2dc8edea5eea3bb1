extension World {
    /// Opens a multicast session.
    mutating func openSession(_ name: String, _ image: Row, _ node: Row, clients: Int) -> Row {
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

    /// Puts a host's multicast task into the session that it names, else into any of its image, else into a new one.
    mutating func join(_ task: Row, _ host: Row, _ order: TaskOrder, _ node: Row) {
        guard let image = store["image"][host.integer("imageID")] else { return }
        let running = store["multicastsession"].all.first { session in
            guard TaskStates.active.contains(session.integer("stateID")) else { return false }
            if order.joinsSession { return session.name == task.name }
            return quirks.contains(.multicastJoinsSilently) && session.integer("image") == image.id
        }
        associate(session: running ?? openSession(task.name, image, node, clients: -1), with: task.id)
    }

    /// Counts a host that joins or leaves the session of its task; a session that all have left is complete.
    ///
    /// Origin: api-1.5.md section 5, `multicastsession`.
    mutating func sessionChanged(for task: Row, joined: Bool) {
        let link = store["multicastsessionassociation"].rows(where: "taskID", task.id).first
        guard let link, var session = store["multicastsession"][link.integer("msID")] else { return }
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
            if let task = store["task"][row.integer("taskID")] { cancel(task: task) }
        }
        var ended = session
        ended.set("name", "")
        ended.set("clients", 0)
        ended.set("stateID", TaskStates.cancelled)
        ended.set("completetime", stamp)
        store["multicastsession"].put(ended)
    }
}
