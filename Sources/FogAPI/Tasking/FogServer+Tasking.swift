public import FogModel
import HTTPTypes
import Synchronization

extension FogServer {
    /// Gives a host a task.
    ///
    /// Host, image and active tasks are looked at first: FOG takes tasks for hosts that cannot run them, and calls off
    /// without a word what a host has to do already. FOG does not say which task it has made, so the task is found by
    /// its marker; where the answer is lost, too.
    ///
    /// Of several calls for one host at once the first wins, here by a list of hosts, between two programs by the lower
    /// number: whoever sees an older task of the other calls its own off.
    ///
    /// - Parameters:
    ///   - host: number of the host.
    ///   - type: what to do; multicast, single snapin and password reset are refused.
    ///   - options: how; each is sent, whatever the server takes for granted.
    ///   - marker: mark by which the task is found; each task needs its own.
    /// - Returns: the task; nil for a wake-up, which leaves none.
    /// - Throws: `FogError` with `notFound` (no such host), `conflict` (host has an active task), `refused` (no image, or
    ///   one that is disabled or protected; type that the server lacks or that needs more than options say),
    ///   `uncertain` (answer lost, and the task is not seen; it is never sent again).
    ///
    /// Origin: FOG 1.5.9.239, traps 2, 6 and section 7; recordings 175 to 204.
    public func createTask(
        _ host: HostID,
        _ type: TaskTypeKey,
        _ options: TaskOptions,
        marker: TaskMarker
    ) async throws -> FogTask? {
        guard known.withLock({ $0.tasking.insert(host).inserted }) else {
            throw FogError(.conflict, "host \(host) is being given a task by this run already")
        }
        defer { known.withLock { _ = $0.tasking.remove(host) } }
        let order = try TaskOrder(host: host, type: try await taskType(type), options: options, marker: marker)
        let target = try await taskable(order)
        return try await place(order, on: target)
    }

    /// Reads the host and sees that it can be given the task.
    private func taskable(_ order: TaskOrder) async throws -> Host {
        let zone = try await zone()
        let body = try await send(.row(order.host))
        let host = try row(Host.self, in: body, zone: zone, .row(order.host))
        if order.type.isImaging { try checkImage(of: host, in: body, zone: zone, order.type) }
        if let other = try await activeTasks(of: host.id).first { throw Self.busy(host, other) }
        return host
    }

    private func checkImage(of host: Host, in body: [UInt8], zone: String, _ type: TaskType) throws {
        guard let id = host.imageID else {
            throw FogError(.refused, "\(host.label) has no image", hint: "give it one first")
        }
        let image = try read(body, of: .row(host.id)) { (reader) throws(JSONFault) in
            try reader.assignedImage(zone: zone)
        }
        guard let image, image.id == id else {
            throw FogError(.refused, "image \(id) of \(host.label) does not exist any more", hint: "give it another")
        }
        if !image.isEnabled {
            throw FogError(.refused, "\(image.label) of \(host.label) is not enabled", hint: "enable it on FOG's page")
        }
        if type.isCapture, image.protected {
            throw FogError(.refused, "\(image.label) of \(host.label) is protected and cannot be captured over")
        }
    }

    private func activeTasks(of host: HostID) async throws -> [FogTask] {
        try await tasks(TaskQuery(hosts: [host]))
    }

    private static func busy(_ host: Host, _ task: FogTask) -> FogError {
        let state = task.state?.word ?? "active"
        return FogError(
            .conflict,
            "\(host.label) has an active task: \(task.id) \"\(task.name)\", \(state)",
            hint: "wait for it or cancel it first"
        )
    }

    // MARK: - Sending and finding

    private func place(_ order: TaskOrder, on host: Host) async throws -> FogTask? {
        let request = FogRequest.change(
            .post,
            "/fog/host/\(host.id)/task",
            order.body,
            subject: "\(order.type.name) for \(host.label)"
        )
        do {
            _ = try await send(request)
        } catch let error as FogError {
            return try await settle(error, order, on: host)
        }
        if order.isWake { return nil }
        guard let sighting = try await look(for: order) else {
            throw FogError(
                .uncertain,
                "\(address) took a \(order.type.name) for \(host.label) and shows no such task",
                hint: "look at the host's tasks on the server before you try again"
            )
        }
        return try await kept(sighting, on: host)
    }

    /// Settles what has happened where the server refused, or did not say.
    private func settle(_ error: FogError, _ order: TaskOrder, on host: Host) async throws -> FogTask? {
        switch (error.code, error.status) {
        case (.uncertain, _):
            // A wake-up leaves nothing to be found by.
            guard !order.isWake, let sighting = try await lookAgain(for: order) else { throw error }
            return try await kept(sighting, on: host)
        case (.conflict, _):
            guard let other = try await activeTasks(of: host.id).first else { throw error }
            throw Self.busy(host, other)
        case (.notFound, 404):
            throw FogError(.notFound, "\(host.label) has gone, or the server cannot read it", status: 404)
        default:
            throw error
        }
    }

    /// A task that was found by its marker.
    private struct Sighting {
        var task: FogTask
        /// Active task of the same host that was there before.
        var older: FogTask?
    }

    /// Finds the task among the host's active ones, else among all of the marker's name.
    private func look(for order: TaskOrder) async throws -> Sighting? {
        let marker = order.marker.description
        let active = try await activeTasks(of: order.host)
        if let task = active.first(where: { $0.marker == marker }) {
            return Sighting(task: task, older: active.first { $0.id < task.id })
        }
        let tasks = try await rows(FogTask.self, filter: .like("name", marker + "%"))
        return tasks.first { $0.marker == marker && $0.hostID == order.host }.map { Sighting(task: $0) }
    }

    /// Looks for a task whose answer was lost; the server may still be at work on it.
    private func lookAgain(for order: TaskOrder) async throws -> Sighting? {
        for pause in [Duration.zero, .seconds(2), .seconds(5)] {
            if pause > .zero { try await clock.sleep(for: pause) }
            do {
                if let sighting = try await look(for: order) { return sighting }
            } catch is FogError {
                // The server is still away; what counts is the last look.
                continue
            }
        }
        return nil
    }

    /// Gives the task, or calls it off where another run was there first.
    ///
    /// FOG has no lock: simultaneous requests for one host make several active tasks.
    private func kept(_ sighting: Sighting, on host: Host) async throws -> FogTask {
        guard let older = sighting.older else { return sighting.task }
        var error = Self.busy(host, older)
        do {
            _ = try await cancelTask(sighting.task.id)
        } catch let failure as FogError {
            error.hint = "this run's own task \(sighting.task.id) could not be called off: cancel it on the server"
            error.cause = failure.message
        }
        throw error
    }
}

extension JSONReader {
    /// Reads the image that lies in the row of a host; nil where the host has none.
    ///
    /// Origin: FOG 1.5.9.239: a missing image is an object of nulls.
    mutating func assignedImage(zone: String) throws(JSONFault) -> Image? {
        var image: Image?
        try members { (reader, name) throws(JSONFault) in
            guard reader.string(name) == "image", reader.next() == UInt8(ascii: "{") else { return try reader.skip() }
            var copy = reader
            guard try copy.integers(["id"])["id"] != nil else { return try reader.skip() }
            var images = EntityReader<Image>(zone: zone)
            image = try images.row(&reader)
        }
        return image
    }
}
