public import FogModel

extension FogServer {
    /// Lists tasks by number.
    ///
    /// - Returns: tasks; an empty list of numbers or hosts in the query gives none.
    public func tasks(_ query: TaskQuery = TaskQuery()) async throws -> [FogTask] {
        if query.activeOnly, query.ids == nil, let hosts = query.hosts, let host = hosts.first, Set(hosts).count == 1 {
            return try await activeTasks(of: host)
        }
        return try await ownTasks(query)
    }

    /// Lists the active tasks of a host by number; read together with those of other hosts that are asked for.
    func activeTasks(of host: HostID) async throws -> [FogTask] {
        try await shared.activeTasks.value(for: host) { hosts in
            let tasks = try await ownTasks(TaskQuery(hosts: hosts))
            return Dictionary(grouping: tasks.filter { $0.hostID != nil }) { $0.hostID ?? host }
        }
    }

    private func ownTasks(_ query: TaskQuery) async throws -> [FogTask] {
        var tasks: [FogTask] = []
        for filter in filters(query) {
            do {
                tasks += try await rows(
                    FogTask.self,
                    isActive: query.activeOnly,
                    filter: filter,
                    crashRepeats: 0
                )
            } catch let error as FogError where error.isCrash {
                tasks += try await tasksByHosts(query)
            }
        }
        return tasks.filter { Self.fits($0, query) }.sorted { $0.id < $1.id }
    }

    /// Reads tasks by pages of hosts, since the server cannot bear the list of all.
    ///
    /// Origin: FOG 1.5.9.239, section 5: a task takes twice the room of a host in an answer; a host's tasks go with it.
    private func tasksByHosts(_ query: TaskQuery) async throws -> [FogTask] {
        let hosts: [Int] =
            if let hosts = query.hosts { Set(hosts.map(\.number)).sorted() } else {
                Set(try await associations("macaddressassociation", ["hostID"]).compactMap { $0["hostID"] }).sorted()
            }
        let plan = PagePlan(hosts, size: pageSize(of: FogTask.self))
        return try await rows(of: FogTask.self, by: plan, field: "hostID", isActive: query.activeOnly)
    }

    /// Gets one task, whatever its state.
    ///
    /// - Throws: `FogError` with `notFound`.
    public func task(_ id: TaskID) async throws -> FogTask {
        try await row(id)
    }

    /// Filters to read one after another: a list that is too long for one is read in pages, an empty one not at all,
    /// since FOG takes it for "any".
    ///
    /// Of the active tasks there are few: more than a page of numbers is cheaper to read without a filter.
    private func filters(_ query: TaskQuery) -> [RowFilter] {
        let hosts = query.hosts.map { Set($0.map(\.number)).sorted() }
        let ids = query.ids.map { Set($0.map(\.number)).sorted() }
        if let ids, ids.count <= limits.page || !query.activeOnly {
            return ids.pages(of: limits.page).map { .anyOf("id", $0) }
        }
        if let hosts, hosts.count <= limits.page || !query.activeOnly {
            return hosts.pages(of: limits.page).map { .anyOf("hostID", $0) }
        }
        return [.all]
    }

    private static func fits(_ task: FogTask, _ query: TaskQuery) -> Bool {
        let isWanted = query.ids.map { $0.contains(task.id) } ?? true
        let hasHost = query.hosts.map { hosts in task.hostID.map(hosts.contains) ?? false } ?? true
        return isWanted && hasHost && (!query.activeOnly || task.stateID < TaskState.complete.rawValue)
    }
}
