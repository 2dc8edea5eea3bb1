import FogModel
import FogSession
import LuaKit

// A state that lives on: its chunks, and what each of them has set going.
extension ScriptRun {
    /// Gives the machine its globals, for chunks to come.
    func openPrompt() throws(LuaError) {
        try prepare()
        let globals = PromptGlobals(machine) { [unowned self] in strands.job }
        try globals.open()
        prompt = PromptState(globals, writer: try promptFunction("write"))
        events.append(.prompt(.opened))
    }

    /// Takes a command while nothing runs, or between two turns of what runs.
    func take(_ command: SessionCommand) {
        switch command {
        case .answer(let number, let result): answer(number, result)
        case .cancel: for job in (prompt?.works.keys.sorted() ?? []) { stop(job: job) }
        case .prompt(let command):
            answersSeen += 1
            switch command {
            case .evaluate(let chunk): evaluate(chunk)
            case .stop(let job): stop(job: job)
            case .tell(let number, let question): events.append(.prompt(.told(number, answer(to: question))))
            }
        case .describe, .run, .open: break
        }
    }

    /// Runs all strands until each waits or has ended.
    ///
    /// - Returns: failure that ends the state: it was killed.
    func runPromptUntilAllWait() -> ScriptFailure? {
        while true {
            while let strand = strands.next() {
                if let failure = step(strand) {
                    if budget?.isKilled ?? false { return ScriptFailure(.cancelled, "killed") }
                    fell(strand, by: failure)
                }
                if case .preempted = strand.state { makeRoom(strand) }
            }
            settle()
            if strands.hasReady { continue }
            if strands.isEmpty || !asked.isEmpty { return nil }
            strands.breakDeadlock()
        }
    }

    /// Keeps a function that is to run at the end of the job that runs.
    func deferAtPrompt(_ function: LuaReference) {
        strands.job.flatMap { prompt?.works[$0] }?.deferred.append(function)
    }

    /// Notes the end of a strand: that of a chunk's own code, or of something that it has set going.
    func endAtPrompt(_ strand: Strand, _ result: Result<[LuaValue], ScriptFailure>) {
        guard let work = strand.job.flatMap({ prompt?.works[$0] }) else { return }
        if strand.number == work.main {
            work.outcome = result
            if case .failure = result { cancel(job: work.chunk.number) }
        } else if case .failure(let failure) = result {
            let what = reporters.remove(strand.number) != nil ? "on_progress failed" : "clean-up failed"
            if strand.isShielded || what == "on_progress failed" {
                let words = "\(what): \(failure.message)"
                events.append(.output(SessionOutput(.error, words, job: work.chunk.number)))
            }
            if !work.isStopped { work.failure = work.failure ?? failure }
        }
        settle(work)
    }

    /// Takes the end of a job's time.
    func soundAlarm(_ result: SessionResult, of job: Int) {
        guard case .success = result, let work = prompt?.works[job] else { return }
        let failure = ScriptFailure(.deadline, ScriptLimit.time.words(reached: limits[.time]))
        fell(work, by: failure)
    }

    private func evaluate(_ chunk: PromptChunk) {
        guard let prompt else { return }
        let number = chunk.number
        let evaluation: Evaluation
        if number <= prompt.lastNumber {
            evaluation = .failed(ScriptFailure(.usage, "chunk \(number) comes too late (bug)"), goesOn: false)
        } else if let failure = chunk.source.failure(within: limits) {
            evaluation = .failed(failure, goesOn: false)
        } else {
            switch compile(chunk, prompt) {
            case .success(let function):
                begin(chunk, function, prompt)
                return
            case .failure(let refusal): evaluation = refusal.evaluation
            }
        }
        if evaluation.hasRun { prompt.lastNumber = max(number, prompt.lastNumber) }
        events.append(.prompt(.evaluated(number, evaluation)))
    }

    private func begin(_ chunk: PromptChunk, _ function: LuaReference, _ prompt: PromptState) {
        prompt.lastNumber = chunk.number
        loader?.add(chunk.source)
        if prompt.works.isEmpty { restartBudget() }
        strands.job = chunk.number
        defer { strands.job = nil }
        let strand =
            switch chunk.form {
            case .shown, .watched: strands.spawn(function)
            case .json, .csv: strands.spawn(prompt.writer, [LuaValue(chunk.form.rawValue), .reference(function)])
            }
        prompt.works[chunk.number] = PromptWork(chunk, main: strand.number)
        let time = limits[.time]
        if time > 0 { prompt.alarms[ring(after: time, job: chunk.number)] = chunk.number }
        if chunk.isBehind { events.append(.prompt(.evaluated(chunk.number, .begun))) }
    }

    /// Lets a failure budget count from nothing: what failed in a chunk that is over does not end the next one.
    private func restartBudget() {
        guard let budget = loader?.loadedModule("budget"),
            let restart = (try? machine.field("restart", of: budget))?.reference
        else { return }
        _ = try? machine.call(restart)
    }

    /// Calls a job off.
    private func stop(job: Int) {
        prompt?.works[job]?.isStopped = true
        cancel(job: job)
    }

    private func cancel(job: Int) {
        for number in strands.cancel(job: job) { asked[number] = nil }
    }

    /// Lets the host say something while a strand computes, and ends one that was called off.
    private func makeRoom(_ strand: Strand) {
        settle()
        for command in exchange?(takeEvents()) ?? [] { take(command) }
        guard let work = strand.job.flatMap({ prompt?.works[$0] }), work.isStopped, !strand.isShielded else { return }
        guard case .preempted = strand.state, let coroutine = strand.coroutine else { return }
        let found = machine.location(of: coroutine)
        machine.abandon(coroutine)
        let place = found.map { "\($0): " } ?? ""
        var failure = ScriptFailure(.cancelled, place + "called off", source: found?.source, line: found?.line)
        failure.error = FogError(.cancelled, "called off")
        end(strand, .failure(failure))
    }
}

// MARK: - Ends

extension ScriptRun {
    /// Ends a whole job at once, by a limit that one of its strands has reached.
    private func fell(_ strand: Strand, by failure: ScriptFailure) {
        strands.remove(strand)
        if let work = strand.job.flatMap({ prompt?.works[$0] }) { fell(work, by: failure) }
    }

    private func fell(_ work: PromptWork, by failure: ScriptFailure) {
        for strand in strands.alive(of: work.chunk.number) {
            if case .asking(let number) = strand.state { asked[number] = nil }
            if let coroutine = strand.coroutine { machine.abandon(coroutine) }
            strands.remove(strand)
        }
        machine.clearStop()
        // What the job held is garbage now, and some limits are of what the state holds.
        try? machine.collect()
        machine.clearStop()
        var failure = failure
        if failure.kind == .memory { free(work, &failure) }
        work.deferred = []
        if work.outcome == nil { work.outcome = .failure(failure) } else { work.failure = work.failure ?? failure }
        settle(work)
    }

    /// Frees what a job held that has reached the limit of memory, which is that of the state.
    private func free(_ work: PromptWork, _ failure: inout ScriptFailure) {
        prompt?.globals.end(work.chunk.number, isLost: true)
        try? machine.collect()
        machine.clearStop()
        failure.message += "; the new names of this chunk are nil now"
        if isMemoryShort {
            // What is kept fills the memory to the brim: a chunk that lets go of something needs a little, too.
            machine.setMemoryLimit(machine.limits.memory / 8 * 9)
            failure.message += ", and what is kept still fills it: set large values to nil, or open a new state"
        }
    }

    /// Whether little is left of the memory that the state may hold.
    private var isMemoryShort: Bool { machine.memoryUsed > machine.limits.memory / 4 * 3 }

    /// Tells of all chunks whose own code has ended.
    private func settle() {
        for work in (prompt?.works.values.sorted { $0.chunk.number < $1.chunk.number } ?? []) where !work.isTold {
            settle(work, isLate: true)
        }
    }

    /// Tells of a chunk whose own code has ended, and forgets it once nothing of it runs any more.
    ///
    /// What was called off by the failure of the chunk gets the time to end with it, until `isLate`.
    private func settle(_ work: PromptWork, isLate: Bool = false) {
        let number = work.chunk.number
        guard let outcome = work.outcome else { return }
        if strands.aliveCount(of: number) == 0 {
            if let last = work.deferred.popLast() {
                strands.job = number
                strands.spawnShielded(last)
                strands.job = nil
                return
            }
            warn(of: work)
            if work.isTold {
                events.append(.prompt(.ended(job: number, work.failure)))
            } else {
                tell(outcome, of: work, goesOn: false)
            }
            prompt?.works[number] = nil
            prompt?.globals.end(number, isLost: false)
            // What a chunk has let go of is not to count against the next one.
            if isMemoryShort { try? machine.collect() }
            if !isMemoryShort { machine.setMemoryLimit(machine.limits.memory) }
        } else if !work.isTold, isLate || outcome.isSuccess, work.isBusy(strands) {
            tell(outcome, of: work, goesOn: true)
        }
    }

    private func tell(_ outcome: Result<[LuaValue], ScriptFailure>, of work: PromptWork, goesOn: Bool) {
        work.isTold = true
        let number = work.chunk.number
        switch outcome {
        case .success(let values):
            let evaluation: Evaluation
            do {
                evaluation = .done(try result(of: work.chunk, values, goesOn: goesOn))
            } catch {
                evaluation = .failed(failure(of: error), goesOn: goesOn)
            }
            events.append(.prompt(.evaluated(number, evaluation)))
        case .failure(let failure):
            try? prompt?.globals.keep(raised: work.raised ?? LuaValue(failure.message))
            events.append(.prompt(.evaluated(number, .failed(failure, goesOn: goesOn))))
        }
    }

    /// Keeps what a chunk gave, and makes of it what is told.
    private func result(of chunk: PromptChunk, _ values: [LuaValue], goesOn: Bool) throws(LuaError) -> ChunkResult {
        if [.shown, .watched].contains(chunk.form) {
            let kept = chunk.form == .shown ? try prompt?.globals.keep(values, number: chunk.number) : nil
            var showing = Showing(self, chunk.limits)
            return ChunkResult(values: values.map { showing.show($0) }, kept: kept, goesOn: goesOn)
        }
        let text = values.first?.string ?? ""
        guard text.utf8.count <= ChunkForm.textLimit else {
            let most = ChunkForm.textLimit >> 20
            throw LuaError(
                .script,
                "the text has \(text.utf8.count) bytes, at most \(most) MiB are told; take fewer rows"
            )
        }
        return ChunkResult(values: [.text(ShownText(text))], goesOn: goesOn)
    }

    /// Tells of what has failed in a job without anybody to hear of it.
    private func warn(of work: PromptWork) {
        let failed = unjoined.filter { $0.value.job == work.chunk.number }.sorted { $0.key < $1.key }
        for (strand, entry) in failed {
            unjoined[strand] = nil
            let failure = failure(ofJob: entry.raised)
            work.failure = work.failure ?? failure
            let words = "a job failed and nobody joined it: \(failure.message)"
            events.append(.output(SessionOutput(.warning, words, job: work.chunk.number)))
        }
    }
}

extension PromptWork {
    /// Whether something of it runs beside its clean-up.
    fileprivate func isBusy(_ strands: Strands) -> Bool {
        strands.alive(of: chunk.number).contains { !$0.isShielded }
    }
}

extension Result {
    fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}
