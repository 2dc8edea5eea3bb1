import FogAPI
import HTTPTypes
import Synchronization

/// A request that was answered.
struct NotedRequest: Sendable {
    let head: HTTPRequest
    let body: [UInt8]?
}

/// Hands requests on and notes those that got an answer with data.
final class NotedTransport: FogTransport {
    private let inner: any FogTransport
    private let log = Mutex<[NotedRequest]>([])

    /// Notes what goes through a transport.
    init(_ inner: any FogTransport) {
        self.inner = inner
    }

    var address: String { inner.address }

    /// Requests that were answered, in the order of the answers.
    var requests: [NotedRequest] { log.withLock { $0 } }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let answer = try await inner.send(request, body: body, timeout: timeout)
        if answer.response.status.kind == .successful {
            log.withLock { $0.append(NotedRequest(head: request, body: body)) }
        }
        return answer
    }
}
