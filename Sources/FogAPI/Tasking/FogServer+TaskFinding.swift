import FogModel

extension FogServer {
    /// Finds what an order has made: snapins by the rows of their job, a task by its marker.
    ///
    /// The marker is looked for among the host's active tasks first, then among all of the name.
    func look(for place: TaskPlace) async throws -> TaskSighting? {
        let active = try await activeTasks(of: place.order.host)
        let own = try await ownTask(of: place, among: active)
        let older = own.flatMap { own in active.first { $0.id < own.id } }
        if place.order.type.isForSnapins, let work = try await newSnapins(of: place, own, among: active) {
            return TaskSighting(work: .snapins(work), older: older)
        }
        return own.map { TaskSighting(work: .task($0), older: older) }
    }

    private func ownTask(of place: TaskPlace, among active: [FogTask]) async throws -> FogTask? {
        if let task = active.first(where: place.isOwn) { return task }
        // The name of somebody else's session is no mark of one task: only what is active is the host's own for sure.
        guard place.order.options.session?.hasPrefix(place.order.marker.description) ?? true else { return nil }
        return try await tasks(markedBy: place.order.marker).first(where: place.isOwn)
    }

    /// Lists tasks of any state by the marker of their name.
    func tasks(markedBy marker: TaskMarker) async throws -> [FogTask] {
        try await rows(FogTask.self, filter: .like("name", "\(marker)%"))
    }

    /// Looks for a task whose answer was lost; the server may still be at work on it.
    ///
    /// - Returns: what was found; nil after ``FogLimits/looks`` looks without.
    func lookAgain(for place: TaskPlace) async throws -> TaskSighting? {
        for pause in [Duration.zero] + limits.looks {
            if pause > .zero { try await clock.sleep(for: pause) }
            do {
                if let sighting = try await look(for: place) { return sighting }
            } catch is FogError {
                // The server is still away; what counts is the last look.
                continue
            }
        }
        return nil
    }
}
