/// What a host of a state that lives on tells beside its answers.
package enum PromptReport: Hashable, Sendable {
    /// Text that a job printed or logged.
    case output(SessionOutput)
    /// A file that a job handed over.
    case artifact(Artifact)
    /// The state is ready.
    case opened
    /// A chunk that ran behind the prompt has come to its end; something of it may go on.
    case evaluated(job: Int, Evaluation)
    /// All that a job had left behind the prompt has ended.
    case ended(job: Int, ScriptFailure?)
}

/// Who waits for which answer of a state that lives on, and which jobs there are.
struct PromptBook {
    typealias Outcome = Result<PromptEvent, ScriptFailure>
    typealias Waiter = @Sendable (Outcome) -> Void

    private var chunks: [Int: Waiter] = [:]
    private var questions: [Int: Waiter] = [:]
    private var lastChunk = 0
    private var lastQuestion = 0
    private var loss: ScriptFailure?
    /// Commands that came before the state was opened.
    private var early: [PromptCommand] = []
    /// Whether the session has been told to open the state, which is not lost.
    private(set) var isOpen = false

    /// Numbers of the chunks that somebody waits for, in order.
    var foreground: [Int] { chunks.keys.sorted() }

    /// Notes that the state is opened.
    ///
    /// - Returns: what was to be sent before.
    mutating func open() -> [PromptCommand] {
        isOpen = true
        defer { early = [] }
        return early
    }

    /// Gives a chunk its number and name; the waiter hears at once where the state is lost.
    ///
    /// - Returns: what to send now, if anything.
    mutating func enter(_ chunk: inout PromptChunk, _ waiter: @escaping Waiter) -> PromptCommand? {
        lastChunk += 1
        chunk.number = lastChunk
        if chunk.source.name.isEmpty { chunk.source.name = "prompt:\(lastChunk)" }
        chunks[lastChunk] = waiter
        return enter(.evaluate(chunk))
    }

    /// Gives a question its number; the waiter hears at once where the state is lost.
    ///
    /// - Returns: what to send now, if anything.
    mutating func enter(_ question: PromptQuestion, _ waiter: @escaping Waiter) -> PromptCommand? {
        lastQuestion += 1
        questions[lastQuestion] = waiter
        return enter(.tell(lastQuestion, question))
    }

    private mutating func enter(_ command: PromptCommand) -> PromptCommand? {
        if let loss {
            for waiter in close(loss) { waiter(.failure(loss)) }
            return nil
        }
        if isOpen { return command }
        early.append(command)
        return nil
    }

    /// Takes what the session says.
    ///
    /// - Returns: who waits for it; what is to be reported; the job that is over by it.
    mutating func take(_ event: PromptEvent) -> (Waiter?, PromptReport?, over: Int?) {
        switch event {
        case .opened: return (nil, .opened, nil)
        case .told(let number, _): return (questions.removeValue(forKey: number), nil, nil)
        case .ended(let job, let failure): return (nil, .ended(job: job, failure), job)
        case .evaluated(let number, let evaluation):
            let waiter = chunks.removeValue(forKey: number)
            if !evaluation.hasRun, number == lastChunk { lastChunk -= 1 }
            let report: PromptReport? = waiter == nil ? .evaluated(job: number, evaluation) : nil
            return (waiter, report, evaluation.isOver ? number : nil)
        }
    }

    /// Notes that the state is lost.
    ///
    /// - Returns: all who wait.
    mutating func close(_ failure: ScriptFailure) -> [Waiter] {
        loss = failure
        isOpen = false
        defer { (chunks, questions) = ([:], [:]) }
        return Array(chunks.values) + Array(questions.values)
    }
}

extension Evaluation {
    /// Whether the chunk has taken its number.
    package var hasRun: Bool {
        switch self {
        case .incomplete, .wrong: false
        case .begun, .done, .failed: true
        }
    }

    /// Whether nothing of the chunk runs any more.
    package var isOver: Bool {
        switch self {
        case .incomplete, .wrong: true
        case .begun: false
        case .done(let result): !result.goesOn
        case .failed(_, let goesOn): !goesOn
        }
    }
}
