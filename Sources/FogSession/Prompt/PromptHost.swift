package import FogOperations
package import FogTime
import Synchronization

/// The host's side of a state that lives on: has chunk after chunk evaluated, and answers their operations.
///
/// ``keep(_:)`` does the work; everything else may be called from any task meanwhile, and before the state is ready.
package final class PromptHost: Sendable {
    private let link: any SessionLink
    private let desk: OperationDesk
    private let executor: DedicatedThreadExecutor
    private let report: @Sendable (PromptReport) -> Void
    private let book = Mutex(PromptBook())

    /// Makes a host for one state.
    ///
    /// - Parameters:
    ///   - link: way to the session.
    ///   - handler: what answers operations.
    ///   - executor: executor that the handler's work runs on; its idle action is this host's.
    ///   - clock: virtual clock to move on where all is quiet; nil where time passes by itself.
    ///   - report: takes what is printed and handed over, and what becomes of jobs behind the prompt, in order; what a
    ///     chunk prints comes before ``evaluate(_:limits:keepsLocals:form:isBehind:)`` returns.
    package init(
        link: any SessionLink,
        handler: any OperationHandler,
        executor: DedicatedThreadExecutor,
        clock: VirtualClock?,
        report: @escaping @Sendable (PromptReport) -> Void
    ) {
        self.link = link
        desk = OperationDesk(handler, link: link, clock: clock)
        self.executor = executor
        self.report = report
    }

    /// Opens the state and serves it to its end; called once.
    ///
    /// - Parameter settings: seed, and limits; those but memory are for each chunk anew. Arguments are not used.
    /// - Returns: why the state is lost, of kind `cancelled` after ``kill()``.
    package func keep(_ settings: SessionSettings) async -> ScriptFailure {
        executor.setIdleAction { [desk] in desk.deliverOrAdvance() }
        link.lendHand(to: executor)
        defer {
            link.lendHand(to: nil)
            executor.setIdleAction(nil)
        }
        let failure = await withTaskExecutorPreference(executor) {
            await withDiscardingTaskGroup { group in
                book.withLock { book in
                    let early = book.open()
                    for _ in early { desk.noteCommand() }
                    link.send([.open(settings)] + early.map { .prompt($0) })
                }
                let failure = await follow(&group)
                desk.end()
                return failure
            }
        }
        for waiter in book.withLock({ $0.close(failure) }) { waiter(.failure(failure)) }
        return failure
    }

    /// Evaluates a chunk, and waits for its end.
    ///
    /// Cancelling the calling task does nothing: ``interrupt()`` does, and after it, if need be, ``kill()``.
    ///
    /// - Parameters:
    ///   - source: text; where its name is empty it becomes `prompt:` and its number.
    ///   - limits: how much of its values is shown.
    ///   - keepsLocals: whether its outermost locals stay usable; false for a file.
    ///   - form: what is made of its values; a text of JSON or CSV comes whole.
    ///   - isBehind: whether it runs behind the prompt: the answer is `begun` then, and its end is reported.
    /// - Returns: what became of it, and its number; one that has not run gives its number to the next.
    /// - Throws: ``ScriptFailure`` where the state is lost.
    package func evaluate(
        _ source: ScriptSource,
        limits: ShownLimits = ShownLimits(),
        keepsLocals: Bool = true,
        form: ChunkForm = .shown,
        isBehind: Bool = false
    ) async throws(ScriptFailure) -> (number: Int, Evaluation) {
        var chunk = PromptChunk(
            number: 0,
            source: source,
            keepsLocals: keepsLocals,
            isBehind: isBehind,
            form: form,
            limits: limits
        )
        let answer = await withCheckedContinuation { (waiter: CheckedContinuation<PromptBook.Outcome, Never>) in
            send { $0.enter(&chunk) { waiter.resume(returning: $0) } }
        }
        guard case .evaluated(let number, let evaluation) = try answer.get() else { throw ScriptFailure.unanswered }
        return (number, evaluation)
    }

    /// Asks a question about the state; it is answered within a tenth of a second, also while something computes.
    ///
    /// - Throws: ``ScriptFailure`` where the state is lost.
    package func ask(_ question: PromptQuestion) async throws(ScriptFailure) -> PromptAnswer {
        let answer = await withCheckedContinuation { (waiter: CheckedContinuation<PromptBook.Outcome, Never>) in
            send { $0.enter(question) { waiter.resume(returning: $0) } }
        }
        guard case .told(_, let told) = try answer.get() else { throw ScriptFailure.unanswered }
        return told
    }

    /// Calls off what is being waited for in the foreground; the state stays, and so do tasks on the server.
    ///
    /// What waits raises `cancelled`, what computes is ended within a tenth of a second. Where ``evaluate`` has not returned
    /// two seconds later, only ``kill()`` helps.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    package func interrupt() -> Bool {
        let jobs = book.withLock { $0.foreground }
        for job in jobs { stop(job: job) }
        return !jobs.isEmpty
    }

    /// Calls off a job by its number; nothing happens to one that has ended.
    package func stop(job: Int) {
        desk.end(job) { send { $0.isOpen ? .stop(job: job) : nil } }
    }

    /// Ends the state with all that runs in it.
    package func kill() {
        desk.end()
        link.kill()
    }

    /// Sends what is entered into the book, unless it waits there for the state to be opened.
    private func send(_ enter: (inout PromptBook) -> PromptCommand?) {
        book.withLock { book in
            guard let command = enter(&book) else { return }
            desk.noteCommand()
            link.send([.prompt(command)])
        }
    }

    private func follow(_ group: inout DiscardingTaskGroup) async -> ScriptFailure {
        while let events = await link.receive() {
            for event in events {
                switch event {
                case .operation(let call): desk.start(call, in: &group)
                case .output(let output): report(.output(output))
                case .artifact(let file): report(.artifact(file))
                case .idle(let answersSeen): desk.sessionWaits(answersSeen: answersSeen)
                case .prompt(let event): take(event)
                case .failed(let failure): return failure
                case .described, .notDescribed, .finished: continue
                }
            }
        }
        return ScriptFailure(.script, "the session ended (bug)")
    }

    private func take(_ event: PromptEvent) {
        let (waiter, news, over) = book.withLock { $0.take(event) }
        if let over { desk.end(over) }
        if let waiter { waiter(.success(event)) }
        if let news { report(news) }
    }
}

extension ScriptFailure {
    fileprivate static let unanswered = ScriptFailure(.script, "the session has answered something else (bug)")
}
