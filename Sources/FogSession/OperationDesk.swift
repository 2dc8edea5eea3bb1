import FogModel
import FogOperations
import FogTime
import Synchronization

/// Has the operations of a session answered, several at a time, and keeps the answers until they can be delivered.
///
/// Answers are kept until nothing else is left to do on the executor and the session has said that it is idle, and are
/// then delivered in the order of their operations. On a virtual clock, time moves only when there is nothing to deliver
/// either.
final class OperationDesk: Sendable {
    private let handler: any OperationHandler
    private let link: any SessionLink
    private let clock: VirtualClock?
    private let state = Mutex(State())

    /// Makes a desk; a clock is one to move on, nil where time passes by itself.
    init(_ handler: any OperationHandler, link: any SessionLink, clock: VirtualClock?) {
        self.handler = handler
        self.link = link
        self.clock = clock
    }

    /// Forgets all that was, before a session begins.
    func clear() {
        state.withLock { $0 = State() }
    }

    /// Hands an operation to the operations of its job that run now; after their end, new ones can follow.
    func start(_ call: FogCall, in group: inout DiscardingTaskGroup) {
        if let requests = state.withLock({ $0.requests[call.job] }) {
            requests.yield(call)
            return
        }
        let (stream, requests) = AsyncThrowingStream.makeStream(of: FogCall.self, throwing: (any Error).self)
        state.withLock { $0.requests[call.job] = requests }
        requests.yield(call)
        group.addTask { [self] in await serve(stream) }
    }

    /// Ends the operations of a job that run now; they are answered by `cancelled`.
    ///
    /// - Parameters:
    ///   - job: job by its number; nil is a run.
    ///   - tell: tells the session before any of those answers, so that it knows them for what they are.
    func end(_ job: Int?, tell: () -> Void = {}) {
        let requests = state.withLock { $0.requests.removeValue(forKey: job) }
        tell()
        requests?.finish(throwing: CancellationError())
    }

    /// Ends all operations that run now, likewise.
    func end(tell: () -> Void = {}) {
        let all = state.withLock { state in
            defer { state.requests = [:] }
            return state.requests
        }
        tell()
        for requests in all.values { requests.finish(throwing: CancellationError()) }
    }

    /// Notes that the session waits, and how many answers it has seen.
    func sessionWaits(answersSeen: Int) {
        state.withLock { $0.sessionWaits(answersSeen: answersSeen) }
    }

    /// Notes that the session is told something else than an answer, which a state at a prompt counts as one.
    func noteCommand() {
        state.withLock { state in
            state.answersSent += 1
            state.isSessionIdle = false
        }
    }

    /// Delivers what is answered, or else moves the virtual clock; returns whether there may be more to do.
    func deliverOrAdvance() -> Bool {
        let (answers, isIdle) = state.withLock { ($0.takeAnswers(), $0.isSessionIdle) }
        if !answers.isEmpty {
            link.send(answers)
            return false
        }
        return isIdle ? clock?.advance() ?? false : false
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
}

extension OperationDesk {
    private struct State {
        /// Where operations go that are asked for now, by job; nil is the key of a run.
        var requests: [Int?: AsyncThrowingStream<FogCall, any Error>.Continuation] = [:]
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
