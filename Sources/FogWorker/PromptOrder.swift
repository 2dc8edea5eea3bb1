import FogSession

/// Knows which messages of a state at a prompt make sense at which point.
struct PromptOrder {
    /// Chunks that have not been answered for good, and whether they are known to run behind the prompt.
    private var chunks: [Int: Bool] = [:]
    /// Jobs that go on after their chunk.
    private var jobs: Set<Int> = []
    private var questions: Set<Int> = []
    private var isOpened = false

    /// Whether a job can say something.
    func isAlive(_ job: Int?) -> Bool {
        guard let job else { return false }
        return chunks[job] != nil || jobs.contains(job)
    }

    /// Notes what the session is told.
    mutating func note(_ command: PromptCommand) {
        switch command {
        case .evaluate(let chunk): chunks[chunk.number] = false
        case .tell(let number, _): questions.insert(number)
        case .stop: break
        }
    }

    /// Checks what the session says.
    ///
    /// - Throws: ``WorkerError`` where it makes no sense.
    mutating func check(_ event: PromptEvent) throws(WorkerError) {
        switch event {
        case .opened:
            if isOpened { throw WorkerError("it opens its state twice") }
            isOpened = true
        case .evaluated(let number, let evaluation): try check(number, evaluation)
        case .ended(let job, _):
            if jobs.remove(job) == nil { throw WorkerError("it ends a job that does not run") }
        case .told(let number, _):
            if questions.remove(number) == nil { throw WorkerError("it answers what nobody has asked") }
        }
    }

    private mutating func check(_ number: Int, _ evaluation: Evaluation) throws(WorkerError) {
        guard let isBehind = chunks[number] else { throw WorkerError("it evaluates what it was not given") }
        switch evaluation {
        case .begun where isBehind, .incomplete where isBehind, .wrong where isBehind:
            throw WorkerError("it begins a chunk twice")
        case .begun: chunks[number] = true
        case .incomplete, .wrong, .done, .failed:
            chunks[number] = nil
            if !evaluation.isOver { jobs.insert(number) }
        }
    }
}
