public import FogAPI
public import FogSim
public import HTTPTypes

/// Carries requests to a simulated server in the same process.
///
/// What the simulator does to a request or an answer happens here: it may be lost, cut off, late or never come.
public struct FogSimTransport: FogTransport {
    /// Address for people.
    public let address: String

    private let sim: FogSim
    private let elapsed: @Sendable () -> Duration
    private let sleep: (@Sendable (Duration) async throws -> Void)?

    /// Connects to a simulated server.
    ///
    /// - Parameters:
    ///   - sim: simulated server.
    ///   - elapsed: gives the time since the simulation began, by the session's clock.
    ///   - sleep: waits on that clock while an answer is on its way; `nil` lets no time pass here: answers come at once,
    ///     and those that come too late or never fail at once.
    public init(
        _ sim: FogSim,
        elapsed: @escaping @Sendable () -> Duration,
        sleep: (@Sendable (Duration) async throws -> Void)? = nil
    ) {
        self.sim = sim
        self.elapsed = elapsed
        self.sleep = sleep
        address = "http://" + sim.configuration.authority
    }

    /// Lets the simulator answer.
    ///
    /// - Throws: ``TransportError`` with `unreachable` during an outage, `cut` where the answer is cut off or lost,
    ///   `timedOut` where none comes in time; `CancellationError` where the task was cancelled.
    public func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        try Task.checkCancellation()
        let start = elapsed()
        if sim.availability(at: start) == .refused {
            throw TransportError(.unreachable, "connection refused", mayHaveArrived: false)
        }
        let visit = sim.receive(request, body: body ?? [], at: start)
        guard let due = visit.due, due - start < timeout else {
            try await wait(timeout, for: visit)
            sim.leave(visit)
            throw Self.late(timeout)
        }
        try await wait(due - start, for: visit)
        guard let answer = sim.answer(to: visit, at: max(due, elapsed())) else { throw Self.late(timeout) }
        switch answer.delivery {
        case .whole:
            return TransportAnswer(response: answer.response, body: answer.body)
        case .cut(let count):
            throw TransportError(.cut, "connection closed after \(count) bytes of the answer", mayHaveArrived: true)
        case .lost:
            throw TransportError(.cut, "connection closed before an answer", mayHaveArrived: true)
        case .never:
            throw Self.late(timeout)
        }
    }

    /// Waits for an answer; gives it up where the task is cancelled.
    private func wait(_ time: Duration, for visit: FogSim.Visit) async throws {
        guard let sleep, time > .zero else { return }
        do {
            try await sleep(time)
        } catch {
            sim.leave(visit)
            throw error
        }
    }

    private static func late(_ timeout: Duration) -> TransportError {
        TransportError(.timedOut, "no whole answer within \(timeout.components.seconds) s", mayHaveArrived: true)
    }
}
