extension World {
    /// Lets a task take its turn, or queue for it.
    ///
    /// - Returns: `nil` where it may go on, else what the server says to the host.
    ///
    /// Origin: `lib/fog/taskqueue.class.php`, `checkIn`; api-1.5.md section 8.
    mutating func enter(_ task: Row) -> String? {
        var entered = task
        if task.integer("stateID") < TaskStates.inProgress, takesSlot(task), !task["isForced"].isTrue {
            let ahead = waiting(ofGroup: slotGroup(of: task)).filter { precedes($0, task) }.count
            if openSlots(ofGroup: slotGroup(of: task)) <= ahead {
                if task.integer("stateID") != TaskStates.checkedIn {
                    entered.set("stateID", TaskStates.checkedIn)
                    entered.set("checkInTime", stamp)
                    store["task"].put(entered)
                }
                return "No open slots, There are \(ahead) before me."
            }
        }
        let isNew = task.integer("stateID") != TaskStates.inProgress
        entered.set("stateID", TaskStates.inProgress)
        entered.set("checkInTime", stamp)
        store["task"].put(entered)
        if isNew {
            openLog(of: entered)
            sessionChanged(for: entered, joined: true)
        }
        return nil
    }

    /// Storage group whose slots a task takes: that of its node.
    func slotGroup(of task: Row) -> Int {
        store["storagenode"][task.integer("storagenodeID")]?.integer("storagegroupID") ?? 0
    }

    /// Calls as many waiting hosts of a storage group as there are open slots.
    mutating func callNext(ofGroup group: Int) {
        let open = openSlots(ofGroup: group)
        guard open > 0 else { return }
        for task in waiting(ofGroup: group).sorted(by: precedes).prefix(open) {
            let host = task.integer("hostID")
            // Waiting hosts ask every five seconds, each at its own time.
            let delay = Duration.seconds(5 * random.fraction())
            schedule(host, after: delay) { .checkIn(host: host, task: task.id, life: $0) }
        }
    }

    private func takesSlot(_ task: Row) -> Bool { StorageGroups.slotTypes.contains(task.integer("typeID")) }

    private func openSlots(ofGroup group: Int) -> Int {
        let used = tasks(in: TaskStates.inProgress).filter { takesSlot($0) && slotGroup(of: $0) == group }.count
        return StorageGroups.slots(of: group, store) - used
    }

    private func waiting(ofGroup group: Int) -> [Row] {
        tasks(in: TaskStates.checkedIn).filter { takesSlot($0) && slotGroup(of: $0) == group }
    }

    private func tasks(in state: Int) -> [Row] {
        let table = store["task"]
        return (table.lookup("stateID", [.integer(state)]) ?? []).compactMap { table[$0] }
    }

    /// Whether a waiting task is before another: it checked in earlier; one that has not is last.
    private func precedes(_ task: Row, _ other: Row) -> Bool {
        guard task.id != other.id else { return false }
        guard other.integer("stateID") == TaskStates.checkedIn else { return true }
        let times = (task.text("checkInTime"), other.text("checkInTime"))
        return times.0 == times.1 ? task.id < other.id : times.0 < times.1
    }
}
