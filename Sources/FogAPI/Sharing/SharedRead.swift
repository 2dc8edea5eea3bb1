import FogModel
import Synchronization

/// Reads in one request what several callers ask at the same time, each for itself.
///
/// Whoever asks first leads: it sends the request for all, and takes those along who ask until it is sent. Nobody joins
/// one that has been sent, so what a caller is given was read after it asked, as if it had asked alone. A caller that is
/// cancelled while it leads hands the others to the next.
///
/// There is no task of its own for that, see decision 0018.
final class SharedRead<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Reads some keys, each once; what is missing in the answer is ``none``.
    typealias Reading = ([Key]) async throws -> [Key: Value]

    private let none: Value
    private let places: Limiter
    private let pause: @Sendable () async throws -> Void
    private let state: Mutex<SharedReadState<Key, Value>>

    /// - Parameters:
    ///   - none: value of a key of which nothing was read.
    ///   - most: how many keys one request can name, 1 or more.
    ///   - places: where the request waits for its turn; the longer, the more join it.
    ///   - pause: waits for those who are about to ask; called only where others ask or are asking just now.
    init(none: Value, most: Int, places: Limiter, pause: @escaping @Sendable () async throws -> Void) {
        self.none = none
        self.places = places
        self.pause = pause
        state = Mutex(SharedReadState(most: most))
    }

    /// Gives the value of a key, read after this was called.
    ///
    /// - Parameters:
    ///   - key: what is asked for.
    ///   - read: reads several; it must not ask this or another shared read itself. Of all who ask together, the leader's
    ///     is called.
    /// - Returns: its value; that of a key of which nothing was read where there is none.
    /// - Throws: what `read` throws; `CancellationError` where the task was cancelled.
    func value(for key: Key, _ read: Reading) async throws -> Value {
        try Task.checkCancellation()
        let ticket = state.withLock { $0.join(key) }
        defer { state.withLock { $0.leave(ticket) } }
        return try await withTaskCancellationHandler {
            while true {
                switch await call(ticket) {
                case .lead: await lead(ticket.batch, read)
                case .finish(let outcome): return try outcome.get()
                case .leave: throw CancellationError()
                }
            }
        } onCancel: {
            state.withLock { $0.cancel(ticket) }?.resume(returning: .leave)
        }
    }

    /// Waits until there is something to do: at once where nobody leads.
    private func call(_ ticket: SharedReadTicket) async -> SharedReadState<Key, Value>.Call {
        await withCheckedContinuation { continuation in
            state.withLock { $0.call(ticket, continuation) }?.resume()
        }
    }

    // MARK: - Leading

    /// Reads for all who have joined, and gives each its own.
    private func lead(_ batch: Int, _ read: Reading) async {
        do {
            // Those who are ready to ask do so first. Who is all alone need not wait for more.
            await Task.yield()
            if places.isBusy || state.withLock({ $0.isShared(batch) }) { try await pause() }
            let answers = try await places.holding {
                // Only now: whoever came while others had the places is taken along.
                let keys = state.withLock { $0.close(batch) }
                return try await outcomes(of: keys, read)
            }
            settle(batch) { answers[$0] ?? .success(none) }
        } catch {
            if Task.isCancelled { return handOver(batch) }
            settle(batch) { _ in .failure(error) }
        }
    }

    /// Reads several keys; where the server fails over them, each half alone, so that a row which it cannot bear does not
    /// stand in the way of the others.
    private func outcomes(of keys: [Key], _ read: Reading) async throws -> [Key: Result<Value, any Error>] {
        do {
            let values = try await read(keys)
            return values.mapValues { .success($0) }
        } catch let error as FogError where error.code == .server && keys.count > 1 {
            let middle = keys.count / 2
            let first = try await outcomes(of: Array(keys[..<middle]), read)
            return first.merging(try await outcomes(of: Array(keys[middle...]), read)) { first, _ in first }
        } catch let error as FogError {
            return Dictionary(keys.map { ($0, .failure(error)) }) { first, _ in first }
        }
    }

    private func settle(_ batch: Int, _ outcome: (Key) -> Result<Value, any Error>) {
        for sleeper in state.withLock({ $0.settle(batch, outcome) }) { sleeper.resume() }
    }

    private func handOver(_ batch: Int) {
        state.withLock { $0.handOver(batch) }?.resume()
    }
}
