import FogModel

// Whether tasks are in the session that was meant: FOG opens another of the name where it finds none.

extension FogServer {
    /// Sees which hosts are in the session, and calls the tasks of the others off.
    ///
    /// - Parameters:
    ///   - results: what has become of each host so far.
    ///   - places: their orders, in the same order.
    ///   - name: name of the session.
    /// - Returns: the sessions and the results; where the sessions cannot be read, each result says so.
    func checked(_ results: [HostResult], _ places: [TaskPlace], session name: String) async -> MulticastWork {
        var work = MulticastWork(sessions: [], hosts: results)
        do {
            work.sessions = try await multicastSessions().filter { $0.name == name }
            let joined = try await joinedTaskIDs(of: work.sessions)
            for (index, place) in places.enumerated() {
                guard let task = results[index].created?.task, !joined.contains(task.id) else { continue }
                let error = FogError(
                    .server,
                    "\(place.host.label) is in no session \"\(name)\"",
                    hint: "look at the session on FOG's page"
                )
                work.hosts[index].outcome = .failed(place.naming(await takenBack(task, error)))
            }
        } catch {
            let error = error as? FogError ?? FogError(.cancelled, "the call was called off")
            for (index, place) in places.enumerated() {
                guard let task = results[index].created?.task else { continue }
                work.hosts[index].outcome = .failed(place.naming(Self.unseen(task, place.host, name, error)))
            }
        }
        return work
    }

    /// Tasks that have joined any of some sessions.
    private func joinedTaskIDs(of sessions: [MulticastSession]) async throws -> Set<TaskID> {
        var joined: Set<TaskID> = []
        for session in sessions { joined.formUnion(try await joinedTaskIDs(of: session.id)) }
        return joined
    }

    private static func unseen(_ task: FogTask, _ host: Host, _ name: String, _ error: FogError) -> FogError {
        FogError(
            .uncertain,
            "task \(task.id) of \(host.label) was made, and whether it is in session \"\(name)\" cannot be read",
            status: error.status,
            hint: "look at the session on FOG's page before you try again",
            cause: error.message
        )
    }

    /// Calls a task off that is of no use, and adds to an error what has become of it.
    private func takenBack(_ task: FogTask, _ error: FogError) async -> FogError {
        var error = error
        let done: String
        do {
            let after = try await cancelTask(task.id)
            done =
                after.state == .cancelled
                ? "task \(task.id) was called off" : "task \(task.id) has ended by itself (\(after.state?.word ?? "?"))"
        } catch let failure {
            done = "task \(task.id) could not be called off: cancel it on the server"
            error.cause = (failure as? FogError)?.message ?? "the call was called off"
        }
        error.hint = [done, error.hint].compactMap(\.self).joined(separator: "; ")
        return error
    }
}
