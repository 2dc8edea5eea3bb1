public import FogModel

extension FogServer {
    /// Calls a snapin job off, with all its snapins that have not run.
    ///
    /// FOG leaves the task that stands for it: call that off instead where there is one, it takes the job with it.
    ///
    /// - Returns: the job as it is afterwards; one that has ended is given back as it is.
    /// - Throws: `FogError` as ``cancelTask(_:)`` does.
    public func cancelSnapinJob(_ id: SnapinJobID) async throws -> SnapinJob {
        guard let target = CancelTarget(.snapinJob, id.number) else { throw FogError(.notFound, "no snapinjob \(id)") }
        return try await callOff(target) {
            try await row(id) as SnapinJob
        } isActive: { job in
            job.stateID < TaskState.complete.rawValue
        } label: { job in
            "snapin job \(id) of host \(job.hostID?.description ?? "?") is still \(job.state?.word ?? "active")"
        }
    }

    /// Calls one snapin of a job off.
    ///
    /// - Returns: the snapin task as it is afterwards; one that has ended is given back as it is.
    /// - Throws: `FogError` as ``cancelTask(_:)`` does.
    ///
    /// Origin: FOG 1.5.9.239, trap 1: a number that does not exist means all snapin tasks.
    public func cancelSnapinTask(_ id: SnapinTaskID) async throws -> SnapinTask {
        guard let target = CancelTarget(.snapinTask, id.number) else {
            throw FogError(.notFound, "no snapintask \(id)")
        }
        return try await callOff(target) {
            try await row(id) as SnapinTask
        } isActive: { task in
            task.stateID < TaskState.complete.rawValue
        } label: { task in
            "snapin task \(id) of job \(task.jobID?.description ?? "?") is still \(task.state?.word ?? "active")"
        }
    }

    /// Calls a snapin work off: the task that stands for it, else its job.
    ///
    /// - Returns: the snapin tasks of the work as they are afterwards, by number.
    /// - Throws: `FogError` as ``cancelTask(_:)`` does.
    public func cancel(_ work: SnapinWork) async throws -> [SnapinTask] {
        let subject = "snapins of job \(work.job)"
        let task = if let task = work.task { try await cancelTask(task.id) } else { FogTask?.none }
        do {
            _ = try await cancelSnapinJob(work.job)
        } catch let error as FogError {
            throw task?.state == .cancelled ? error.after("\(task?.called ?? "its task") was called off") : error
        }
        let ids = work.parts.map(\.id.number)
        let parts = try await confirming(subject) { try await rows(SnapinTask.self, filter: .anyOf("id", ids)) }
        return parts.sorted { $0.id < $1.id }
    }

    /// Calls a multicast session off, with the tasks of all hosts in it.
    ///
    /// - Returns: the session as it is afterwards, without its name; one that has ended is given back as it is.
    /// - Throws: `FogError` as ``cancelTask(_:)`` does.
    ///
    /// Origin: FOG 1.5.9.239, recording 220; 1.6 `MulticastSession::cancel`.
    public func cancelMulticastSession(_ id: MulticastSessionID) async throws -> MulticastSession {
        guard let target = CancelTarget(.multicastSession, id.number) else {
            throw FogError(.notFound, "no multicastsession \(id)")
        }
        // The session forgets its tasks when it ends.
        let tasks = try await joinedTasks(of: id).map(\.id)
        let after = try await callOff(target) {
            try await multicastSession(id)
        } isActive: { session in
            session.isActive
        } label: { session in
            "multicast session \(id) \"\(session.name)\" is still active"
        }
        guard after.state == .cancelled else { return after }
        do {
            _ = try await cancelAll(tasks)
        } catch let error as FogError {
            throw error.after("multicast session \(id) was called off")
        }
        return after
    }

    // MARK: - For generic and raw requests

    /// Calls off what a generic or raw request names, as the typed functions do.
    ///
    /// - Returns: whether anything was called off; false where it had ended before.
    /// - Throws: `FogError` as ``cancelTask(_:)`` does.
    package func cancel(_ target: CancelTarget) async throws -> Bool {
        switch target.kind {
        case .task:
            return try await calledOff(target) { (id: TaskID) in
                try await task(id).stateID
            } cancel: {
                try await cancelTask($0).stateID
            }
        case .snapinJob:
            return try await calledOff(target) { (id: SnapinJobID) in
                try await (row(id) as SnapinJob).stateID
            } cancel: {
                try await cancelSnapinJob($0).stateID
            }
        case .snapinTask:
            return try await calledOff(target) { (id: SnapinTaskID) in
                try await (row(id) as SnapinTask).stateID
            } cancel: {
                try await cancelSnapinTask($0).stateID
            }
        case .multicastSession:
            return try await calledOff(target) { (id: MulticastSessionID) in
                try await multicastSession(id).stateID
            } cancel: {
                try await cancelMulticastSession($0).stateID
            }
        case .host:
            guard let host = HostID(target.id) else { return false }
            _ = try await self.host(.id(host))
            return try await cancelTasks(of: host).contains { $0.state == .cancelled }
        case .scheduledTask:
            guard let id = ScheduledTaskID(target.id) else { return false }
            try await deleteScheduledTask(id)
            return true
        case .fileDeletion: return try await cancelFileDeletion(target)
        }
    }

    private func calledOff<Row>(
        _ target: CancelTarget,
        state: (Identifier<Row>) async throws -> Int,
        cancel: (Identifier<Row>) async throws -> Int
    ) async throws -> Bool {
        guard let id = Identifier<Row>(target.id) else { return false }
        guard try await state(id) < TaskState.complete.rawValue else { return false }
        return try await cancel(id) == TaskState.cancelled.rawValue
    }

    /// Calls off the deletion of a file that waits (1.6).
    private func cancelFileDeletion(_ target: CancelTarget) async throws -> Bool {
        let isEnded = { (row: [String: Int]) in row["stateID"].map { $0 >= TaskState.complete.rawValue } ?? false }
        var first: Bool?
        let after = try await callOff(target) {
            let request = try await dialect().row(target.kind.rawValue, target.id)
            let row = try read(try await send(request), of: request) { (reader) throws(JSONFault) in
                try reader.integers(["id", "stateID"])
            }
            guard row["id"] == target.id else { throw FogError(.server, "\(address) shows no \(target)") }
            first = first ?? isEnded(row)
            return row
        } isActive: { row in
            !isEnded(row)
        } label: { _ in
            "\(target) is still active"
        }
        return first == false && isEnded(after)
    }
}
