public import FogModel

extension FogServer {
    /// Gives several hosts a task each, one request a host.
    ///
    /// FOG's own request for a group is not used: it gives hosts each other's images and passes over busy ones.
    ///
    /// - Parameters:
    ///   - hosts: numbers of the hosts; one that is named twice counts once.
    ///   - type: what to do; multicast is for ``multicast(_:image:_:marker:)``.
    ///   - options: how, the same for all.
    ///   - marker: gives each host's mark; each task needs its own.
    /// - Returns: a result for each host in the order in which they were named; busy hosts and those that cannot do it
    ///   are among them with the reason.
    /// - Throws: `FogError` where no host can do it: the server lacks the type, options are missing.
    ///
    /// Origin: FOG 1.5.9.239, trap 2; recordings 207 to 238.
    public func createTasks(
        _ hosts: [HostID],
        _ type: TaskTypeKey,
        _ options: TaskOptions,
        marker: (HostID) -> TaskMarker
    ) async throws -> [HostResult] {
        let hosts = hosts.onlyFirst
        let type = try await taskType(type)
        // What is wrong for every host is said once and before anything is sent.
        if let first = hosts.first {
            _ = try TaskOrder(host: first, type: type, options: options, marker: marker(first))
        }
        let orders = hosts.map { (host: $0, marker: marker($0)) }
        return try await inParallel(orders) { order in
            if Task.isCancelled { return Self.calledOff(order.host, wasAsked: false) }
            do {
                let created = try await self.createTask(order.host, .id(type.id), options, marker: order.marker)
                return HostResult(host: order.host, outcome: .created(created))
            } catch let error as FogError {
                return HostResult(host: order.host, outcome: .failed(error))
            } catch {
                // What the others were given must be told all the same.
                return Self.calledOff(order.host, wasAsked: true)
            }
        }
    }

    private static func calledOff(_ host: HostID, wasAsked: Bool) -> HostResult {
        let error =
            wasAsked
            ? FogError(
                .uncertain,
                "host \(host) may have been asked when the call was called off",
                hint: "it may get its task: look at it on the server before you try again"
            ) : FogError(.cancelled, "host \(host) was not asked: the call was called off")
        return HostResult(host: host, outcome: .failed(error))
    }

    /// Gives each host of a group a task, one request a host.
    ///
    /// - Parameters:
    ///   - group: number of the group.
    ///   - type: what to do; types for single hosts, such as a capture, are refused.
    ///   - options: how, the same for all.
    ///   - marker: gives each host's mark; each task needs its own.
    /// - Returns: a result for each member by name, as ``createTasks(_:_:_:marker:)`` gives them.
    /// - Throws: `FogError` with `notFound` (no such group), `refused` (group without hosts, type for single hosts).
    public func createTasks(
        group: GroupID,
        _ type: TaskTypeKey,
        _ options: TaskOptions,
        marker: (HostID) -> TaskMarker
    ) async throws -> [HostResult] {
        let row = try await taskType(type)
        if row.access == "host" {
            throw FogError(
                .refused,
                "task type \"\(row.name)\" is for single hosts, not for group \(group)",
                hint: row.isCapture ? "all members would write over the same image" : nil
            )
        }
        let members = try await members(of: group)
        guard !members.isEmpty else { throw FogError(.refused, "group \(group) has no hosts") }
        return try await createTasks(members.map(\.id), .id(row.id), options, marker: marker)
    }

    /// Does something for each of some elements, a few at a time.
    ///
    /// - Returns: results in the order of the elements.
    private func inParallel<Element: Sendable, Outcome: Sendable>(
        _ elements: [Element],
        _ body: @escaping @Sendable (Element) async throws -> Outcome
    ) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            var results = [Outcome?](repeating: nil, count: elements.count)
            var next = 0
            func start() {
                guard next < elements.count else { return }
                let place = next
                next += 1
                group.addTask { (place, try await body(elements[place])) }
            }
            for _ in 0..<limits.concurrency { start() }
            while let (place, result) = try await group.next() {
                results[place] = result
                start()
            }
            return results.compactMap(\.self)
        }
    }
}

extension [HostID] {
    /// Hosts in order, each once.
    var onlyFirst: [HostID] {
        var seen: Set<HostID> = []
        return filter { seen.insert($0).inserted }
    }
}
