import FogModel

/// A task that is about to be asked for, with what was seen before.
struct TaskPlace {
    let order: TaskOrder
    /// Host as the server had it.
    let host: Host
    /// Active tasks of the host that may be called off for it.
    var active: [FogTask] = []
    /// Tasks that were called off to make room.
    var replaced: [FogTask] = []
    /// Active sessions of the name that the order joins; empty where it opens one itself, or joins none.
    var sessions: [MulticastSession] = []
    /// Snapin tasks that the host's jobs held before; empty where the order is not about snapins.
    var oldSnapinTasks: Set<Int> = []

    /// Adds to an error what was called off for the order.
    func naming(_ error: FogError) -> FogError {
        if replaced.isEmpty { return error }
        return error.after("\(replaced.map(\.called).joined(separator: ", ")) was called off")
    }

    /// Whether a task is the one that was asked for.
    ///
    /// One that joins a session has the session's name, which begins with the order's marker only where the session is
    /// its own.
    func isOwn(_ task: FogTask) -> Bool {
        guard task.hostID == order.host else { return false }
        guard let session = order.options.session else { return task.marker == order.marker.description }
        let parts = TaskMarker.split(session)
        return task.typeID == order.type.id && task.name == parts.name && task.marker == parts.marker?.description
    }
}

extension FogTask {
    /// Task and host for people.
    var called: String { "task \(id) \"\(name)\" of host \(hostID.map(\.description) ?? "?")" }
}

/// What was found of an order on the server.
struct TaskSighting {
    var work: CreatedTask.Work
    /// Active task of the same host that was there before.
    var older: FogTask?
}
