import FogModel

extension FogServer {
    /// Reads the host, sees that it can be given the task, and makes room for it where the order says so.
    func prepare(_ order: TaskOrder) async throws -> TaskPlace {
        var place = try await examine(order)
        if let session = order.options.session {
            place.sessions = try await sessionsToJoin(session, order, place.host)
        }
        try await makeRoom(&place)
        return place
    }

    /// Reads the host and sees that it can be given the task; changes nothing.
    func examine(_ order: TaskOrder) async throws -> TaskPlace {
        let zone = try await zone()
        let body = try await send(.row(order.host))
        let host = try row(Host.self, in: body, zone: zone, .row(order.host))
        remember(host)
        if order.type.isImaging {
            try checkImage(of: host, in: body, zone: zone, order.type)
            try await checkImageIsFree(of: host, for: order.type)
        }
        var place = TaskPlace(order: order, host: host)
        try await checkSnapins(of: &place)
        place.active = try await activeTasks(of: host.id)
        try await checkRoom(place)
        try Self.checkExpectedImage(of: place)
        return place
    }

    /// Calls off what the host has to do already; ``examine(_:)`` has seen that it may be.
    ///
    /// - Throws: `FogError`; its hint names what was called off before.
    func makeRoom(_ place: inout TaskPlace) async throws {
        do {
            for task in place.active {
                let after = try await replaced(task, place)
                // What has ended by itself meanwhile was not replaced.
                if after.state == .cancelled { place.replaced.append(after) }
            }
            let order = place.order
            if order.type.isForSnapins { place.oldSnapinTasks = try await snapinTasks(of: order.host) }
        } catch let error as FogError {
            throw place.naming(error)
        }
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

    /// Sees that the host has the image that the caller believes it has: its disk hangs on it.
    private static func checkExpectedImage(of place: TaskPlace) throws {
        guard let expected = place.order.options.image, place.host.imageID != expected else { return }
        let own =
            place.host.imagename.map { "image \"\($0)\"" } ?? "image \(place.host.imageID.map(\.description) ?? "none")"
        throw FogError(
            .conflict,
            "\(place.host.label) has \(own), not image \(expected)",
            hint: "somebody may just have given it another; nothing was sent"
        )
    }

    /// Sees that the host may have another task.
    ///
    /// FOG 1.6 calls a deploy complete where the host of it is woken, and 1.5 calls off what is no imaging.
    private func checkRoom(_ place: TaskPlace) async throws {
        let imaging = Set(try await taskTypes().filter(\.isImaging).map(\.id))
        for task in place.active {
            // A type that the server's table does not hold may be anything.
            let isImaging = task.typeID.map(imaging.contains) ?? true
            if isImaging || place.order.type.isWake || !place.order.options.replace {
                throw Self.busy(place.host, task)
            }
        }
    }

    private func replaced(_ task: FogTask, _ place: TaskPlace) async throws -> FogTask {
        do {
            return try await cancelTask(task.id)
        } catch var error as FogError {
            error.hint = "\(place.host.label) keeps task \(task.id), and the \(place.order.type.name) was not sent"
            throw error
        }
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
