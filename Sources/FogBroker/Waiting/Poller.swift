import FogModel
import FogTime
import Synchronization

/// Looks at a server's tasks for all who wait, once a tick.
///
/// There is no task of its own for that: one of those who wait leads. It sleeps until the next look, looks, and wakes those
/// whose wait is over; when its own is over, or it is cancelled, the longest waiting takes the lead. So nothing polls where
/// nobody waits, and everything that runs belongs to an operation.
final class Poller: Sendable {
    /// Looks at the server; throws where the task was cancelled, and then only.
    typealias Looking = @Sendable (Look.Question) async throws -> Look

    private typealias Outcome = Result<WaitResult, FogError>

    /// What one who waits is to do.
    private enum Call {
        case lead
        case finish(Outcome)
        case leave
    }

    /// Where one who waits is.
    private enum Place {
        case busy
        case asleep(CheckedContinuation<Call, Never>)
        case finished(Outcome)
        case cancelled
    }

    private struct State {
        var book: WaitBook
        var places: [Int: Place] = [:]
        var leader: Int?
        /// Sleep of the leader: until when, and what ends it early.
        var pause: (until: SessionInstant, bell: Bell)?
    }

    private let clock: any SessionClock
    private let look: Looking
    private let told: @Sendable (WaitBook.Reaction) -> Void
    private let state: Mutex<State>

    /// Makes a poller for one server; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - clock: session's clock.
    ///   - look: looks at the server.
    ///   - told: told after each look what has happened, before those who wait are woken.
    init(
        clock: any SessionClock,
        look: @escaping Looking,
        told: @escaping @Sendable (WaitBook.Reaction) -> Void
    ) {
        self.clock = clock
        self.look = look
        self.told = told
        state = Mutex(State(book: WaitBook(at: clock.now)))
    }

    /// Notes a task that this run has just made, so that its time counts from now.
    func noteCreated(_ task: FogTask) {
        state.withLock { $0.book.noteCreated(task, at: clock.now) }
    }

    /// Notes that this run is about to call a task off.
    func noteCancelled(_ task: TaskID) {
        state.withLock { $0.book.noteCancelled(task, at: clock.now) }
    }

    /// Waits until each target has a verdict, or there is news that the caller wants to hear.
    ///
    /// - Returns: verdicts in the order of the targets, and the news.
    /// - Throws: `FogError` where the server does not answer for too long or refuses the login; `CancellationError` at
    ///   once where the task was cancelled.
    func wait(for targets: [WaitTarget], _ options: WaitOptions) async throws -> WaitResult {
        try Task.checkCancellation()
        if targets.isEmpty { return WaitResult(verdicts: [], progress: []) }
        let number = begin(targets, options)
        defer { end(number) }
        return try await withTaskCancellationHandler {
            while true {
                switch await call(number) {
                case .lead: await lead(number)
                case .finish(let outcome): return try outcome.get()
                case .leave: throw CancellationError()
                }
            }
        } onCancel: {
            cancel(number)
        }
    }

    // MARK: - Waiting

    private func begin(_ targets: [WaitTarget], _ options: WaitOptions) -> Int {
        let now = clock.now
        let (number, bell) = state.withLock { state in
            let number = state.book.wait(for: targets, options, at: now)
            state.places[number] = .busy
            let isSooner = state.pause.map { pause in state.book.nextLook(at: now).map { $0 < pause.until } ?? false }
            return (number, isSooner ?? false ? state.pause?.bell : nil)
        }
        bell?.ring()
        return number
    }

    private func end(_ number: Int) {
        state.withLock { state in
            state.book.leave(number)
            state.places[number] = nil
        }
    }

    /// Waits until there is something to do: at once where nobody leads.
    private func call(_ number: Int) async -> Call {
        await withCheckedContinuation { continuation in
            let call: Call? = state.withLock { state in
                switch state.places[number] {
                case .finished(let outcome): return .finish(outcome)
                case .cancelled, nil: return .leave
                case .busy, .asleep:
                    guard state.leader != nil else {
                        state.leader = number
                        return .lead
                    }
                    state.places[number] = .asleep(continuation)
                    return nil
                }
            }
            if let call { continuation.resume(returning: call) }
        }
    }

    private func cancel(_ number: Int) {
        let sleeper: CheckedContinuation<Call, Never>? = state.withLock { state in
            switch state.places[number] {
            case .asleep(let continuation):
                state.places[number] = .cancelled
                return continuation
            case .busy:
                state.places[number] = .cancelled
                return nil
            case .finished, .cancelled, nil:
                return nil
            }
        }
        sleeper?.resume(returning: .leave)
    }
}

// MARK: - Leading

extension Poller {
    /// Looks again and again until the leader's own wait is over.
    private func lead(_ number: Int) async {
        while isBusy(number) {
            do {
                try await sleepUntilNextLook()
                let question = state.withLock { $0.book.question }
                let start = clock.now
                let look = try await look(question)
                react(to: look, after: start.duration(to: clock.now))
            } catch {
                break
            }
        }
        handOver()
    }

    private func isBusy(_ number: Int) -> Bool {
        state.withLock { if case .busy = $0.places[number] { true } else { false } }
    }

    /// Sleeps until a look is due; somebody new may bring that forward.
    private func sleepUntilNextLook() async throws {
        while true {
            try Task.checkCancellation()
            let now = clock.now
            let bell = Bell()
            let until = state.withLock { state in
                let until = state.book.nextLook(at: now) ?? now
                state.pause = until > now ? (until, bell) : nil
                return until
            }
            guard until > now else { return }
            try await withThrowingTaskGroup(of: Void.self) { [clock] group in
                group.addTask { try await clock.sleep(until: until, tolerance: nil) }
                group.addTask { await bell.wait() }
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }

    private func react(to look: Look, after duration: Duration) {
        let now = clock.now
        let (reaction, sleepers) = state.withLock { state in
            let reaction = state.book.on(look, at: now, after: duration)
            var sleepers: [(CheckedContinuation<Call, Never>, Outcome)] = []
            for (number, result) in reaction.results {
                switch state.places[number] {
                case .asleep(let continuation):
                    state.places[number] = .busy
                    sleepers.append((continuation, result))
                case .busy: state.places[number] = .finished(result)
                case .finished, .cancelled, nil: break
                }
            }
            return (reaction, sleepers)
        }
        told(reaction)
        for (sleeper, outcome) in sleepers { sleeper.resume(returning: .finish(outcome)) }
    }

    /// Gives the lead to the one who has waited longest.
    private func handOver() {
        let next: CheckedContinuation<Call, Never>? = state.withLock { state in
            state.pause = nil
            state.leader = nil
            let sleepers = state.places.compactMap { number, place in
                if case .asleep(let continuation) = place { (number, continuation) } else { nil }
            }
            guard let (number, continuation) = sleepers.min(by: { $0.0 < $1.0 }) else { return nil }
            state.leader = number
            state.places[number] = .busy
            return continuation
        }
        next?.resume(returning: .lead)
    }
}
