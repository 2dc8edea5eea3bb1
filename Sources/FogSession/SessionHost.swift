package import FogOperations
package import FogTime

/// The host's side of a session: starts scripts, has their operations answered, delivers the answers.
///
/// Everything runs on one executor. Answers are kept until nothing else is left to do there and the session has said
/// that it is idle, and are then delivered in the order of their operations. On a virtual clock, time moves only when
/// there is nothing to deliver either. So the same script and the same simulator give the same run, and neither the
/// speed of the machine nor of the session's own thread shows.
package final class SessionHost: Sendable {
    private let link: any SessionLink
    private let desk: OperationDesk
    private let executor: DedicatedThreadExecutor
    private let output: @Sendable (SessionOutput) -> Void
    private let artifact: @Sendable (Artifact) -> Void

    /// Makes a host for one session.
    ///
    /// - Parameters:
    ///   - link: way to the session.
    ///   - handler: what answers operations.
    ///   - executor: executor that the handler's work runs on; its idle action is this host's while a script runs.
    ///   - clock: virtual clock to move on; nil where time passes by itself.
    ///   - artifact: takes the files that the script hands over, in order; by default nobody does.
    ///   - output: takes what the script prints and logs, in order.
    package init(
        link: any SessionLink,
        handler: any OperationHandler,
        executor: DedicatedThreadExecutor,
        clock: VirtualClock?,
        artifact: @escaping @Sendable (Artifact) -> Void = { _ in },
        output: @escaping @Sendable (SessionOutput) -> Void
    ) {
        self.link = link
        desk = OperationDesk(handler, link: link, clock: clock)
        self.executor = executor
        self.artifact = artifact
        self.output = output
    }

    /// Asks a script what it is.
    ///
    /// - Parameters:
    ///   - source: script to ask.
    ///   - limits: what it may use meanwhile.
    /// - Returns: nil for a plain script, which runs from top to bottom.
    /// - Throws: ``ScriptFailure``, as for a text that is no Lua.
    package func describe(
        _ source: ScriptSource,
        _ limits: ScriptLimits = ScriptLimits()
    ) async throws -> WorkflowDescription? {
        link.send([.describe(source, limits)])
        while let events = await link.receive() {
            for event in events {
                switch event {
                case .described(let description): return description
                case .notDescribed(let failure): throw failure
                default: continue
                }
            }
        }
        throw ScriptHostLoss.failure
    }

    /// Runs a script to its end.
    ///
    /// Cancelling the calling task does nothing: ``cancel()`` does, so that a script can still clean up.
    ///
    /// - Parameters:
    ///   - source: script to run.
    ///   - settings: parameters and limits.
    /// - Returns: what the script returned.
    /// - Throws: ``ScriptFailure``.
    package func run(_ source: ScriptSource, _ settings: SessionSettings) async throws -> ScriptValue {
        desk.clear()
        executor.setIdleAction { [desk] in desk.deliverOrAdvance() }
        link.lendHand(to: executor)
        defer {
            link.lendHand(to: nil)
            executor.setIdleAction(nil)
        }
        let result = await withTaskExecutorPreference(executor) {
            await withDiscardingTaskGroup { group in
                link.send([.run(source, settings)])
                let result = await follow(&group)
                desk.end()
                return result
            }
        }
        return try result.get()
    }

    /// Calls the script off: what it waits for raises `cancelled`, and so does each operation from now on.
    ///
    /// Nothing is cancelled on the server.
    package func cancel() {
        desk.end { link.send([.cancel]) }
    }

    /// Stops the script wherever it is.
    package func kill() {
        desk.end()
        link.kill()
    }

    private func follow(_ group: inout DiscardingTaskGroup) async -> Result<ScriptValue, ScriptFailure> {
        while let events = await link.receive() {
            for event in events {
                switch event {
                case .operation(let call): desk.start(call, in: &group)
                case .output(let text): output(text)
                case .artifact(let file): artifact(file)
                case .idle(let answersSeen): desk.sessionWaits(answersSeen: answersSeen)
                case .finished(let value): return .success(value)
                case .failed(let failure): return .failure(failure)
                case .described, .notDescribed, .prompt: continue
                }
            }
        }
        return .failure(ScriptHostLoss.failure)
    }
}

/// What is said where a session ends without a word.
private enum ScriptHostLoss {
    static let failure = ScriptFailure(.script, "the session ended before the script did (bug)")
}
