import FogModel
import FogOperations
import FogSession
import FogTime
import LuaKit
import ScriptAPI

/// One run of one script: its machine, its strands, and what it has asked.
///
/// Strands run one after the other in the order in which they became ready, each until it waits. So the same answers in
/// the same order give the same events.
final class ScriptRun {
    /// What the run is for.
    enum Purpose {
        /// Find out what the script is; nothing may be asked.
        case description(ScriptLimits)
        /// Run it.
        case execution(SessionSettings)
        /// Keep a state for chunk after chunk.
        case prompt(SessionSettings)
    }

    typealias Continuation = (Result<Answer, any Error>) throws -> Ask<LuaValue>

    let machine: LuaMachine
    let purpose: Purpose
    let source: ScriptSource
    /// What is still to be told to the host.
    var events: [SessionEvent] = []
    /// Whether an operation was asked for, so that a description can no longer follow.
    private(set) var hasAsked = false
    /// Whether the script has called `workflow{}`.
    var hasDescribed = false
    /// How the main strand ended; nil while it runs.
    var outcome: Result<LuaValue, ScriptFailure>?
    /// Workflow that the script has returned; nil before that, and for a plain script.
    var workflow: WorkflowObject?
    /// Last fault of the workflow's description or parameters.
    var workflowFault: String?
    /// Loader of the standard library; nil until the machine is open.
    var loader: Loader?
    /// Lua's `tostring`.
    var toString: LuaReference?
    /// Failures of jobs that nobody has joined, by strand, and the job of the prompt that they are of.
    var unjoined: [Int: (raised: LuaValue, job: Int?)] = [:]
    /// Chunks of a state that lives on; nil in a run.
    var prompt: PromptState?

    /// Strands that tell the script of progress: they fail the run, not whoever waits.
    var reporters: Set<Int> = []
    /// First failure of one of them.
    var reportFailure: ScriptFailure?

    /// Functions that are to run at the end of the run, in the order in which they were given.
    var deferred: [LuaReference] = []
    private var artifacts = ArtifactBudget()
    /// What the run has used of its limits.
    var use = LimitUse()

    /// Watches that no step takes too long; nil watches nothing.
    var budget: SessionStop?

    /// Called with the script's place each time that it gives way, and so not more than once a second.
    var whenBusy: ((ScriptPlace?) -> Void)?

    /// Called while something computes in a state that lives on: takes events, gives the commands that have come.
    var exchange: (([SessionEvent]) -> [SessionCommand])?

    /// Where the script was seen last; nil before its first line.
    private(set) var place: ScriptPlace?

    /// Strands of the script.
    let strands = Strands()

    var asked: [Int: (strand: Strand, place: FogPlace, name: String, next: Continuation)] = [:]
    private var handles: [FogPlace: FogHandle] = [:]
    private var operationCount = 0
    var answersSeen = 0

    init(_ source: ScriptSource, _ purpose: Purpose, limits: LuaLimits) throws(LuaError) {
        self.source = source
        self.purpose = purpose
        machine = try LuaMachine(limits: limits)
    }

    deinit {
        machine.close()
    }
}

// MARK: - Asking and answering

extension ScriptRun {
    /// Gives the functions that work at a place.
    func handle(for place: FogPlace) -> FogHandle {
        if let handle = handles[place] { return handle }
        let handle = FogHandle(self, at: place)
        handles[place] = handle
        return handle
    }

    /// Functions of `fog` that were reached so far, with the names by which they are declared.
    func knownFunctions() -> [(name: String, function: LuaReference)] {
        handles.values.flatMap { $0.known }
    }

    /// Keeps an operation of the strand that runs; its coroutine is suspended right after.
    func suspend(for request: FogOperation, at place: FogPlace, then next: @escaping Continuation) throws {
        guard let strand = strands.current else {
            throw FogError(.invalidArgument, "\(request.name) cannot be asked for here", operation: request.name)
        }
        hasAsked = true
        if case .description = purpose {
            strand.state = .parked
            return
        }
        try ask(request, at: place, strand, next)
    }

    /// Sends an operation, unless the strand was called off.
    private func ask(
        _ operation: FogOperation,
        at place: FogPlace,
        _ strand: Strand,
        _ next: @escaping Continuation
    ) throws {
        if strand.isCancelled {
            strand.hasHeard = true
            throw FogError(.cancelled, "called off", operation: operation.name)
        }
        operationCount += 1
        asked[operationCount] = (strand, place, operation.name, next)
        strand.state = .asking(operationCount)
        events.append(
            .operation(
                FogCall(
                    number: operationCount,
                    server: place.server,
                    handle: place.handle,
                    place: line(of: strand, for: operation),
                    job: strand.job,
                    operation: operation
                )
            )
        )
    }

    /// Line on which a change is asked for, for people who read of it later; nil where nothing is changed.
    private func line(of strand: Strand, for operation: FogOperation) -> String? {
        guard operation.isChange, let coroutine = strand.coroutine, let found = machine.location(of: coroutine) else {
            return nil
        }
        return "\(found.source):\(found.line)"
    }

    /// Takes the answer to an operation; one that nobody waits for any more counts and is dropped.
    func answer(_ number: Int, _ result: SessionResult) {
        answersSeen += 1
        if number == use.alarm { return soundAlarm(result) }
        if let prompt, let job = prompt.alarms.removeValue(forKey: number) { return soundAlarm(result, of: job) }
        guard let (strand, place, _, next) = asked.removeValue(forKey: number) else { return }
        strands.job = strand.job
        defer { strands.job = nil }
        do {
            switch try next(result.answer) {
            case .done(let value): strands.resume(strand, with: .success([value]))
            case .ask(let operation, let next): try ask(operation, at: place, strand, next)
            }
        } catch {
            strands.resume(strand, with: .failure(error))
        }
    }

    /// Tells the host of a file.
    ///
    /// - Throws: `FogError` with `invalidArgument` for its name, with `limit` where all are too large together.
    func handOver(_ artifact: Artifact) throws(FogError) {
        if let fault = Artifact.fault(inName: artifact.name) { throw FogError(.invalidArgument, fault) }
        let isNew = !artifacts.holds(artifact.name)
        if isNew, artifacts.count >= limits[.artifacts] {
            throw FogError(.limit, ScriptLimit.artifacts.words(reached: limits[.artifacts]))
        }
        guard artifacts.take(artifact, atMost: limits[.artifactSize]) else {
            throw FogError(.limit, ScriptLimit.artifactSize.words(reached: limits[.artifactSize]))
        }
        // Only the last one counts, and what waits to be told must not grow beyond the budget.
        if !isNew { events.removeAll { if case .artifact(let old) = $0 { old.name == artifact.name } else { false } } }
        events.append(.artifact(artifact))
    }

    /// Asks for an answer after some seconds, beside all strands.
    ///
    /// - Returns: number of the operation.
    func ring(after seconds: Int, job: Int? = nil) -> Int {
        operationCount += 1
        let sleep = FogOperation.session(.sleep(Double(seconds)))
        events.append(.operation(FogCall(number: operationCount, server: nil, job: job, operation: sleep)))
        return operationCount
    }

    /// Calls the whole run off.
    func cancel() {
        for number in strands.cancelAll() { asked[number] = nil }
    }

    /// Calls one strand off; nothing happens to one that has ended.
    func cancel(_ number: Int) {
        if let dropped = strands.cancel(number) { asked[dropped] = nil }
    }

    /// Tells the host that nothing goes on before another answer.
    func reportIdle() {
        events.append(.idle(answersSeen: answersSeen))
    }
}

extension SessionResult {
    fileprivate var answer: Result<Answer, any Error> {
        switch self {
        case .success(let answer): .success(answer)
        case .failure(let error): .failure(error)
        }
    }
}

// MARK: - Running

extension ScriptRun {
    /// Runs all strands until each waits or has ended.
    ///
    /// - Returns: whether the run is over; `outcome` says how then.
    func runUntilAllWait() -> Bool {
        use.begin()
        defer { use.count() }
        while true {
            if let failure = use.failure ?? overrun() {
                outcome = .failure(failure)
                return true
            }
            while let strand = strands.next() {
                if let stop = step(strand) {
                    outcome = .failure(stop)
                    return true
                }
                if case .description = purpose, hasAsked || workflow != nil { return true }
            }
            if strands.isEmpty {
                guard let last = deferred.popLast() else { return true }
                strands.spawnShielded(last)
                continue
            }
            if !asked.isEmpty { return false }
            strands.breakDeadlock()
        }
    }

    /// Runs one strand until it waits.
    ///
    /// - Returns: failure that ends the whole run at once: a limit, or a stop.
    func step(_ strand: Strand) -> ScriptFailure? {
        strands.current = strand
        strands.job = strand.job
        let work = strand.job.flatMap { prompt?.works[$0] }
        if let work { use = work.use }
        // Each chunk at a prompt has limits of its own.
        if prompt != nil { use.begin() }
        let step = advance(strand)
        if prompt != nil || !step.isShort { use.count() }
        defer {
            strands.current = nil
            strands.job = nil
            budget?.endStep()
            if let work { work.use = use }
        }
        if let failure = overrun() { return failure }
        switch step {
        case .waiting:
            if whenBusy != nil { notePlace(of: strand) }
            return nil
        case .preempted:
            strands.giveWay(strand)
            if let whenBusy {
                notePlace(of: strand)
                whenBusy(place)
            }
            return nil
        case .finished(let values):
            end(strand, .success(values))
            return nil
        case .failed(let error):
            let failure = failure(of: error)
            if let work, strand.number == work.main { work.raised = error.value ?? LuaValue(error.message) }
            if use.failure != nil || error.kind.isStop { return failure }
            end(strand, .failure(failure))
            return nil
        }
    }

    /// Notes on which line a strand stands.
    private func notePlace(of strand: Strand) {
        guard let coroutine = strand.coroutine, let found = machine.location(of: coroutine) else { return }
        place = ScriptPlace(source: found.source, line: found.line)
    }

    private func advance(_ strand: Strand) -> LuaStep {
        let state = strand.state
        strand.state = .running
        if case .preempted = state { budget?.resumeStep() } else { budget?.beginStep() }
        do {
            let coroutine = try coroutine(of: strand, state)
            switch state {
            case .ready(.success(let values)): return machine.resume(coroutine, returning: values)
            case .ready(.failure(let error)): return machine.resume(coroutine, throwing: error)
            default: return machine.step(coroutine)
            }
        } catch {
            return .failed(error)
        }
    }

    private func coroutine(of strand: Strand, _ state: Strand.State) throws(LuaError) -> LuaCoroutine {
        if let coroutine = strand.coroutine { return coroutine }
        guard case .new(let function, let arguments) = state else {
            preconditionFailure("strand \(strand.number) runs without having been started (bug)")
        }
        let coroutine = try machine.start(function, arguments, tables: .references)
        strand.coroutine = coroutine
        return coroutine
    }

    /// Notes the end of a strand; that of the main one with an error calls off what still runs.
    func end(_ strand: Strand, _ result: Result<[LuaValue], ScriptFailure>) {
        strands.remove(strand)
        if prompt != nil { return endAtPrompt(strand, result) }
        if strand.number == Strands.main {
            outcome = result.map { $0.first ?? .nil }
            if case .failure = result { cancel() }
        } else if reporters.remove(strand.number) != nil {
            guard case .failure(let failure) = result, reportFailure == nil else { return }
            events.append(.output(SessionOutput(.error, "on_progress failed: \(failure.message)")))
            reportFailure = failure
        } else if case .failure(let failure) = result {
            if strand.isShielded {
                events.append(.output(SessionOutput(.error, "clean-up failed: \(failure.message)")))
            }
            if case .success? = outcome { outcome = .failure(failure) }
        }
    }
}

extension LuaStep {
    /// Whether it took less than the watch leaves to a step, so that its time can be counted with that of others: asking
    /// for the time takes longer than most steps.
    fileprivate var isShort: Bool {
        switch self {
        case .waiting, .finished: true
        case .preempted, .failed: false
        }
    }
}
