import FogModel

/// What the client reads for several callers at once.
struct SharedReads: Sendable {
    /// Active tasks by host.
    let activeTasks: SharedRead<HostID, [FogTask]>
    /// Active tasks that a filter fits.
    let filteredTasks: SharedRead<RowFilter, [FogTask]>
    /// Task types, all of them, by the class's name: many may want them first.
    let taskTypes: SharedRead<String, [TaskType]>
    /// Numbers of images that exist.
    let images: SharedRead<Key<Image>, ImageID?>
    /// Snapins by host.
    let snapins: SharedRead<HostID, Set<SnapinID>>
    /// Snapin tasks of all jobs by host, whole numbers by name.
    let snapinTasks: SharedRead<HostID, [[String: Int]]>

    /// - Parameters:
    ///   - limits: how many rows one request can name, and how long to wait for others.
    ///   - places: where requests wait for their turn.
    ///   - clock: waits.
    init(_ limits: FogLimits, _ places: Limiter, _ clock: any Clock<Duration>) {
        func make<Key: Hashable & Sendable, Value: Sendable>(_ none: Value) -> SharedRead<Key, Value> {
            SharedRead(none: none, most: limits.page, places: places) { try await clock.sleep(for: limits.gathering) }
        }
        activeTasks = make([])
        filteredTasks = make([])
        taskTypes = make([])
        images = make(nil)
        snapins = make([])
        snapinTasks = make([])
    }
}
