public import FogModel
import HTTPTypes
import Synchronization

extension FogServer {
    /// Gives a host a task.
    ///
    /// Host, image, snapins and active tasks are looked at first: FOG takes tasks for hosts that cannot run them, and
    /// calls off without a word what a host has to do already. FOG does not say which task it has made, so the task is
    /// found by its marker, snapins by the rows of their job; where the answer is lost, too.
    ///
    /// Of several calls for one host at once the first wins, here by a list of hosts, between two programs by the lower
    /// number: whoever sees an older task of the other calls its own off.
    ///
    /// - Parameters:
    ///   - host: number of the host.
    ///   - type: what to do; for multicast the options name a session that runs, see ``multicast(_:image:_:marker:)`` for a new
    ///     one.
    ///   - options: how; each is sent, whatever the server takes for granted.
    ///   - marker: mark by which the task is found; each task needs its own.
    /// - Returns: the task, the snapins, or nothing to wait for; and what was called off for it.
    /// - Throws: `FogError` with `notFound` (no such host, snapin or session), `conflict` (host has an active task, or may
    ///   get one from a request whose answer was lost; the server kept the task that it had; the session to join has
    ///   ended), `refused` (no image, or one that is disabled or protected; type that the server lacks or that needs
    ///   other options; what the server itself refuses), `uncertain` (answer lost, and the task is not seen; or taken,
    ///   and the task cannot be read). The hint names what was called off to make room.
    ///
    /// Origin: FOG 1.5.9.239, traps 2, 6 and section 7; recordings 175 to 204; 1.6 `Host::createImagePackage`.
    public func createTask(
        _ host: HostID,
        _ type: TaskTypeKey,
        _ options: TaskOptions,
        marker: TaskMarker
    ) async throws -> CreatedTask {
        try known.withLock { try $0.claims.claim(host, for: type.description) }
        defer { known.withLock { $0.claims.release(host) } }
        try await checkDoubt(about: host)
        let order = try TaskOrder(host: host, type: try await taskType(type), options: options, marker: marker)
        var replaced: [FogTask] = []
        var repeats = 0
        while true {
            // Anew each time: somebody else may have given the host a task meanwhile.
            var place = try await prepare(order)
            place.replaced = replaced + place.replaced
            replaced = place.replaced
            do {
                let work = try await attempt(place)
                try await checkJoined(work, place)
                return CreatedTask(work: work, replaced: replaced)
            } catch let nothing as NothingMade {
                guard repeats < limits.crashRepeats else { throw place.naming(nothing.error) }
                repeats += 1
                try await clock.sleep(for: pause(before: repeats + 1))
            } catch let error as FogError {
                throw place.naming(error)
            }
        }
    }

    /// The server failed at a request, is done with it, and has made nothing of it.
    private struct NothingMade: Error {
        let error: FogError
    }

    /// Sends the request once and finds what it made.
    func carryOut(_ place: TaskPlace) async throws -> CreatedTask.Work {
        do {
            return try await attempt(place)
        } catch let nothing as NothingMade {
            throw nothing.error
        }
    }

    /// Does as ``carryOut(_:)``, and tells apart where the server has seen to the request and made nothing.
    private func attempt(_ place: TaskPlace) async throws -> CreatedTask.Work {
        let order = place.order
        let subject = order.subject(place.host)
        do {
            _ = try await send(.change(.post, "/fog/host/\(order.host)/task", order.body, subject: subject))
        } catch let error as FogError {
            return try await settle(error, place)
        } catch {
            // Called off while the request was under way: it may still make the task.
            noteDoubt(about: order)
            throw error
        }
        if order.type.isWake { return .nothing }
        let sighting = try await confirming(subject) { try await look(for: place) }
        if let sighting { return try await kept(sighting, on: place.host) }
        // FOG 1.6 answers 200 where it keeps the task that the host has.
        let active = try await confirming(subject) { try await activeTasks(of: order.host) }
        if let other = active.first { throw Self.busy(place.host, other) }
        throw FogError(
            .uncertain,
            "\(address) took a \(subject) and shows no such task",
            hint: "look at the host's tasks on the server before you try again"
        )
    }

    /// Refuses a host for which an earlier request may still be under way.
    func checkDoubt(about host: HostID) async throws {
        guard let doubt = known.withLock({ $0.claims.doubt(about: host, at: uptime()) }) else { return }
        let seen = try await tasks(markedBy: doubt.marker).contains { $0.hostID == host }
        // What it has made is among the host's tasks now, and counts like any other.
        if seen { return known.withLock { $0.claims.settle(host) } }
        throw FogError(
            .conflict,
            "host \(host) may still get a task: the answer to an earlier \(doubt.type) of this run was lost",
            hint: "look at the host's tasks on the server; this run sends another after "
                + "\((doubt.end - uptime()).components.seconds + 1) seconds"
        )
    }

    // MARK: - What comes back

    /// Settles what has happened where the server refused, or did not say.
    private func settle(_ error: FogError, _ place: TaskPlace) async throws -> CreatedTask.Work {
        let order = place.order
        let refusal = TaskRefusal.error(for: error, order.subject(place.host))
        if error.code == .uncertain || refusal == nil && error.isFault {
            // Noted first, since whoever looks again may be called off meanwhile.
            if error.mayBeUnderWay { noteDoubt(about: order) }
            // A wake-up leaves nothing to be found by, and calls off what the host has when it comes late.
            if !order.type.isWake, let sighting = try await lookAgain(for: place) {
                known.withLock { $0.claims.settle(order.host) }
                return try await kept(sighting, on: place.host)
            }
            let doubtful = uncertain(error, order, place.host)
            // An answer of 500 ends the request: what is not there by now will not be.
            throw error.status == 500 ? NothingMade(error: doubtful) : doubtful
        }
        if error.code == .notFound, error.status == 404 {
            throw FogError(.notFound, "\(place.host.label) has gone, or the server cannot read it", status: 404)
        }
        guard let refusal else { throw error }
        // 1.6 makes the task before it finds that the session cannot be joined.
        let active = try await confirming(order.subject(place.host)) { try await activeTasks(of: order.host) }
        if let own = active.first(where: place.isOwn) { throw await calledOff(own, refusal) }
        if let other = active.first { throw Self.busy(place.host, other) }
        throw refusal
    }

    private func uncertain(_ error: FogError, _ order: TaskOrder, _ host: Host) -> FogError {
        if error.code == .uncertain { return error }
        let request = FogRequest.change(.post, "/fog/host/\(host.id)/task", order.body, subject: order.subject(host))
        return lost(request, error)
    }

    private func noteDoubt(about order: TaskOrder) {
        let end = uptime() + limits.lingering
        let doubt = TaskClaims.Doubt(marker: order.marker, type: order.type.name, end: end)
        known.withLock { $0.claims.note(doubt, about: order.host) }
    }

    /// Gives the work, or calls it off where another run was there first.
    ///
    /// FOG has no lock: simultaneous requests for one host make several active tasks.
    private func kept(_ sighting: TaskSighting, on host: Host) async throws -> CreatedTask.Work {
        guard let older = sighting.older, let own = CreatedTask(work: sighting.work).task else { return sighting.work }
        throw await calledOff(own, Self.busy(host, older))
    }

    /// Calls a task of this run off, and gives the error to throw.
    private func calledOff(_ own: FogTask, _ error: FogError) async -> FogError {
        do {
            _ = try await cancelTask(own.id)
            return error
        } catch {
            var left = error as? FogError ?? FogError(.cancelled, "the run was called off")
            left.code = .conflict
            left.cause = left.message
            left.message = "host \(own.hostID.map(\.description) ?? "?") was given a second task, \(own.id)"
            left.hint = "this run's own task \(own.id) could not be called off: cancel it on the server"
            return left
        }
    }

    static func busy(_ host: Host, _ task: FogTask) -> FogError {
        let state = task.state?.word ?? "active"
        return FogError(
            .conflict,
            "\(host.label) has an active task: \(task.id) \"\(task.name)\", \(state)",
            hint: "wait for it or cancel it first"
        )
    }
}

extension FogError {
    /// Whether the request whose answer was lost may still be carried out: the server itself has not answered it.
    fileprivate var mayBeUnderWay: Bool { status.map { $0 > 501 } ?? true }

    /// Whether the server failed in a way that may have come after the task was made; 501 is a refusal.
    fileprivate var isFault: Bool { status.map { $0 >= 500 && $0 != 501 } ?? false }
}
