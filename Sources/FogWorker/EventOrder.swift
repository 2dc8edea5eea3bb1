import FogOperations
package import FogSession

/// Knows which messages of a worker make sense at which point, from what it was told.
///
/// A worker may be anybody: what a session would never say ends it.
package struct EventOrder {
    private enum Work {
        case none
        case describing
        case running
        case prompting
    }

    /// Most operations that may wait for their answers.
    static let mostOperations = 1 << 17
    /// Most bytes that a worker may say between two commands.
    static let mostBytes = 256 << 20

    private var work = Work.none
    private var hasGreeted = false
    private var operations = 0
    private var answersSent = 0
    private var answersSeen = 0
    private var bytes = 0
    private var prompt = PromptOrder()
    /// Makes the order of a worker that was told nothing.
    package init() {}

    /// Whether it has been told something that it has not dealt with yet.
    private(set) var isBusy = false
    /// Longest that the script may compute, in seconds.
    private(set) var stepLimit = SessionSettings().stepLimit

    /// Event that ends what is under way by a failure; nil where nothing is.
    mutating func failure(_ failure: ScriptFailure) -> SessionEvent? {
        defer { work = .none }
        switch work {
        case .none: return nil
        case .describing: return .notDescribed(failure)
        case .running, .prompting: return .failed(failure)
        }
    }

    /// Notes what the worker is told.
    package mutating func note(_ command: SessionCommand) {
        bytes = 0
        switch command {
        case .describe:
            work = .describing
            isBusy = true
        case .run(_, let settings):
            work = .running
            isBusy = true
            (operations, answersSent, answersSeen) = (0, 0, 0)
            stepLimit = settings.stepLimit
        case .open(let settings):
            work = .prompting
            isBusy = true
            (operations, answersSent, answersSeen) = (0, 0, 0)
            stepLimit = settings.stepLimit
            prompt = PromptOrder()
        case .prompt(let command):
            answersSent += 1
            isBusy = work == .prompting
            prompt.note(command)
        case .answer:
            answersSent += 1
            isBusy = work == .running || work == .prompting
        case .cancel:
            isBusy = work == .running
        }
    }

    /// Checks a message.
    ///
    /// - Parameters:
    ///   - message: what the worker says.
    ///   - size: its bytes.
    /// - Throws: ``WorkerError`` where it makes no sense.
    package mutating func check(_ message: WorkerMessage, size: Int) throws(WorkerError) {
        bytes += size
        if bytes > Self.mostBytes { throw WorkerError("it says more than \(Self.mostBytes >> 20) MiB at once") }
        switch message {
        case .hello, .unconfined:
            if hasGreeted { throw WorkerError("it greets twice") }
            hasGreeted = true
            return
        case .busy:
            if !isBusy { throw WorkerError("it computes though it has nothing to do") }
        case .events(let events, _):
            for event in events { try check(event) }
        }
        if !hasGreeted { throw WorkerError("it does not greet") }
    }

    private mutating func check(_ event: SessionEvent) throws(WorkerError) {
        switch (event, work) {
        case (.described, .describing), (.notDescribed, .describing), (.finished, .running), (.failed, .running),
            (.failed, .prompting):
            work = .none
            isBusy = false
        case (.operation(let call), .running), (.operation(let call), .prompting):
            try check(job: call.job)
            guard call.number == operations + 1 else {
                throw WorkerError("operation \(call.number) comes after \(operations)")
            }
            operations += 1
            guard operations - answersSent <= Self.mostOperations else { throw WorkerError("it asks too much at once") }
        case (.idle(let seen), .running), (.idle(let seen), .prompting):
            guard (answersSeen...answersSent).contains(seen) else {
                throw WorkerError("it has seen \(seen) answers of \(answersSent)")
            }
            answersSeen = seen
            if seen == answersSent { isBusy = false }
        case (.output(let output), .running), (.output(let output), .prompting): try check(job: output.job)
        case (.artifact, .running), (.artifact, .prompting): break
        case (.prompt(let event), .prompting): try prompt.check(event)
        default:
            throw WorkerError("it says what it was not asked for")
        }
    }

    /// Checks that what a job says comes from one that there is; a run has none.
    private func check(job: Int?) throws(WorkerError) {
        let isKnown = work == .prompting ? prompt.isAlive(job) : job == nil
        if !isKnown { throw WorkerError("it speaks for a job that there is not") }
    }
}
