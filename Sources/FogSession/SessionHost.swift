import FogModel
package import FogOperations
package import FogTime
import Synchronization

/// The host's side of a session: starts scripts, has their operations answered, delivers the answers.
///
/// Everything runs on one executor. Answers are kept until nothing else is left to do there and the session has said
/// that it is idle, and are then delivered in the order of their operations. On a virtual clock, time moves only when
/// there is nothing to deliver either. So the same script and the same simulator give the same run, and neither the
/// speed of the machine nor of the session's own thread shows.
package final class SessionHost: Sendable {
    private let link: any SessionLink
    private let handler: any OperationHandler
    private let executor: DedicatedThreadExecutor
    private let clock: VirtualClock?
    private let output: @Sendable (SessionOutput) -> Void
    private let artifact: @Sendable (Artifact) -> Void
    private let state = Mutex(HostState())

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
        self.handler = handler
        self.executor = executor
        self.clock = clock
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
        state.withLock { $0 = HostState() }
        executor.setIdleAction { [self] in deliverOrAdvance() }
        defer { executor.setIdleAction(nil) }
        let result = await withTaskExecutorPreference(executor) {
            await withDiscardingTaskGroup { group in
                link.send([.run(source, settings)])
                let result = await follow(&group)
                endOperations()
                return result
            }
        }
        return try result.get()
    }

    /// Calls the script off: what it waits for raises `cancelled`, and so does each operation from now on.
    ///
    /// Nothing is cancelled on the server.
    package func cancel() {
        endOperations()
        link.send([.cancel])
    }

    /// Stops the script wherever it is.
    package func kill() {
        endOperations()
        link.kill()
    }

    private func follow(_ group: inout DiscardingTaskGroup) async -> Result<ScriptValue, ScriptFailure> {
        while let events = await link.receive() {
            for event in events {
                switch event {
                case .operation(let call): start(call, in: &group)
                case .output(let text): output(text)
                case .artifact(let file): artifact(file)
                case .idle(let answersSeen): state.withLock { $0.sessionWaits(answersSeen: answersSeen) }
                case .finished(let value): return .success(value)
                case .failed(let failure): return .failure(failure)
                case .described, .notDescribed: continue
                }
            }
        }
        return .failure(ScriptHostLoss.failure)
    }

    /// Hands an operation to the generation of operations that runs now; makes a new one after a cancel.
    private func start(_ call: FogCall, in group: inout DiscardingTaskGroup) {
        if let requests = state.withLock({ $0.requests }) {
            requests.yield(call)
            return
        }
        let (stream, requests) = AsyncThrowingStream.makeStream(of: FogCall.self, throwing: (any Error).self)
        state.withLock { $0.requests = requests }
        requests.yield(call)
        group.addTask { [self] in await serve(stream) }
    }

    /// Serves requests until the stream ends; its end by an error cancels those that still run.
    private func serve(_ requests: AsyncThrowingStream<FogCall, any Error>) async {
        try? await withThrowingDiscardingTaskGroup { group in
            for try await call in requests {
                group.addTask { [self] in await answer(call) }
            }
        }
    }

    private func answer(_ call: FogCall) async {
        let result: SessionResult
        do {
            result = .success(try await handler.answer(call))
        } catch let error as FogError {
            result = .failure(error)
        } catch is CancellationError {
            result = .failure(FogError(.cancelled, "called off", operation: call.operation.name))
        } catch {
            result = .failure(FogError(.server, "\(error)", operation: call.operation.name))
        }
        state.withLock { $0.outbox.append((call.number, result)) }
    }

    private func endOperations() {
        let requests = state.withLock { state in
            defer { state.requests = nil }
            return state.requests
        }
        requests?.finish(throwing: CancellationError())
    }

    /// Delivers what is answered, or else moves the virtual clock; returns whether there may be more to do.
    private func deliverOrAdvance() -> Bool {
        let (answers, isIdle) = state.withLock { ($0.takeAnswers(), $0.isSessionIdle) }
        if !answers.isEmpty {
            link.send(answers)
            return false
        }
        return isIdle ? clock?.advance() ?? false : false
    }
}

extension SessionHost {
    private struct HostState {
        var requests: AsyncThrowingStream<FogCall, any Error>.Continuation?
        var outbox: [(number: Int, result: SessionResult)] = []
        var answersSent = 0
        var isSessionIdle = false

        /// Notes that the session waits; it is idle once it has seen all that was sent.
        mutating func sessionWaits(answersSeen: Int) {
            isSessionIdle = answersSeen == answersSent
        }

        /// Takes the answers in the order of their operations, if the session has seen all earlier ones.
        mutating func takeAnswers() -> [SessionCommand] {
            guard isSessionIdle, !outbox.isEmpty else { return [] }
            let answers = outbox.sorted { $0.number < $1.number }
            outbox.removeAll(keepingCapacity: true)
            answersSent += answers.count
            isSessionIdle = false
            return answers.map { .answer($0.number, $0.result) }
        }
    }
}

/// What is said where a session ends without a word.
private enum ScriptHostLoss {
    static let failure = ScriptFailure(.script, "the session ended before the script did (bug)")
}
