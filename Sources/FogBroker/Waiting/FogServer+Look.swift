import FogAPI
import FogModel

extension FogServer {
    /// Looks at the tasks: one request, and one more each where tasks that somebody waits for are no longer active, where
    /// snapin jobs are waited for, and where there is a multicast session.
    ///
    /// - Throws: `CancellationError` alone; whatever else goes wrong is the look's own.
    func look(_ question: Look.Question) async throws -> Look {
        do {
            let imaging = Set(try await taskTypes().filter(\.isImaging).map(\.id))
            // Sent once: the next look comes soon enough, and those who wait are to learn that the server is away.
            let active = try await rows(FogTask.self, isActive: true, attempts: 1).filter { $0.state?.isActive ?? true }
            let gone = Set(question.waited).subtracting(active.map(\.id)).sorted()
            let ended = gone.isEmpty ? [] : try await tasks(TaskQuery(activeOnly: false, ids: gone))
            let sight = Look.Sight(
                active: active,
                ended: ended,
                question: question,
                imaging: imaging,
                snapins: question.jobs.isEmpty ? [] : try await snapinTasks(of: question.jobs),
                sessions: try await sessionsOfTasks(question.waited, among: active)
            )
            return .answered(sight)
        } catch let error as FogError {
            return .refused(error)
        } catch {
            try Task.checkCancellation()
            return .refused(FogError(.server, "\(error)"))
        }
    }
}

extension FogServer {
    /// Snapins of some jobs.
    private func snapinTasks(of jobs: [SnapinJobID]) async throws -> [SnapinTask] {
        var rows: [SnapinTask] = []
        for page in jobs.pages(of: 100) {
            rows += try await self.rows(SnapinTask.self, filter: .anyOf("jobID", page.map(\.number)))
        }
        return try await named(rows)
    }

    /// Gives snapins their names where the rows lack them, as lists of FOG 1.6 do.
    private func named(_ rows: [SnapinTask]) async throws -> [SnapinTask] {
        guard rows.contains(where: { $0.snapinname == nil }) else { return rows }
        let names = Dictionary(try await list(Snapin.self).map { ($0.id, $0.name) }) { first, _ in first }
        return rows.map { row in
            var row = row
            row.snapinname = row.snapinname ?? row.snapinID.flatMap { names[$0] }
            return row
        }
    }

    /// Multicast sessions of those waited tasks that are in one, by task; nothing is asked where none can be.
    private func sessionsOfTasks(_ waited: [TaskID], among active: [FogTask]) async throws -> [TaskID: SessionSight] {
        let types = Set(try await taskTypes().filter(\.isMulticast).map(\.id))
        let tasks = active.filter { $0.typeID.map(types.contains) ?? false }
        guard !Set(tasks.map(\.id)).isDisjoint(with: waited) else { return [:] }
        var found: [TaskID: SessionSight] = [:]
        for (session, members) in try await membersOfSessions(among: tasks) {
            let sight = SessionSight(session, members)
            for task in members { found[task.id] = sight }
        }
        return found
    }

    /// Lists the active multicast sessions with those of some tasks that are in each.
    func membersOfSessions(among tasks: [FogTask]) async throws -> [(session: MulticastSession, tasks: [FogTask])] {
        let sessions = try await multicastSessions()
        var owners: [TaskID: MulticastSessionID] = [:]
        for page in sessions.map(\.id.number).pages(of: 100) {
            let filter = RowFilter.anyOf("msID", Array(page))
            for row in try await associations("multicastsessionassociation", ["msID", "taskID"], filter: filter) {
                guard let task = row["taskID"].flatMap({ TaskID($0) }) else { continue }
                owners[task] = row["msID"].flatMap { MulticastSessionID($0) }
            }
        }
        return sessions.map { session in (session, tasks.filter { owners[$0.id] == session.id }) }
    }
}
