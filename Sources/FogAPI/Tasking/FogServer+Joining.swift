import FogModel

// Whether tasks are in the session that was meant: FOG opens another of the name where it finds none.

extension FogServer {
    // MARK: - A session that runs

    /// Sees that the session to join is there and waits for hosts: FOG would open one of that name.
    ///
    /// - Returns: active sessions of the name; on 1.6 there may be one for each storage group.
    func sessionsToJoin(_ name: String, _ order: TaskOrder, _ host: Host) async throws -> [MulticastSession] {
        let sessions = try await multicastSessions().filter { $0.name == name }
        guard let session = sessions.first else {
            throw FogError(
                .notFound,
                "no multicast session \"\(name)\" is active",
                hint: "it may have ended: start another"
            )
        }
        guard session.imageID == host.imageID else {
            throw FogError(
                .refused,
                "\(host.label) has another image than session \(session.id) \"\(name)\" writes",
                hint: "give it image \(session.imageID.map(\.description) ?? "?") first"
            )
        }
        return sessions
    }

    /// Sees that what was made is in a session that was there before; calls it off where it is not.
    ///
    /// - Throws: `FogError` with `conflict`, `uncertain` (the session cannot be read).
    func checkJoined(_ work: CreatedTask.Work, _ place: TaskPlace) async throws {
        guard let name = place.order.options.session, let task = CreatedTask(work: work).task else { return }
        let strays: [MulticastSession]
        do {
            if try await joinedTaskIDs(of: place.sessions).contains(task.id) { return }
            let known = Set(place.sessions.map(\.id))
            strays = try await multicastSessions().filter { $0.name == name && !known.contains($0.id) }
        } catch let error as FogError {
            throw Self.unseen(task, place.host, name, error)
        }
        let numbers = place.sessions.map(\.id.description).joined(separator: ", ")
        let error = FogError(
            .conflict,
            "\(place.host.label) did not get into multicast session \(numbers) \"\(name)\"",
            hint: "it has ended, or writes to its hosts already: image the host alone, or start another"
        )
        let left = await takenBack(task, error)
        await closeEmpty(strays)
        throw left
    }

    /// Closes sessions that FOG has opened for a task which was called off: it would wait for hosts and keep its port.
    private func closeEmpty(_ sessions: [MulticastSession]) async {
        for session in sessions {
            // Somebody else's host may be in it by now; what cannot be seen is left alone.
            guard let tasks = try? await joinedTasks(of: session.id),
                !tasks.contains(where: { $0.stateID < TaskState.complete.rawValue })
            else { continue }
            _ = try? await cancelMulticastSession(session.id)
        }
    }

    // MARK: - A session of its own

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
