import FogBroker
import FogModel
import Testing

@Suite struct TaskWatchTests {
    /// A task that was last seen like this, and the verdict after a time.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var stateID: Int
        var percent = 0
        var isOwn = true
        /// Seconds since the task was last seen to move.
        var idle: Int
        /// Seconds since the queue moved.
        var queueIdle = 10_000
        var reportsProgress = true
        var waited = 0
        var options = WaitOptions()
        let outcome: Verdict.Outcome?
        var evidence = ""
    }

    static let cases: [Case] = [
        Case(testDescription: "queued a while", stateID: 1, idle: 899, outcome: nil),
        Case(
            testDescription: "queued too long",
            stateID: 1,
            idle: 900,
            outcome: .neverCheckedIn,
            evidence: "not seen since the task was created 15 minutes ago"
        ),
        Case(
            testDescription: "queued too long, somebody else's",
            stateID: 1,
            isOwn: false,
            idle: 3_900,
            outcome: .neverCheckedIn,
            evidence: "not seen since the wait for it began 1 hour 5 minutes ago"
        ),
        Case(testDescription: "in the queue, which moves", stateID: 2, idle: 10_000, queueIdle: 599, outcome: nil),
        Case(testDescription: "in the queue, checking in", stateID: 2, idle: 5, outcome: nil),
        Case(
            testDescription: "in the queue, which does not move",
            stateID: 2,
            idle: 10_000,
            queueIdle: 600,
            outcome: .stalled,
            evidence: "in the queue, in which nothing has moved for 10 minutes"
        ),
        Case(testDescription: "imaging", stateID: 3, percent: 42, idle: 599, queueIdle: 0, outcome: nil),
        Case(
            testDescription: "imaging without progress",
            stateID: 3,
            percent: 42,
            idle: 600,
            queueIdle: 0,
            outcome: .stalled,
            evidence: "no progress since 42 % for 10 minutes"
        ),
        Case(testDescription: "a wipe", stateID: 3, idle: 10_000, reportsProgress: false, outcome: nil),
        Case(testDescription: "snapins", stateID: 2, idle: 10_000, reportsProgress: false, outcome: nil),
        Case(
            testDescription: "a wipe beyond the caller's time",
            stateID: 3,
            idle: 10_000,
            reportsProgress: false,
            waited: 7_200,
            options: WaitOptions(timeout: 7_200),
            outcome: .timedOut,
            evidence: "in progress at 0 % after 2 hours"
        ),
        Case(
            testDescription: "queued beyond the caller's time",
            stateID: 1,
            idle: 60,
            waited: 60,
            options: WaitOptions(timeout: 60),
            outcome: .timedOut,
            evidence: "queued after 60 seconds"
        ),
        Case(testDescription: "complete", stateID: 4, idle: 10_000, outcome: .done, evidence: "complete"),
        Case(
            testDescription: "cancelled",
            stateID: 5,
            percent: 7,
            idle: 0,
            outcome: .cancelled,
            evidence: "cancelled by somebody else at 7 %"
        ),
        Case(
            testDescription: "failed",
            stateID: 6,
            percent: 7,
            idle: 0,
            outcome: .failed,
            evidence: "the host reported a failure at 7 %"
        ),
        Case(testDescription: "state of a plug-in", stateID: 9, idle: 10_000, outcome: nil),
        Case(
            testDescription: "limits that nobody can reach",
            stateID: 3,
            idle: 10_000,
            options: WaitOptions(neverCheckedIn: .max, stalled: .max, timeout: .max),
            outcome: nil
        ),
        Case(
            testDescription: "limits below zero",
            stateID: 3,
            idle: 0,
            options: WaitOptions(stalled: .min),
            outcome: .stalled,
            evidence: "no progress since 0 % for 0 seconds"
        ),
    ]

    @Test(arguments: cases)
    func `Judges a task by what was seen of it`(row: Case) {
        var task = FogTask(id: id(7))
        task.stateID = row.stateID
        task.percent = row.percent
        var watch = TaskWatch(task.id, isOwn: row.isOwn, at: .zero)
        _ = watch.see(task, at: .zero)

        let now = Duration.seconds(row.idle)
        let setting = TaskWatch.Setting(
            time: now,
            queueMoved: now - .seconds(row.queueIdle),
            reportsProgress: row.reportsProgress,
            waited: .seconds(row.waited)
        )
        let verdict = watch.verdict(row.options, setting)

        #expect(verdict?.outcome == row.outcome)
        #expect(verdict?.evidence ?? "" == row.evidence)
    }

    @Test(
        arguments: [
            "stateID": { $0.stateID = 2 }, "percent": { $0.percent = 1 }, "data": { $0.dataCopied = "1.7 GiB" },
            "check-in": { $0.checkInTime = 5 },
        ] as [String: @Sendable (inout FogTask) -> Void]
    )
    func `Takes a change for a sign of life`(name: String, change: @Sendable (inout FogTask) -> Void) {
        var task = FogTask(id: id(7))
        task.stateID = 1
        var watch = TaskWatch(task.id, isOwn: true, seen: task, at: .zero)

        change(&task)

        let hasMoved = watch.see(task, at: .seconds(700))

        #expect(hasMoved, "\(name)")
        #expect(watch.lastMoved == .seconds(700))
    }

    @Test func `Does not take words of the client for a sign of life`() {
        var task = FogTask(id: id(7))
        task.stateID = 3
        var watch = TaskWatch(task.id, isOwn: true, seen: task, at: .zero)

        task.timeElapsed = "00:10:00"
        task.bpm = "0.00B/min"

        let hasMoved = watch.see(task, at: .seconds(700))

        #expect(!hasMoved)
    }

    @Test func `Says who cancelled, and that a task is gone`() {
        var task = FogTask(id: id(7))
        var cancelled = TaskWatch(task.id, isOwn: true, seen: task, at: .zero)
        var gone = cancelled
        var unknown = TaskWatch(task.id, isOwn: false, at: .zero)
        let setting = TaskWatch.Setting(time: .zero, queueMoved: .zero, reportsProgress: true, waited: .zero)

        cancelled.noteCancelled()
        task.stateID = 5
        _ = cancelled.see(task, at: .zero)
        gone.seeNothing()
        unknown.seeNothing()

        #expect(cancelled.verdict(WaitOptions(), setting)?.evidence == "cancelled by this run at 0 %")
        #expect(gone.verdict(WaitOptions(), setting)?.evidence == "the server has no task 7 any more")
        #expect(unknown.verdict(WaitOptions(), setting)?.evidence == "the server has no task 7")
        #expect(unknown.verdict(WaitOptions(), setting)?.outcome == .cancelled)
    }
}
