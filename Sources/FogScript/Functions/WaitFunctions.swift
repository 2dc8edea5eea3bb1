import FogModel
import FogOperations
import ScriptAPI

/// Functions that wait, and that say why something waits.
enum WaitFunctions {
    static let all: [FogFunction] = [wait, waitForTask, waitForSnapins, waitForMulticast, why]

    private static let details =
        "A host that fails is no error: its verdict says so. on_progress runs beside the wait, as a job of its own."

    private static let verdict = Parameter<Verdicts>(
        result: "verdict",
        "verdict; a list in the order of what was waited for where a list was given"
    )

    static let wait = FogFunction(
        "fog.wait",
        "Waits until tasks have ended, and says how.",
        Parameter<OneOrMany<WaitArgument>>("task", "task or snapins to wait for, or a list of them"),
        Parameter<WaitOptionTable?>("options", "how long to wait for what"),
        details: details,
        returns: verdict,
        operation: "wait",
        errors: ["unavailable"],
        example: "local task = fog.host(\"pc-001\"):task(\"deploy\", { wake = true })\nprint(fog.wait(task))"
    ) { fog, tasks, options in
        try verdicts(of: tasks.all.map { try $0.target(on: fog) }, options, fog).map {
            Verdicts($0, isList: tasks.isList)
        }
    }

    static let waitForTask = FogFunction(
        "fog.task_wait",
        method: "Task:wait",
        "Waits until a task has ended, and says how.",
        Parameter<TaskArgument>("task", "task to wait for"),
        Parameter<WaitOptionTable?>("options", "how long to wait for what"),
        details: details,
        returns: Parameter<VerdictObject>(result: "verdict", "how it ended"),
        operation: "wait",
        errors: ["unavailable"],
        example: "local task = fog.host(\"pc-001\"):task(\"deploy\", { wake = true })\nprint(task:wait())"
    ) { fog, task, options in
        try verdicts(of: [.task(try task.id(on: fog))], options, fog).map { VerdictObject($0[0]) }
    }

    static let waitForSnapins = FogFunction(
        "fog.snapins_wait",
        method: "SnapinWork:wait",
        "Waits until the snapins of a host have ended, and says what each returned.",
        Parameter<WaitArgument>("work", "snapins to wait for"),
        Parameter<WaitOptionTable?>("options", "how long to wait for what"),
        details: details,
        returns: Parameter<VerdictObject>(result: "verdict", "how they ended"),
        operation: "wait",
        errors: ["unavailable"],
        example: "local work = fog.task(\"pc-001\", \"all_snapins\")\nprint(work:wait({ never_checked_in = \"20m\" }))"
    ) { fog, work, options in
        try verdicts(of: [try work.target(on: fog)], options, fog).map { VerdictObject($0[0]) }
    }

    static let waitForMulticast = FogFunction(
        "fog.multicast_wait",
        method: "Multicast:wait",
        "Waits until every host of a multicast session has ended, and says how.",
        Parameter<MulticastArgument>("multicast", "what fog.multicast gave"),
        Parameter<WaitOptionTable?>("options", "how long to wait for what"),
        details: details,
        returns: Parameter<[VerdictObject]>(result: "verdicts", "verdicts in the order of its tasks"),
        operation: "wait",
        errors: ["unavailable"],
        example:
            "local multicast = fog.multicast({ \"pc-001\", \"pc-002\" }, { wake = true })\nprint(#multicast:wait())"
    ) { fog, multicast, options in
        let targets = multicast.object.tasks.map { WaitTarget.task($0.id) }
        return try verdicts(of: targets, options, fog).map { $0.map { VerdictObject($0) } }
    }

    static let why = FogFunction(
        "fog.why",
        method: "Host:why",
        "Says why a host is where it is: what it waits for, and its place in the queue.",
        Parameter<RowArgument<Host>>("host", "host to ask about"),
        returns: Parameter<ReasonObject>(result: "reason", "the reason; prints as a sentence"),
        operation: "explain",
        errors: ["not_found"],
        example: "print(fog.host(\"pc-001\"):why())"
    ) { fog, host in
        try Lookup.id(host, fog).then { id in
            let operation = FogOperation.tasks(.explain(id))
            return try Asking.answer(to: operation).map { answer in
                guard case .reason(let reason) = answer else { throw Asking.mismatch(operation) }
                return ReasonObject(reason)
            }
        }
    }

    /// Waits, and tells the script of progress where it wants to hear of it.
    private static func verdicts(
        of targets: [WaitTarget],
        _ table: WaitOptionTable?,
        _ fog: FogHandle
    ) throws -> Ask<[Verdict]> {
        let table = table ?? WaitOptionTable()
        var found: [WaitTarget: Verdict] = [:]
        let start = WaitClock()
        func go(_ open: [WaitTarget], _ options: WaitOptions) throws -> Ask<[Verdict]> {
            let operation = FogOperation.tasks(.wait(open, options))
            return try Asking.answer(to: operation).then { answer in
                guard case .verdicts(let verdicts, let progress) = answer else { throw Asking.mismatch(operation) }
                for verdict in verdicts { found[verdict.target] = verdict }
                if let callback = table.onProgress {
                    for news in progress {
                        let strand = fog.run.strands.spawn(callback.reference, [ProgressObject(news).luaValue()])
                        fog.run.reporters.insert(strand.number)
                    }
                }
                let rest = open.filter { found[$0] == nil }
                guard !rest.isEmpty else { return .done(targets.compactMap { found[$0] }) }
                guard !progress.isEmpty else { throw Asking.mismatch(operation) }
                return try start.elapsed { seconds in
                    var options = options
                    options.waited = seconds
                    return try go(rest, options)
                }
            }
        }
        guard table.onProgress != nil else { return try go(targets, table.waitOptions) }
        return try start.begin { try go(targets, table.waitOptions) }
    }
}

/// Measures a wait by the session's clock, which has to be asked.
private final class WaitClock {
    private var start = 0.0

    func begin<Value>(_ next: @escaping () throws -> Ask<Value>) throws -> Ask<Value> {
        try now().then { now in
            self.start = now
            return try next()
        }
    }

    func elapsed<Value>(_ next: @escaping (Double) throws -> Ask<Value>) throws -> Ask<Value> {
        try now().then { now in try next(max(0, now - self.start)) }
    }

    private func now() throws -> Ask<Double> {
        try Asking.answer(to: .session(.now)).map { answer in
            guard case .time(let seconds) = answer else { throw Asking.mismatch(.session(.now)) }
            return seconds
        }
    }
}
