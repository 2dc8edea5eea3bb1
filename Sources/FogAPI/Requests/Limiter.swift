import Synchronization

/// Lets only so many requests be under way at once, the others in the order in which they came.
///
/// Origin: FOG 1.5.9.239, section 11: a server on two cores answers no more with eight requests at once than with four.
final class Limiter: Sendable {
    private struct State {
        var free: Int
        var last = 0
        /// Tickets that are drawn and not yet decided on.
        var undecided: Set<Int> = []
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []

        /// Takes a place where one is free.
        mutating func take() -> Bool {
            if free == 0 { return false }
            free -= 1
            return true
        }
    }

    /// Limiter of which the task has a place for all that it does.
    @TaskLocal private static var held: ObjectIdentifier?

    private let state: Mutex<State>
    private let count: Int

    /// - Parameter places: how many get through at once, 1 or more.
    init(_ places: Int) {
        count = max(1, places)
        state = Mutex(State(free: count))
    }

    /// Whether anything is under way.
    var isBusy: Bool { state.withLock { $0.free < count } }

    /// Does something in a place of its own.
    ///
    /// - Throws: `CancellationError` where the task is cancelled before it has a place; what the body throws.
    func run<Value>(_ body: () async throws -> Value) async throws -> Value {
        if Self.held == ObjectIdentifier(self) { return try await body() }
        try await enter()
        defer { leave() }
        return try await body()
    }

    /// Does something in one place, whatever it runs in there, one after another.
    ///
    /// So the body can decide what to ask for when its turn has come.
    ///
    /// - Throws: `CancellationError` where the task is cancelled before it has a place; what the body throws.
    func holding<Value>(_ body: () async throws -> Value) async throws -> Value {
        try await run {
            try await Self.$held.withValue(ObjectIdentifier(self)) { try await body() }
        }
    }

    private func enter() async throws {
        if state.withLock({ $0.take() }) { return }
        let ticket = state.withLock { state in
            state.last += 1
            state.undecided.insert(state.last)
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait(ticket, $0) }
        } onCancel: {
            giveUp(ticket)
        }
    }

    private func wait(_ ticket: Int, _ continuation: CheckedContinuation<Void, any Error>) {
        let outcome: Result<Void, any Error>? = state.withLock { state in
            // Cancelled before it could wait.
            if state.undecided.remove(ticket) == nil { return .failure(CancellationError()) }
            if state.take() { return .success(()) }
            state.waiting.append((ticket, continuation))
            return nil
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    private func giveUp(_ ticket: Int) {
        let continuation = state.withLock { state in
            state.undecided.remove(ticket)
            let place = state.waiting.firstIndex { $0.ticket == ticket }
            return place.map { state.waiting.remove(at: $0).continuation }
        }
        continuation?.resume(throwing: CancellationError())
    }

    private func leave() {
        let next = state.withLock { state in
            if state.waiting.isEmpty {
                state.free += 1
                return CheckedContinuation<Void, any Error>?.none
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }
}
