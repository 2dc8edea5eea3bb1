import FogAPI
import HTTPTypes

/// Holds the first change back until it is let go.
final class GatedTransport: FogTransport {
    private let inner: any FogTransport
    private let arrivals = AsyncStream.makeStream(of: Void.self)
    private let departures = AsyncStream.makeStream(of: Void.self)

    init(_ inner: any FogTransport) {
        self.inner = inner
    }

    var address: String { inner.address }

    /// Waits until a change is about to be sent.
    func waitForChange() async {
        var waiting = arrivals.stream.makeAsyncIterator()
        _ = await waiting.next()
    }

    /// Lets the change go, and all that come after.
    func open() { departures.continuation.finish() }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        if request.method != .get {
            arrivals.continuation.yield()
            for await _ in departures.stream {}
            // Whoever was called off meanwhile does not learn whether it arrives.
            try Task.checkCancellation()
        }
        return try await inner.send(request, body: body, timeout: timeout)
    }
}
