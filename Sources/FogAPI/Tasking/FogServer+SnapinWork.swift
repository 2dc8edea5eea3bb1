import FogModel

extension FogServer {
    /// Sees that the snapins of an order are there, are enabled and belong to the host; takes "all" back from a host
    /// that has none, since FOG makes an empty job that never ends.
    ///
    /// Origin: FOG 1.5.9.239, section 7: a number is not checked; `Host::_createSnapinTasking`.
    func checkSnapins(of place: inout TaskPlace) async throws {
        let (order, host) = (place.order, place.host)
        guard order.snapins != .none else { return }
        let own = try await shared.snapins.value(for: host.id) { try await ownSnapins(of: $0) }
        switch order.snapins {
        case .none: break
        case .all:
            guard own.isEmpty else { break }
            if order.type.isForSnapins {
                throw FogError(.refused, "\(host.label) has no snapins", hint: "give it some first")
            }
            var order = order
            order.snapins = .none
            place = TaskPlace(order: order, host: host)
        case .one(let id):
            try Self.check(try await enabledSnapin(id), of: host, with: own)
        }
    }

    /// Sees that the snapins of a scheduled order are there, are enabled and belong to each of some hosts.
    ///
    /// - Returns: snapins that are to be scheduled; none for a host that has none, since FOG makes an empty job that
    ///   never ends.
    func checkSnapins(of order: ScheduleOrder, for hosts: [Host]) async throws -> SnapinChoice {
        if order.snapins == .none { return .none }
        let own = try await ownSnapins(of: hosts.map(\.id))
        switch order.snapins {
        case .none: break
        case .all:
            for host in hosts where own[host.id] == nil {
                if hosts.count == 1, !order.type.isForSnapins { return .none }
                throw FogError(.refused, "\(host.label) has no snapins", hint: "give it some first")
            }
        case .one(let id):
            let snapin = try await enabledSnapin(id)
            for host in hosts { try Self.check(snapin, of: host, with: own[host.id] ?? []) }
        }
        return order.snapins
    }

    private func enabledSnapin(_ id: SnapinID) async throws -> Snapin {
        let snapin: Snapin = try await row(id)
        guard snapin.isEnabled else {
            throw FogError(.refused, "\(snapin.label) is not enabled", hint: "enable it on FOG's page")
        }
        return snapin
    }

    private static func check(_ snapin: Snapin, of host: Host, with own: Set<SnapinID>) throws {
        if own.contains(snapin.id) { return }
        throw FogError(.refused, "\(host.label) does not have \(snapin.label)", hint: "give it to the host first")
    }

    /// Snapins by host; a host that has none is not among them.
    private func ownSnapins(of hosts: [HostID]) async throws -> [HostID: Set<SnapinID>] {
        var own: [HostID: Set<SnapinID>] = [:]
        for page in hosts.map(\.number).pages(of: limits.page) {
            let rows = try await associations(
                "snapinassociation",
                ["hostID", "snapinID"],
                filter: .anyOf("hostID", page)
            )
            for row in rows {
                guard let host = row["hostID"].flatMap({ HostID($0) }),
                    let snapin = row["snapinID"].flatMap({ SnapinID($0) })
                else { continue }
                own[host, default: []].insert(snapin)
            }
        }
        return own
    }

    // MARK: - Jobs

    /// Snapin tasks of all jobs of a host, by number.
    func snapinTasks(of host: HostID) async throws -> Set<Int> {
        Set(try await snapinRows(of: host).compactMap { $0["id"] })
    }

    private func snapinRows(of host: HostID) async throws -> [[String: Int]] {
        try await shared.snapinTasks.value(for: host) { try await snapinRows(of: $0) }
    }

    private func snapinRows(of hosts: [HostID]) async throws -> [HostID: [[String: Int]]] {
        let jobs = try await associations("snapinjob", ["hostID"], filter: .anyOf("hostID", hosts.map(\.number)))
        var owners: [Int: HostID] = [:]
        for job in jobs {
            if let id = job["id"] { owners[id] = job["hostID"].flatMap { HostID($0) } }
        }
        var rows: [HostID: [[String: Int]]] = [:]
        for page in owners.keys.sorted().pages(of: limits.page) {
            for row in try await associations("snapintask", ["jobID", "snapinID"], filter: .anyOf("jobID", page)) {
                guard let owner = row["jobID"].flatMap({ owners[$0] }) else { continue }
                rows[owner, default: []].append(row)
            }
        }
        return rows
    }

    /// Finds the snapin tasks that an order has made: those in the host's jobs that were not there before.
    ///
    /// - Parameters:
    ///   - place: the order and what was there before.
    ///   - own: task with the order's marker; nil where FOG has renamed it.
    ///   - active: host's active tasks.
    /// - Returns: the newest job with those of its snapins that are new; nil where none are, or another run made them.
    /// - Throws: `FogError`.
    func newSnapins(of place: TaskPlace, _ own: FogTask?, among active: [FogTask]) async throws -> SnapinWork? {
        let new = try await snapinRows(of: place.order.host)
            .filter { row in !(row["id"].map(place.oldSnapinTasks.contains) ?? true) }
            .filter { row in
                guard case .one(let id) = place.order.snapins else { return true }
                return row["snapinID"] == id.number
            }
        guard let job = new.compactMap({ $0["jobID"].flatMap { SnapinJobID($0) } }).max() else { return nil }
        let parts = new.filter { $0["jobID"] == job.number }.compactMap { row -> SnapinWork.Part? in
            guard let id = row["id"].flatMap({ SnapinTaskID($0) }),
                let snapin = row["snapinID"].flatMap({ SnapinID($0) })
            else { return nil }
            return SnapinWork.Part(id: id, snapin: snapin)
        }
        guard !parts.isEmpty else { return nil }
        let snapinTypes = Set(try await taskTypes().filter(\.isForSnapins).map(\.id))
        let standing = active.first { $0.typeID.map(snapinTypes.contains) ?? false }
        // With another run's mark on it, the job may be that run's.
        guard own != nil || standing?.marker == nil else { return nil }
        return SnapinWork(job: job, parts: parts.sorted { $0.id < $1.id }, task: own ?? standing)
    }
}
