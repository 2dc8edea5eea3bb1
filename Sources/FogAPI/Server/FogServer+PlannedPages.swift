import FogModel
import Synchronization

extension FogServer {
    /// Reads rows by the pages of a plan, several at once.
    ///
    /// - Parameters:
    ///   - type: class of the rows.
    ///   - plan: numbers; those of no row are passed over, and those of rows that FOG hides.
    ///   - field: field in which the numbers stand.
    ///   - isActive: whether only what is under way is read.
    /// - Returns: rows in any order, each once.
    /// - Throws: `FogError` where the server breaks down over a single number, too.
    func rows<Owner: WireEntity>(
        of type: Owner.Type,
        by plan: PagePlan,
        field: String = "id",
        isActive: Bool = false
    ) async throws -> [Owner] {
        var plan = plan
        var found: [Owner] = []
        var seen: Set<Identifier<Owner>> = []
        try await withThrowingTaskGroup(of: PageOutcome<Owner>.self) { group in
            var running = 0
            while true {
                // No more requests than allowed are under way at once, see ``Limiter``; the rest are being read.
                while running < limits.concurrency + 2, let page = plan.next() {
                    group.addTask { try await self.page(of: Owner.self, page, field: field, isActive: isActive) }
                    running += 1
                }
                guard let outcome = try await group.next() else { return }
                running -= 1
                for row in try note(outcome, in: &plan) where seen.insert(row.id).inserted { found.append(row) }
                if found.count > Envelope.mostRows { throw endless(Owner.className) }
            }
        }
        return found
    }

    /// What came of one page.
    struct PageOutcome<Owner: WireEntity>: Sendable {
        let page: PagePlan.Page
        let result: Result<(rows: [Owner], time: Duration), FogError>
    }

    /// Reads one page.
    ///
    /// - Throws: what is no matter of the page's size.
    func page<Owner: WireEntity>(
        of type: Owner.Type,
        _ page: PagePlan.Page,
        field: String = "id",
        isActive: Bool = false
    ) async throws -> PageOutcome<Owner> {
        do {
            var rows: [Owner] = []
            let time = try await Self.measured(clock) {
                rows = try await self.rows(
                    Owner.self,
                    isActive: isActive,
                    filter: .anyOf(field, page.numbers),
                    attempts: page.isLate ? 1 : 2,
                    crashRepeats: 0
                )
            }
            return PageOutcome(page: page, result: .success((rows, time)))
        } catch let error as FogError where error.isTooMuch {
            return PageOutcome(page: page, result: .failure(error))
        }
    }

    /// Settles a page with the plan, and remembers what size the server bears.
    func note<Owner: WireEntity>(_ outcome: PageOutcome<Owner>, in plan: inout PagePlan) throws -> [Owner] {
        let rows: [Owner]
        switch outcome.result {
        case .success(let answer):
            plan.answered(outcome.page, rows: answer.rows.count, in: answer.time)
            rows = answer.rows
        case .failure(let error):
            guard plan.failed(outcome.page, isLate: error.code == .timeout) else { throw error }
            rows = []
        }
        if plan.isEndless { throw endless(Owner.className) }
        let size = plan.size
        known.withLock { $0.pageSizes[Owner.className] = size }
        return rows
    }

    /// How many rows of a class the server bears to be asked for at once.
    func pageSize<Owner: WireEntity>(of type: Owner.Type) -> PageSize {
        known.withLock { $0.pageSizes[Owner.className] } ?? PageSize(rows: limits.page, most: limits.page * 4)
    }

    /// Makes the error for a server that gives more rows than any has.
    func endless(_ className: String) -> FogError {
        FogError(
            .server,
            "\(address) gives \(className)s without end",
            hint: "no FOG has as many: see what answers at that address"
        )
    }

    private static func measured<Time: Clock<Duration>>(
        _ clock: Time,
        _ body: () async throws -> Void
    ) async rethrows -> Duration {
        let start = clock.now
        try await body()
        return start.duration(to: clock.now)
    }
}

extension FogError {
    /// Whether the server's PHP crashed over the request, as it does where an answer needs too much memory.
    var isCrash: Bool { code == .server && status == 500 && cause?.hasPrefix("<") ?? true }

    /// Whether a smaller answer may come where this did not.
    var isTooMuch: Bool { isCrash || code == .timeout }
}
