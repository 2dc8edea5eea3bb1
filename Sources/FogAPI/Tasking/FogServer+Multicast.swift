public import FogModel
import Synchronization

extension FogServer {
    /// Writes one image to several hosts at once.
    ///
    /// Each host gets a task of its own that joins a session by its name, and that name begins with the marker: the first
    /// opens the session, the others find it, and none can get into a session of somebody else. They are asked for one
    /// after another, since FOG has no lock and would open two. FOG's requests for a group and for a host without a name
    /// are not used: the one writes the image of the lowest number to all, runs all snapins and passes over busy hosts,
    /// the other joins whatever session writes the same image.
    ///
    /// All hosts are looked at before the first request, and nothing is sent where one cannot take part. A host that
    /// fails after that is told in the results, and so is what the whole call failed at; the session is then short of
    /// hosts, and ``cancelMulticastSession(_:)`` calls all off.
    ///
    /// - Parameters:
    ///   - hosts: numbers of the hosts, one or more; one that is named twice counts once.
    ///   - image: image that all of them must have; nil is whatever all have alike.
    ///   - options: how, the same for all; a session must not be named.
    ///   - marker: mark of the session and of all its tasks.
    /// - Returns: the session and a result for each host.
    /// - Throws: `FogError` with `notFound` (no such host), `refused` (hosts with different images, without one, or with
    ///   one that is disabled; no hosts), `conflict` (a host is busy, or a session of the name is there already).
    ///
    /// Origin: FOG 1.5.9.239, section 7 and `Host::createImagePackage`: with `sessionjoin` a session of exactly the task's
    /// name is joined, else opened; 1.6 the same, for each storage group, and only before its sender has begun.
    public func multicast(
        _ hosts: [HostID],
        image: ImageID? = nil,
        _ options: TaskOptions,
        marker: TaskMarker
    ) async throws -> MulticastWork {
        let hosts = hosts.onlyFirst
        let type = try await taskTypes().first(where: \.isMulticast)
        guard let type else { throw try await missingType(.name(.multicast)) }
        var options = options
        guard options.session == nil else {
            throw FogError(.refused, "a new session takes no name of another", hint: "name the session by `name`")
        }
        options.session = "\(marker) \(options.name ?? type.name)"
        guard let first = hosts.first else { throw FogError(.refused, "a multicast needs hosts") }
        _ = try TaskOrder(host: first, type: type, options: options, marker: marker)
        let room = try await claimAll(hosts, type.name)
        defer { known.withLock { for host in room { $0.claims.release(host) } } }
        for host in hosts { try await checkDoubt(about: host) }
        let orders = try hosts.map { try TaskOrder(host: $0, type: type, options: options, marker: marker) }
        let places = try await prepare(orders, image: image)
        return try await fill(places, session: options.session ?? "")
    }

    private func claimAll(_ hosts: [HostID], _ type: String) async throws -> [HostID] {
        try known.withLock { known in
            var taken: [HostID] = []
            do {
                for host in hosts {
                    try known.claims.claim(host, for: type)
                    taken.append(host)
                }
            } catch {
                for host in taken { known.claims.release(host) }
                throw error
            }
            return taken
        }
    }

    /// Looks at all hosts; replaces nothing before all have been looked at.
    private func prepare(_ orders: [TaskOrder], image: ImageID?) async throws -> [TaskPlace] {
        guard let name = orders.first?.options.session else { return [] }
        if let other = try await multicastSessions().first(where: { $0.name == name }) {
            throw FogError(.conflict, "multicast session \(other.id) \"\(name)\" is there already")
        }
        var places: [TaskPlace] = []
        for order in orders { places.append(try await examine(order)) }
        let images = Set(places.map(\.host.imageID))
        if let image, images != [image] {
            let other = places.first { $0.host.imageID != image }
            throw FogError(
                .refused,
                "\(other?.host.label ?? "a host") has another image than image \(image)",
                hint: "give all hosts of the session that image first"
            )
        }
        guard images.count == 1 else {
            let words = places.prefix(20).map { "\($0.host.name): \($0.host.imagename ?? "none")" }
            throw FogError(
                .refused,
                "the \(places.count) hosts of the session have \(images.count) different images",
                hint: "FOG would write one of them to all; give them the same first (\(words.joined(separator: ", ")))"
            )
        }
        for index in places.indices {
            do {
                try await makeRoom(&places[index])
            } catch let error as FogError {
                // The host's own were named where it failed.
                throw places[..<index].reversed().reduce(error) { $1.naming($0) }
            }
        }
        return places
    }

    /// Sends the requests one after another and reads what the session has become.
    ///
    /// - Throws: what stops the first request; what comes after that is told in the results.
    private func fill(_ places: [TaskPlace], session name: String) async throws -> MulticastWork {
        var results: [HostResult] = []
        for place in places {
            do {
                let work = try await carryOut(place)
                let created = CreatedTask(work: work, replaced: place.replaced)
                results.append(HostResult(host: place.order.host, outcome: .created(created)))
            } catch let error as FogError {
                results.append(HostResult(host: place.order.host, outcome: .failed(place.naming(error))))
            } catch {
                // Called off: who has a task already must be told all the same.
                if results.isEmpty, places.allSatisfy(\.replaced.isEmpty) { throw error }
                results += places[results.count...].enumerated().map { Self.calledOff($1, wasSent: $0 == 0) }
                break
            }
        }
        return await checked(results, places, session: name)
    }

    /// Result of a host whose turn did not come, or was broken off.
    private static func calledOff(_ place: TaskPlace, wasSent: Bool) -> HostResult {
        let error =
            wasSent
            ? FogError(
                .uncertain,
                "\(place.host.label) was asked when the call was called off",
                hint: "it may get its task: look at it on the server before you try again"
            ) : FogError(.cancelled, "\(place.host.label) was not asked: the call was called off")
        return HostResult(host: place.order.host, outcome: .failed(place.naming(error)))
    }

    // MARK: - Reading

    /// Lists the multicast sessions that are active, by number; those that have not begun are among them.
    ///
    /// Origin: FOG 1.5.9.239: a new session has state 0; on 1.6 it has none, and the list of active ones may lack it.
    public func multicastSessions() async throws -> [MulticastSession] {
        let active = try await dialect().family == .five
        let sessions = try await rows(MulticastSession.self, isActive: active)
        return sessions.filter(\.isActive).sorted { $0.id < $1.id }
    }

    /// Gets one multicast session, whatever its state.
    ///
    /// - Throws: `FogError` with `notFound`.
    public func multicastSession(_ id: MulticastSessionID) async throws -> MulticastSession {
        do {
            return try await row(id)
        } catch let error as FogError where error.code == .notFound {
            // One that was called off has no name any more, and FOG shows a row without one in lists alone.
            guard let session = try await rows(MulticastSession.self, filter: .equals("id", id.number)).first else {
                throw error
            }
            return session
        }
    }

    /// Lists the tasks that have joined a session, by number; none for one that was called off.
    public func joinedTasks(of session: MulticastSessionID) async throws -> [FogTask] {
        let ids = try await joinedTaskIDs(of: session)
        return try await tasks(TaskQuery(activeOnly: false, ids: ids.sorted()))
    }

    func joinedTaskIDs(of session: MulticastSessionID) async throws -> Set<TaskID> {
        let filter = RowFilter.equals("msID", session.number)
        let rows = try await associations("multicastsessionassociation", ["msID", "taskID"], filter: filter)
        return Set(rows.compactMap { $0["taskID"].flatMap { TaskID($0) } })
    }
}
