import FogModel
import FogOperations
import FogSession
import LuaKit
import ScriptAPI

/// One run of one script: its machine, its strands, and what it has asked.
///
/// Strands run one after the other in the order in which they became ready, each until it waits. So the same answers in
/// the same order give the same events.
final class ScriptRun: ScriptContext {
    /// What the run is for.
    enum Purpose {
        /// Find out what the script is; nothing may be asked.
        case description
        /// Run it.
        case execution(SessionSettings)
    }

    typealias Continuation = (Result<Answer, any Error>) throws -> Ask<LuaValue>

    let machine: LuaMachine
    let purpose: Purpose
    let source: ScriptSource
    /// What is still to be told to the host.
    var events: [SessionEvent] = []
    /// Whether an operation was asked for, so that a description can no longer follow.
    private(set) var hasAsked = false
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
    /// Failures of jobs that nobody has joined, by strand.
    var unjoined: [Int: LuaValue] = [:]

    /// Watches that no step takes too long; nil watches nothing.
    var budget: SessionStop?

    private var strands: [Int: Strand] = [:]
    private var strandCount = 0
    private var ready = Queue<Strand>()
    private var current: Strand?
    private var asked: [Int: (strand: Strand, next: Continuation)] = [:]
    private var operationCount = 0
    private var answersSeen = 0
    private(set) var isCancelled = false

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
    func suspend(for request: FogOperation, then next: @escaping Continuation) throws {
        guard let strand = current else {
            throw FogError(.invalidArgument, "\(request.name) cannot be asked for here", operation: request.name)
        }
        hasAsked = true
        if case .description = purpose {
            strand.state = .parked
            return
        }
        try ask(request, strand, next)
    }

    /// Sends an operation, unless the strand was called off.
    private func ask(_ operation: FogOperation, _ strand: Strand, _ next: @escaping Continuation) throws {
        if isCancelled || strand.isCancelled {
            strand.hasHeard = true
            throw FogError(.cancelled, "called off", operation: operation.name)
        }
        operationCount += 1
        asked[operationCount] = (strand, next)
        strand.state = .asking(operationCount)
        events.append(.operation(operationCount, operation))
    }

    /// Takes the answer to an operation; one that nobody waits for any more counts and is dropped.
    func answer(_ number: Int, _ result: SessionResult) {
        answersSeen += 1
        guard let (strand, next) = asked.removeValue(forKey: number) else { return }
        let answer: Result<Answer, any Error> =
            switch result {
            case .success(let answer): .success(answer)
            case .failure(let error): .failure(error)
            }
        do {
            switch try next(answer) {
            case .done(let value): wake(strand, with: .success([value]))
            case .ask(let operation, let next): try ask(operation, strand, next)
            }
        } catch {
            wake(strand, with: .failure(error))
        }
    }

    /// Calls the whole run off.
    func cancel() {
        isCancelled = true
        for strand in strands.values.sorted(by: { $0.number < $1.number }) { cancel(strand) }
    }

    private func wake(_ strand: Strand, with result: Result<[LuaValue], any Error>) {
        strand.state = .ready(result)
        ready.append(strand)
    }

    private func cancel(_ strand: Strand) {
        strand.isCancelled = true
        guard strand.isWaiting, !strand.hasHeard else { return }
        if case .asking(let number) = strand.state { asked[number] = nil }
        strand.hasHeard = true
        wake(strand, with: .failure(FogError(.cancelled, "called off")))
    }
}

// MARK: - What flow is made of

extension ScriptRun {
    /// Makes a strand that begins when the one that runs waits.
    @discardableResult
    func spawn(_ function: LuaReference, _ arguments: [LuaValue] = []) -> Strand {
        strandCount += 1
        let strand = Strand(strandCount, function, arguments)
        strand.isCancelled = isCancelled
        strands[strandCount] = strand
        ready.append(strand)
        return strand
    }

    /// Number of the strand that runs; 0 outside of any.
    var currentNumber: Int { current?.number ?? 0 }

    /// Parks the strand that runs until another one wakes it.
    ///
    /// - Returns: whether it has to wait; a strand that was woken meanwhile goes on at once.
    func park() throws -> Bool {
        guard let strand = current else { return false }
        if strand.isCancelled, !strand.hasHeard {
            strand.hasHeard = true
            throw FogError(.cancelled, "called off")
        }
        if strand.isWoken {
            strand.isWoken = false
            return false
        }
        strand.state = .parked
        return true
    }

    /// Wakes a strand that is parked, or lets the next park of one that is not go on at once.
    func wake(_ number: Int) {
        guard let strand = strands[number] else { return }
        if case .parked = strand.state {
            wake(strand, with: .success([]))
        } else {
            strand.isWoken = true
        }
    }

    /// Calls a strand off; nothing happens to one that has ended.
    func cancel(_ number: Int) {
        if let strand = strands[number] { cancel(strand) }
    }
}

// MARK: - Running

extension ScriptRun {
    /// Runs all strands until each waits or has ended.
    ///
    /// - Returns: whether the run is over; `outcome` says how then.
    func runUntilAllWait() -> Bool {
        while true {
            while let strand = ready.popFirst() {
                if let stop = step(strand) {
                    outcome = .failure(stop)
                    return true
                }
                if case .description = purpose, hasAsked || workflow != nil { return true }
            }
            if strands.isEmpty { return true }
            if !asked.isEmpty { return false }
            breakDeadlock()
        }
    }

    /// Tells the host that nothing goes on before another answer.
    func reportIdle() {
        events.append(.idle(answersSeen: answersSeen))
    }

    /// Runs one strand until it waits.
    ///
    /// - Returns: failure that ends the whole run at once: a limit, or a stop.
    private func step(_ strand: Strand) -> ScriptFailure? {
        current = strand
        defer {
            current = nil
            budget?.endStep()
        }
        switch advance(strand) {
        case .waiting:
            return nil
        case .preempted:
            strand.state = .preempted
            ready.append(strand)
            return nil
        case .finished(let values):
            end(strand, .success(values.first ?? .nil))
            return nil
        case .failed(let error):
            let failure = failure(of: error)
            if error.kind != .script && error.kind != .syntax && error.kind != .usage { return failure }
            end(strand, .failure(failure))
            return nil
        }
    }

    private func advance(_ strand: Strand) -> LuaStep {
        let state = strand.state
        strand.state = .running
        if case .preempted = state { budget?.resumeStep() } else { budget?.beginStep() }
        switch state {
        case .new(let function, let arguments):
            do {
                let coroutine = try machine.start(function, arguments, tables: .references)
                strand.coroutine = coroutine
                return machine.step(coroutine)
            } catch {
                return .failed(error)
            }
        case .ready(let result):
            guard let coroutine = strand.coroutine else { return .finished([]) }
            switch result {
            case .success(let values): return machine.resume(coroutine, returning: values)
            case .failure(let error): return machine.resume(coroutine, throwing: error)
            }
        case .preempted:
            guard let coroutine = strand.coroutine else { return .finished([]) }
            return machine.step(coroutine)
        case .running, .asking, .parked, .ended:
            preconditionFailure("strand \(strand.number) is not ready (bug)")
        }
    }

    private func end(_ strand: Strand, _ result: Result<LuaValue, ScriptFailure>) {
        strand.state = .ended
        strand.coroutine = nil
        strands[strand.number] = nil
        if strand.number == 1 {
            outcome = result
            if case .failure = result { cancelOthers() }
        } else if case .failure(let failure) = result, case .success? = outcome {
            outcome = .failure(failure)
        }
    }

    /// After the main strand has failed, nothing else is begun; what runs is told so.
    private func cancelOthers() {
        isCancelled = true
        for strand in strands.values.sorted(by: { $0.number < $1.number }) { cancel(strand) }
    }

    /// Tells the oldest of strands that all wait for each other that nobody will wake it.
    private func breakDeadlock() {
        guard let strand = strands.values.min(by: { $0.number < $1.number }) else { return }
        let error = LuaError(.script, "deadlock: everything that runs waits for something else that runs")
        wake(strand, with: .failure(error))
    }
}
