public import FogModel
import Synchronization

extension FogServer {
    /// Streams all hosts by pages: the next is asked for when the one before has been taken.
    ///
    /// - Returns: pages of at least one host each, in the server's order or by number; throws `FogError` on the way.
    public func hostPages() -> some AsyncSequence<[Host], any Error> & Sendable {
        pages(of: Host.self)
    }

    /// Reads hosts by the pages of a plan, several at once.
    ///
    /// - Parameter plan: numbers of rows; those of no host are passed over, and those of hosts that FOG hides.
    /// - Returns: hosts in any order, each once.
    /// - Throws: `FogError` where the server breaks down over a single host, too.
    func hosts(by plan: PagePlan) async throws -> [Host] {
        var plan = plan
        var found: [HostID: Host] = [:]
        try await withThrowingTaskGroup(of: PageOutcome.self) { group in
            var running = 0
            while true {
                while running < limits.concurrency, let page = plan.next() {
                    group.addTask { try await self.hostPage(page) }
                    running += 1
                }
                guard let outcome = try await group.next() else { return }
                running -= 1
                for host in try note(outcome, in: &plan) { found[host.id] = host }
            }
        }
        return Array(found.values)
    }

    /// What came of one page.
    struct PageOutcome: Sendable {
        let page: PagePlan.Page
        let result: Result<(hosts: [Host], time: Duration), FogError>
    }

    /// Reads one page.
    ///
    /// - Throws: what is no matter of the page's size.
    func hostPage(_ page: PagePlan.Page) async throws -> PageOutcome {
        do {
            var hosts: [Host] = []
            let time = try await Self.measured(clock) {
                hosts = try await rows(Host.self, filter: .anyOf("id", page.numbers), attempts: 2, crashRepeats: 0)
            }
            return PageOutcome(page: page, result: .success((hosts, time)))
        } catch let error as FogError where error.isTooMuch {
            return PageOutcome(page: page, result: .failure(error))
        }
    }

    /// Settles a page with the plan, and remembers what size the server bears.
    func note(_ outcome: PageOutcome, in plan: inout PagePlan) throws -> [Host] {
        let hosts: [Host]
        switch outcome.result {
        case .success(let answer):
            plan.answered(outcome.page, rows: answer.hosts.count, in: answer.time)
            hosts = answer.hosts
        case .failure(let error):
            guard plan.failed(outcome.page) else { throw error }
            hosts = []
        }
        let size = plan.size
        known.withLock { $0.hostPage = size }
        return hosts
    }

    /// How many hosts the server bears to be asked for at once.
    var hostPageSize: PagePlan.Size {
        known.withLock { $0.hostPage } ?? PagePlan.Size(rows: limits.page, most: limits.page * 4)
    }

    private static func measured<Time: Clock<Duration>>(
        _ clock: Time,
        _ body: () async throws -> Void
    ) async rethrows -> Duration {
        let start = clock.now
        try await body()
        return start.duration(to: clock.now)
    }

    // MARK: - Numbers

    /// Plans the reading of all hosts without a list of hosts.
    ///
    /// Origin: FOG 1.5.9.239, section 11: `/fog/macaddressassociation` answers with 10,000 hosts, too. A host without a
    /// MAC address is in no list of that version; for the sake of others, the numbers in between are asked for as well
    /// where they are not many more than the hosts, and those after the last.
    func planOfAllHosts() async throws -> PagePlan {
        let owners = try await associations("macaddressassociation", ["hostID"])
        let known = Set(owners.compactMap { $0["hostID"] }.filter { $0 > 0 })
        let last = known.max() ?? 0
        let gaps = last <= known.count * 2 + 1_000 ? (0..<last).map { $0 + 1 }.filter { !known.contains($0) } : []
        return PagePlan(known.sorted(), gaps: gaps, looksBeyond: true, size: hostPageSize)
    }
}

extension FogError {
    /// Whether the server's PHP crashed over the request, as it does where an answer needs too much memory.
    var isCrash: Bool { code == .server && status == 500 && cause == nil }

    /// Whether a smaller answer may come where this did not.
    var isTooMuch: Bool { isCrash || code == .timeout }
}
