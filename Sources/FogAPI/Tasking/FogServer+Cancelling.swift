public import FogModel

extension FogServer {
    /// Calls a task off.
    ///
    /// The task is read first, and nothing is sent where there is none or where it has ended.
    ///
    /// - Returns: the task as it is afterwards; one that has ended is given back as it is.
    /// - Throws: `FogError` with `notFound`, `uncertain` (answer lost, and the task is still active), `server` (the server
    ///   took the request and the task is still active), `refused` (1.6: others of its multicast session would go, too).
    public func cancelTask(_ id: TaskID) async throws -> FogTask {
        guard let target = CancelTarget(.task, id.number) else { throw FogError(.notFound, "no task \(id)") }
        return try await callOff(target) {
            try await task(id)
        } isActive: { task in
            task.stateID < TaskState.complete.rawValue
        } label: { task in
            "task \(id) of host \(task.hostname ?? "?") is still \(task.state?.word ?? "active")"
        } check: { task in
            try await checkCompany(of: task)
        }
    }

    /// Refuses to call off one task of a multicast session on 1.6: FOG calls off all of them.
    ///
    /// Origin: api-1.6.md section 10; on 1.5 the others go on.
    private func checkCompany(of task: FogTask) async throws {
        guard try await dialect().family == .six else { return }
        let multicast = Set(try await taskTypes().filter(\.isMulticast).map(\.id))
        guard task.typeID.map(multicast.contains) ?? true else { return }
        let own = RowFilter.equals("taskID", task.id.number)
        for row in try await associations("multicastsessionassociation", ["msID", "taskID"], filter: own) {
            guard let session = row["msID"].flatMap({ MulticastSessionID($0) }) else { continue }
            let others = try await joinedTasks(of: session).filter { $0.id != task.id && $0.state?.isActive ?? true }
            guard !others.isEmpty else { continue }
            throw FogError(
                .refused,
                "task \(task.id) of host \(task.hostname ?? "?") is one of \(others.count + 1) in multicast session \(session)",
                hint: "FOG 1.6 would call off all of them: cancel the session if that is meant"
            )
        }
    }

    /// Calls off every active task of one host, each by its own number.
    ///
    /// FOG's own request for it crashes where the host is idle.
    ///
    /// - Returns: the tasks as they are afterwards, by number; empty where the host has nothing to do.
    /// - Throws: `FogError` as ``cancelTask(_:)`` does, the first after all have been tried.
    ///
    /// Origin: FOG 1.5.9.239, section 7: `/host/ID/cancel` without an active task is a 500.
    public func cancelTasks(of host: HostID) async throws -> [FogTask] {
        try await cancelAll(try await tasks(TaskQuery(hosts: [host])).map(\.id))
    }

    /// Calls tasks off one by one; an error names those that were called off all the same.
    ///
    /// - Throws: `FogError` as ``cancelTask(_:)`` does, the first after all have been tried.
    func cancelAll(_ ids: [TaskID]) async throws -> [FogTask] {
        var after: [FogTask] = []
        var failure: FogError?
        for id in ids {
            do {
                after.append(try await cancelTask(id))
            } catch let error as FogError {
                failure = failure ?? error
            }
        }
        guard var failure else { return after }
        let gone = after.filter { $0.state == .cancelled }.map(\.called).joined(separator: ", ")
        if !gone.isEmpty {
            failure.hint = [failure.hint, "\(gone) was called off"].compactMap(\.self).joined(separator: "; ")
        }
        throw failure
    }
}
