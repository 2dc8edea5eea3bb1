import FogAPI
import HTTPTypes
import Synchronization

/// Holds each request back until it is let go; the oldest goes first.
final class HeldTransport: FogTransport {
    private struct State {
        var isOpen = false
        var held: [AsyncStream<Void>.Continuation] = []
        var sent: [String] = []
    }

    private let inner: any FogTransport
    private let arrivals = AsyncStream.makeStream(of: String.self)
    private let state: Mutex<State>

    /// - Parameters:
    ///   - inner: what requests are passed on to.
    ///   - isOpen: whether all go at once, until ``close()``.
    init(_ inner: any FogTransport, isOpen: Bool = false) {
        self.inner = inner
        state = Mutex(State(isOpen: isOpen))
    }

    var address: String { inner.address }

    /// Method, path and body of each request.
    var sent: [String] { state.withLock { $0.sent } }

    /// Waits until a request is held, and gives it.
    func arrival() async -> String {
        var waiting = arrivals.stream.makeAsyncIterator()
        return await waiting.next() ?? ""
    }

    /// Lets the oldest request go.
    func release() {
        state.withLock { $0.held.isEmpty ? nil : $0.held.removeFirst() }?.finish()
    }

    /// Lets all go, and those that come later.
    func open() {
        let held = state.withLock { state in
            defer { state.held = [] }
            state.isOpen = true
            return state.held
        }
        for gate in held { gate.finish() }
    }

    /// Holds what comes from now on, and forgets what was sent.
    func close() {
        state.withLock { $0 = State() }
    }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let line = "\(request.method.rawValue) \(request.path ?? "") \(String(decoding: body ?? [], as: UTF8.self))"
        let gate = AsyncStream.makeStream(of: Void.self)
        let isOpen = state.withLock { state in
            state.sent.append(line)
            if !state.isOpen { state.held.append(gate.continuation) }
            return state.isOpen
        }
        if !isOpen {
            arrivals.continuation.yield(line)
            for await _ in gate.stream {}
            try Task.checkCancellation()
        }
        return try await inner.send(request, body: body, timeout: timeout)
    }
}
