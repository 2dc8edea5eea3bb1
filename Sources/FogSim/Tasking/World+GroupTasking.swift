extension World {
    /// Makes the tasks of a group's members.
    ///
    /// On FOG 1.5 the members' hosts are taken in the order in which they joined, their images in the order of the
    /// hosts' names, and both are paired by position: hosts may get another's image. A busy member leaves a hole in the
    /// hosts alone, so that one row names no host and the last host no image.
    ///
    /// Origin: `lib/fog/group.class.php`, `createImagePackage`; recordings 236 and 238.
    mutating func task(group: Row, _ order: TaskOrder) throws(TaskFailure) {
        let members = Membership.hosts(of: group.id, store)
        guard !members.isEmpty else { throw .refused("No hosts to task") }
        let free = members.map { isBusy($0, order) ? nil : $0 }
        let hosts = free.compactMap { $0 }
        guard !hosts.isEmpty, quirks.contains(.groupSkipsBusy) || hosts.count == members.count else {
            throw .refused("No hosts available to task")
        }
        let name = storedName(order, of: group)
        if order.kind.isImaging {
            try image(group: free, name, order)
        } else if order.kind.isSnapinTasking {
            // Without `deploySnapins` the server counts what is not there.
            guard let snapin = order.snapin else { throw .crash }
            for host in members { addSnapins(snapin, toMember: host) }
            for host in members { insert(bare(name, host, order)) }
        } else if order.kind != .wake || configuration.dialect.isFog16 {
            for host in members {
                var task = bare(name, host, order)
                task.set("shutdown", order.isShutdown ? "1" : "")
                if order.kind == .wake { task.set("stateID", TaskStates.complete) }
                insert(task)
            }
        }
        if order.wakes { for host in members { wake(host) } }
    }

    /// Makes the imaging tasks of a group; `free` has no host in the places of busy members.
    private mutating func image(group free: [Int?], _ name: String, _ order: TaskOrder) throws(TaskFailure) {
        let members = free.compactMap { $0 }.compactMap { store["host"][$0] }
        let images = Self.sortedByName(members).map { $0.integer("imageID") }
        guard let lowest = images.min(), let image = store["image"][lowest], isValid(image) else {
            throw .refused("Image is not valid")
        }
        guard image.text("isEnabled") == "1" else { throw .refused("Image is not enabled") }
        guard let node = StorageGroups.master(of: StorageGroups.ofImage(image.id, store), store) else {
            throw .refused("Unable to find master Storage Node")
        }
        guard order.kind.isDeploy else {
            if quirks.contains(.groupCaptureIgnored) { return }
            throw .refused("Groups are not allowed to capture")
        }
        guard order.kind.isMulticast else {
            let pairs =
                quirks.contains(.groupDeployMixesImages)
                ? free.indices.map { (free[$0] ?? 0, images.indices.contains($0) ? images[$0] : 0) }
                : members.map { ($0.id, $0.integer("imageID")) }
            for (host, image) in pairs { insert(imaging(name, host, image, node, order)) }
            return addSnapins(order.snapin, toMembers: members, order)
        }
        guard quirks.contains(.multicastTakesLowestImage) || Set(images).count == 1 else {
            throw .refused("Hosts do not have the same image")
        }
        let session = try openSession(name, image, node, clients: 0)
        for host in free { associate(session: session, with: insert(imaging(name, host ?? 0, image.id, node, order))) }
        addSnapins(quirks.contains(.multicastQueuesSnapins) ? -1 : order.snapin, toMembers: members, order)
    }

    private func imaging(_ name: String, _ host: Int, _ image: Int, _ node: Row, _ order: TaskOrder) -> Row {
        var task = bare(name, host, order)
        task.set("isForced", "0")
        task.set("storagenodeID", node.id)
        task.set("imageID", image)
        task.set("shutdown", order.isShutdown ? "1" : "")
        task.set("isDebug", order.isDebug ? 1 : 0)
        task.set("passreset", order.passwordReset)
        return task
    }

    private mutating func addSnapins(_ snapin: Int?, toMembers members: [Row], _ order: TaskOrder) {
        guard let snapin, order.kind.runsSnapins else { return }
        for host in members { addSnapins(snapin, toMember: host.id) }
    }

    /// Makes the row of a group task, which leaves most columns at the database's defaults.
    private func bare(_ name: String, _ host: Int, _ order: TaskOrder) -> Row {
        var task = store["task"].blank(now: stamp, user: "")
        task.set("name", name)
        task.set("createdBy", order.login ?? "")
        task.set("hostID", host)
        task.set("stateID", TaskStates.queued)
        task.set("typeID", order.kind.id)
        task.set("wol", order.wakes ? "1" : "")
        return task
    }

    @discardableResult
    private mutating func insert(_ task: Row) -> Int {
        let stored = store["task"].insert(task)
        taskCreated(stored)
        return stored.id
    }

    /// Whether a host has an active task for which it must boot.
    private func isBusy(_ host: Int, _ order: TaskOrder) -> Bool {
        TaskStates.active(of: host, store).contains { task in
            task.id < order.sight && TaskKind(task.integer("typeID")).needsBoot
        }
    }
}
