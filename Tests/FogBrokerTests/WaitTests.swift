import FogBroker
import FogModel
import FogOperations
import FogSim
import FogTime
import Testing

@Suite struct WaitTests {
    /// A deploy of pc-001, what happens to it, and how the wait for it ends.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout FogSim.Configuration) -> Void
        var options = WaitOptions()
        let outcome: Verdict.Outcome
        let evidence: String
        let seconds: ClosedRange<Int>
    }

    static let cases: [Case] = [
        Case(testDescription: "well", change: { _ in }, outcome: .done, evidence: "complete", seconds: 200...500),
        Case(
            testDescription: "never boots",
            change: { $0.behaviours["pc-001"] = .neverBoots },
            outcome: .neverCheckedIn,
            evidence: "not seen since the task was created 15 minutes ago",
            seconds: 900...960
        ),
        Case(
            testDescription: "hangs",
            change: { $0.behaviours["pc-001"] = .stalls(at: 42) },
            outcome: .stalled,
            evidence: "no progress since [34][0-9] % for 10 minutes",
            seconds: 650...1_000
        ),
        Case(
            testDescription: "loses power",
            change: { $0.behaviours["pc-001"] = .powersOff(at: 10) },
            options: WaitOptions(stalled: 120),
            outcome: .stalled,
            evidence: "no progress since [0-9]+ % for 2 minutes",
            seconds: 120...400
        ),
        Case(
            testDescription: "cancelled on the web page",
            change: { $0.cancellations = [.init(host: "pc-001", at: .seconds(30))] },
            outcome: .cancelled,
            evidence: "cancelled by somebody else at 0 %",
            seconds: 30...40
        ),
        Case(
            testDescription: "takes longer than the caller waits",
            change: { _ in },
            options: WaitOptions(timeout: 33),
            outcome: .timedOut,
            evidence: "queued after 33 seconds",
            seconds: 33...33
        ),
        Case(
            testDescription: "server away for 5 minutes",
            change: { $0.outages = [.seconds(95)..<Duration.seconds(395)] },
            outcome: .done,
            evidence: "complete",
            seconds: 390...800
        ),
    ]

    @Test(arguments: cases)
    func `Says how a deploy ended`(row: Case) async throws {
        let stage = Stage(row.change)

        let verdict = try await stage.play { stage in
            let task = try await stage.deploy(1)
            return try #require(try await stage.wait([task], row.options).first)
        }

        #expect(verdict.outcome == row.outcome, "\(verdict)")
        #expect(verdict.evidence.wholeMatch(of: try Regex(row.evidence)) != nil, "\(verdict.evidence)")
        #expect(row.seconds.contains(verdict.seconds), "\(verdict.seconds)")
        #expect(verdict.hostname == "pc-001")
        #expect(stage.broker.outcome.hasFailures == (row.outcome != .done))
        let isStillActive = [.neverCheckedIn, .stalled, .timedOut].contains(row.outcome)
        #expect(stage.broker.activeTasks.isEmpty == !isStillActive)
    }

    @Test func `Waits ten minutes for a server that is away, not eleven`() async throws {
        let stage = Stage { $0.outages = [.seconds(95)..<Duration.seconds(95 + 660)] }

        let error = try await stage.play { stage in
            let task = try await stage.deploy(1)
            return await #expect(throws: FogError.self) { try await stage.wait([task]) }
        }

        #expect(error?.code == .unavailable)
        #expect(error?.operation == "wait")
        #expect((695...712).contains(stage.clock.now.elapsed / .seconds(1)))
        #expect(stage.broker.activeTasks.map(\.description) == ["deploy on pc-001 (task 1)"])
        #expect(stage.broker.outcome.failed.map(\.hostname) == ["pc-001"])
        let away = stage.news.count { if case .serverUnavailable = $0 { true } else { false } }
        #expect(away == 1)
    }

    @Test func `Looks once a tick however many wait`() async throws {
        let stage = Stage(hosts: 150)

        let verdicts = try await stage.play { stage in
            var tasks: [TaskID] = []
            for host in 1...100 { tasks.append(try await stage.deploy(host)) }
            return try await withThrowingTaskGroup(of: [Verdict].self) { group in
                for task in tasks { group.addTask { try await stage.wait([task]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
        }

        #expect(verdicts.count == 100)
        #expect(verdicts.allSatisfy { $0.outcome == .done })
        let ticks = Int(stage.clock.now.elapsed / .seconds(10))
        #expect(
            (ticks - 1...ticks + 2).contains(stage.transport.looks),
            "\(stage.transport.looks) looks in \(ticks) ticks"
        )
        #expect(stage.broker.outcome.done.count == 100)
    }

    @Test func `Gives both who wait for one task their verdict`() async throws {
        let stage = Stage()

        let (one, other) = try await stage.play { stage in
            let task = try await stage.deploy(1)
            async let one = stage.wait([task])
            async let other = stage.wait([task], WaitOptions(interval: 3))
            return try await (one, other)
        }

        #expect(one.map(\.outcome) == [.done])
        #expect(other.map(\.outcome) == [.done])
    }

    @Test func `Looks sooner when somebody comes who cannot wait as long`() async throws {
        let stage = Stage()

        let verdict = try await stage.play { stage in
            let task = try await stage.deploy(1)
            return try await withThrowingTaskGroup(of: [Verdict].self) { group in
                group.addTask { try await stage.wait([task], WaitOptions(interval: 3_600)) }
                try await stage.clock.sleep(for: .seconds(20))
                group.addTask { try await stage.wait([task], WaitOptions(timeout: 15)) }
                let first = try await group.next()
                group.cancelAll()
                return try #require(first?.first)
            }
        }

        #expect(verdict.outcome == .timedOut)
        #expect(stage.clock.now.elapsed == .seconds(35))
    }

    @Test func `Does not call a host stalled that waits for a slot`() async throws {
        let stage = Stage { configuration in
            configuration.slots = 1
            configuration.rates.imaging = .seconds(1_500)
        }

        let verdicts = try await stage.play { stage in
            let tasks = [try await stage.deploy(1), try await stage.deploy(2), try await stage.deploy(3)]
            return try await stage.wait(tasks)
        }

        #expect(verdicts.map(\.outcome) == [.done, .done, .done])
        let queue = stage.news.contains {
            if case .taskProgress(let progress) = $0 { progress.queue == 2 } else { false }
        }
        #expect(queue)
    }

    @Test func `Gives an ended task's verdict at once, and says when there is none`() async throws {
        let stage = Stage()

        let (again, none) = try await stage.play { stage in
            let task = try await stage.deploy(1)
            _ = try await stage.wait([task])
            let now = stage.clock.now
            let again = try await stage.wait([task])
            #expect(now.duration(to: stage.clock.now) <= .seconds(10))
            return (again, try await stage.wait([id(4_711)]))
        }

        #expect(again.map(\.outcome) == [.done])
        #expect(none.map(\.evidence) == ["the server has no task 4711"])
    }

    @Test func `Gives nothing for no tasks, without a request`() async throws {
        let stage = Stage()

        #expect(try await stage.play { try await $0.wait([]) } == [])
        #expect(stage.transport.sent.isEmpty)
    }
}
