import FogAPI
import FogModel
import FogOperations
import FogTime

/// What has been decided on an operation.
struct PermissionDecision {
    /// Things that were asked for, as grants write them.
    var verbs: [String] = []
    /// Hosts that would be changed, as far as anybody had to know them.
    var hosts: [HostSubject] = []
    /// Why it was refused; nil where it was granted.
    var refusal: FogError?
}

/// An operation is not permitted.
struct PermissionRefused: Error {
    var error: FogError
}

extension Station {
    /// Decides whether an operation may be performed.
    ///
    /// - Returns: what was decided; a refusal is in it.
    /// - Throws: `FogError` of a server that does not tell whom an operation touches; `CancellationError`.
    func decide(_ operation: FogOperation, handle: Int?) async throws -> PermissionDecision {
        var decision = PermissionDecision()
        do {
            let layers = try permissions.layers(of: handle)
            var changed: Set<HostSubject> = []
            for demand in operation.demands {
                let verb = try await canonical(demand.verb)
                // To call off its own work a run needs no leave.
                if !isKnownAsOwn(demand.work) { permissions.note(verb) }
                decision.verbs.append(verb.description)
                let (touched, isChanged) = try await hosts(of: demand, layers)
                if case .hosts(let hosts) = touched {
                    decision.hosts += hosts.filter { !decision.hosts.contains($0) }
                    if isChanged { changed.formUnion(hosts) }
                }
                try await judge(verb, demand, touched, layers)
            }
            try take(changed, layers)
        } catch let refused as PermissionRefused {
            decision.refusal = refused.error
        }
        return decision
    }

    /// Sees that each layer permits it.
    private func judge(
        _ verb: PermissionVerb,
        _ demand: Demand,
        _ touched: TouchedHosts,
        _ layers: [RunPermissions.Numbered],
        mayAsk: Bool = true
    ) async throws {
        for (_, layer) in layers {
            let set = try await canonical(layer.set)
            if verb.isChange {
                try await selections.check(layer.given, at: Int(clock.secondsSince1970))
                try await selections.find(set.selectors, at: Int(clock.secondsSince1970))
            }
            guard let refusal = set.refusal(of: verb, on: touched, selections.isOne) else { continue }
            await learnName(of: refusal.host)
            let denial = PermissionDenial(verb: verb, refusal: refusal, layer: layer, name: name(of:))
            guard case .missing(let host) = refusal else { throw PermissionRefused(error: denial.error) }
            if let work = demand.work, try await isOwn(work) { continue }
            guard layer.origin == .run, mayAsk, let ask = permissions.ask else {
                throw PermissionRefused(error: denial.error)
            }
            let count: Int? = if case .hosts(let hosts) = touched { hosts.count } else { nil }
            let given = try await ask(PermissionQuestion(verb: verb, host: host.map(name(of:)), hostCount: count))
            guard given.contains(where: { $0.hosts == nil && $0.grants(verb) }) else {
                throw PermissionRefused(error: denial.error)
            }
            permissions.grant(given)
        }
    }

    /// Counts the hosts and keeps them for this run.
    private func take(_ hosts: Set<HostSubject>, _ layers: [RunPermissions.Numbered]) throws {
        if hosts.isEmpty { return }
        if let (layer, count) = permissions.count(Set(hosts.map { .init(server: name, host: $0) }), in: layers) {
            throw PermissionRefused(error: PermissionDenial.tooMany(layer, count))
        }
        let ids = hosts.compactMap { if case .known(let id) = $0 { id } else { nil } }
        do {
            try permissions.keep?(server.address, ids.sorted())
        } catch let error as FogError where error.code == .conflict {
            throw PermissionRefused(error: error)
        }
    }

    /// Learns the name of a host for whoever reads of it; where that fails its number has to do.
    private func learnName(of host: HostSubject?) async {
        guard case .known(let id)? = host, ledger.read({ $0.name(of: id) }) == nil else { return }
        guard let hosts = try? await server.hosts([id]) else { return }
        ledger.note { $0.learn(from: .rows(hosts)) }
    }

    /// Says how people call a host.
    func name(of host: HostSubject) -> String {
        switch host {
        case .known(let id): ledger.read { $0.name(of: id) } ?? "host \(id)"
        case .new(let name): name
        }
    }
}

extension PermissionSet.Refusal {
    /// Host on account of which it is not permitted; nil where there is none.
    fileprivate var host: HostSubject? {
        switch self {
        case .missing(let host), .outside(let host): host
        case .denied: nil
        }
    }
}

// MARK: - Asking without doing

extension Station {
    /// Asks the operator at once for what is about to be done to several hosts; nothing where nobody can be asked: then
    /// each host is judged by itself.
    func announce(_ grant: Grant, _ hosts: [HostID], _ handle: Int?) async throws -> Answer {
        guard permissions.ask != nil, case .verb(let verb) = grant.scope else { return .done }
        do {
            let touched = TouchedHosts.hosts(hosts.map { .known($0) })
            try await judge(verb, Demand(verb: verb, subjects: .none), touched, permissions.layers(of: handle))
            return .done
        } catch let refused as PermissionRefused {
            throw refused.error
        }
    }

    /// Says whether a thing would be granted, but for the number of hosts.
    func permitted(_ grant: Grant, _ host: HostID?, _ handle: Int?) async throws -> Answer {
        guard case .verb(let asked) = grant.scope, grant.hosts == nil else {
            throw FogError(
                .invalidArgument,
                "\"\(grant)\" is more than one thing",
                hint: "ask for one, as in task:deploy, and give a host beside it"
            )
        }
        let verb = try await canonical(asked)
        let touched: TouchedHosts = host.map { .hosts([.known($0)]) } ?? .none
        do {
            let demand = Demand(verb: verb, subjects: .none)
            try await judge(verb, demand, touched, permissions.layers(of: handle), mayAsk: false)
            return .permission(refusal: nil)
        } catch let refused as PermissionRefused {
            return .permission(refusal: refused.error.message)
        }
    }
}

// MARK: - Task types

extension Station {
    /// Gives a task type the name that grants know it by; FOG's own types have one whatever number they have here.
    private func canonical(_ verb: PermissionVerb) async throws -> PermissionVerb {
        guard case .task(.id(let id)) = verb else { return verb }
        let row = try await server.taskType(.id(id)).name.lowercased()
        let name = TaskTypeName.allCases.first { $0.serverName.lowercased() == row }
        return name.map { .task(.name($0)) } ?? verb
    }

    /// Gives task types in grants their names.
    private func canonical(_ set: PermissionSet) async throws -> PermissionSet {
        guard (set.deny + (set.allow ?? [])).contains(where: \.namesNumber) else { return set }
        var set = set
        for place in set.deny.indices { set.deny[place] = try await canonical(set.deny[place]) }
        for (place, grant) in (set.allow ?? []).enumerated() { set.allow?[place] = try await canonical(grant) }
        return set
    }

    private func canonical(_ grant: Grant) async throws -> Grant {
        guard case .verb(let verb) = grant.scope else { return grant }
        do {
            return Grant(try await canonical(verb), hosts: grant.hosts)
        } catch let error as FogError where error.code == .refused {
            // The server has no type of that number, so nothing can be asked under it.
            return grant
        }
    }
}

extension Grant {
    /// Whether it names a task type by its number.
    fileprivate var namesNumber: Bool { if case .verb(.task(.id)) = scope { true } else { false } }
}
