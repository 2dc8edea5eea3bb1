import FogAPI
import FogModel
import FogOperations

extension Station {
    /// Finds out whom an operation touches, as far as anybody has to know.
    ///
    /// - Parameters:
    ///   - demand: what is asked.
    ///   - layers: grants that hold; where none looks at hosts, the server is asked nothing.
    /// - Returns: hosts, and whether they count as changed.
    /// - Throws: `FogError` of a server that does not tell.
    func hosts(
        of demand: Demand,
        _ layers: [RunPermissions.Numbered]
    ) async throws -> (touched: TouchedHosts, isChanged: Bool) {
        let mayAsk = permissions.keep != nil || layers.contains { $0.layer.set.needsHosts }
        switch demand.subjects {
        case .none: return (.none, false)
        case .anything: return (.anything, false)
        case .hosts(let hosts): return (hosts.isEmpty ? .none : .hosts(hosts.map { .known($0) }), true)
        case .newHost(let name): return (.hosts([.new(name)]), true)
        case .image(let image):
            // What a host will get is changed, not the host: it is asked for selectors alone.
            guard layers.contains(where: { !$0.layer.set.selectors.isEmpty }) else { return (.none, false) }
            let hosts = try await server.rows(Host.self, filter: .equals("imageID", image.number))
            return (.hosts(hosts.map { .known($0.id) }), false)
        case .work(.tasks(let host)): return (.hosts([.known(host)]), true)
        case .group, .owner, .work:
            guard mayAsk else { return (.none, false) }
            return (try await asked(demand.subjects), true)
        }
    }

    private func asked(_ subjects: Demand.Subjects) async throws -> TouchedHosts {
        switch subjects {
        case .group(let group): .hosts(try await server.members(of: group).map { .known($0.id) })
        case .owner(let className, let number, let others): try await owner(className, number, others)
        case .work(.task(let task)): Self.touched([try await host(of: task)])
        case .work(.snapinJob(let job)): try await owner(SnapinJob.className, job.number, [])
        case .work(.session(let session)): Self.touched(try await server.joinedTasks(of: session).map(\.hostID))
        case .work(.schedule(let schedule)): try await touched(by: schedule)
        case .none, .hosts, .newHost, .image, .work(.tasks), .anything: .none
        }
    }

    /// Hosts of which each is known; else nobody can say.
    private static func touched(_ hosts: [HostID?]) -> TouchedHosts {
        hosts.contains(nil) ? .anything : .hosts(hosts.compactMap { $0.map { .known($0) } })
    }

    private func host(of task: TaskID) async throws -> HostID? {
        if let host = ledger.read({ $0.own.tasks[task] }) { return host }
        return try await server.tasks(TaskQuery(activeOnly: false, ids: [task])).first?.hostID
    }

    private func touched(by id: ScheduledTaskID) async throws -> TouchedHosts {
        let schedule = try await server.get(id)
        if schedule.isGroupTask, let group = schedule.groupID {
            return .hosts(try await server.members(of: group).map { .known($0.id) })
        }
        return Self.touched([schedule.hostID])
    }

    /// Host that a row belongs to; a row without one is about no host.
    private func owner(_ className: String, _ number: Int, _ others: [HostID]) async throws -> TouchedHosts {
        var row = try await server.records(of: className).get(number)
        if row["hostID"] == nil, let job = row["jobID"]?.integer, className == SnapinTask.className {
            row = try await server.records(of: SnapinJob.className).get(job)
        }
        guard let value = row["hostID"] else { return others.isEmpty ? .none : .hosts(others.map { .known($0) }) }
        guard let host = Self.number(value).flatMap({ HostID($0) }) else { return .anything }
        return .hosts(([host] + others.filter { $0 != host }).map { .known($0) })
    }

    /// Number as either version writes it.
    private static func number(_ value: DataValue) -> Int? { value.integer ?? value.text.flatMap { Int($0) } }
}

// MARK: - Own work

/// What a run has begun on one server, so that it may call it off.
struct OwnWork {
    /// Hosts by task.
    var tasks: [TaskID: HostID] = [:]
    var jobs: Set<SnapinJobID> = []
    var sessions: Set<MulticastSessionID> = []
    var schedules: Set<ScheduledTaskID> = []

    /// Learns what an operation has begun.
    mutating func learn(_ operation: FogOperation, _ answer: Answer) {
        switch (operation, answer) {
        case (.tasks(.create(let host, _, _)), .created(let created)): learn(created, host)
        case (.tasks(.multicast), .multicast(let work)):
            sessions.formUnion(work.sessions.map(\.id))
            for result in work.hosts {
                if let created = result.created { learn(created, result.host) }
            }
        case (.tasks(.schedule), .rows(let rows)): schedules.formUnion(rows.of(ScheduledTask.self)?.map(\.id) ?? [])
        default: break
        }
    }

    private mutating func learn(_ created: CreatedTask, _ host: HostID) {
        switch created.work {
        case .task(let task): tasks[task.id] = host
        // The task that stands for the job may be an older one of somebody else's.
        case .snapins(let work): jobs.insert(work.job)
        case .nothing: break
        }
    }
}

extension Station {
    /// Whether the run itself has begun a piece of work; of a host's tasks, all of them.
    func isOwn(_ work: Demand.Work) async throws -> Bool {
        guard case .tasks(let host) = work else { return isKnownAsOwn(work) }
        let active = try await server.tasks(TaskQuery(hosts: [host]))
        return active.allSatisfy { isKnownAsOwn(.task($0.id)) }
    }

    /// Whether the run has begun a piece of work, as far as the server need not be asked.
    func isKnownAsOwn(_ work: Demand.Work?) -> Bool {
        ledger.read { record in
            switch work {
            case .task(let task): record.own.tasks[task] != nil
            case .snapinJob(let job): record.own.jobs.contains(job)
            case .session(let session): record.own.sessions.contains(session)
            case .schedule(let schedule): record.own.schedules.contains(schedule)
            case .tasks, nil: false
            }
        }
    }
}
