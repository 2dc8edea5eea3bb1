public import FogAPI
public import FogSim
public import HTTPTypes

/// Carries requests to a simulated server in the same process.
///
/// No time passes on the way; what the simulator does to an answer, cut it off or lose it, happens here.
public struct FogSimTransport: FogTransport {
    /// Address for people.
    public let address: String

    private let sim: FogSim
    private let elapsed: @Sendable () -> Duration

    /// Connects to a simulated server.
    ///
    /// - Parameters:
    ///   - sim: simulated server.
    ///   - elapsed: gives the time since the simulation began, by the session's clock.
    public init(_ sim: FogSim, elapsed: @escaping @Sendable () -> Duration) {
        self.sim = sim
        self.elapsed = elapsed
        address = "http://" + sim.configuration.authority
    }

    /// Lets the simulator answer.
    ///
    /// - Throws: ``TransportError`` with `unreachable` during an outage, `cut` where the answer is cut off or lost.
    public func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        try Task.checkCancellation()
        let now = elapsed()
        if sim.availability(at: now) == .refused {
            throw TransportError(.unreachable, "connection refused", mayHaveArrived: false)
        }
        let answer = sim.respond(to: request, body: body ?? [], at: now)
        switch answer.delivery {
        case .whole:
            return TransportAnswer(response: answer.response, body: answer.body)
        case .cut(let count):
            throw TransportError(.cut, "connection closed after \(count) bytes of the answer", mayHaveArrived: true)
        case .lost:
            throw TransportError(.cut, "connection closed before an answer", mayHaveArrived: true)
        }
    }
}
