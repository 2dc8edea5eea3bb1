/// States of a task as FOG numbers them.
///
/// Origin: recording 026.
enum TaskStates {
    static let queued = 1
    static let checkedIn = 2
    static let inProgress = 3
    static let complete = 4
    static let cancelled = 5
    /// FOG 1.6 alone.
    static let failed = 6

    /// States of a task that is not over; 0 appears on new multicast sessions.
    static let active = [0, queued, checkedIn, inProgress]

    /// Tasks that are not over, by number.
    static func active(_ store: Store) -> [Row] {
        let table = store["task"]
        return (table.lookup("stateID", active.map { .integer($0) }) ?? []).compactMap { table[$0] }
    }

    /// Tasks of a host that are not over, by number.
    static func active(of host: Int, _ store: Store) -> [Row] {
        store["task"].rows(where: "hostID", host).filter { active.contains($0.integer("stateID")) }
    }
}
