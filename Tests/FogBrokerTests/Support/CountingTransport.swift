import FogAPI
import HTTPTypes
import Synchronization

/// Passes requests on and notes them; may keep them waiting for ever.
final class CountingTransport: FogTransport {
    private let next: any FogTransport
    private let lines = Noted<String>()
    private let stuck = Mutex(false)

    init(_ next: any FogTransport) {
        self.next = next
    }

    var address: String { next.address }

    /// Method and path of each request.
    var sent: [String] { lines.all }

    /// Looks at the active tasks, without those for one host.
    var looks: Int { sent.count { $0 == "GET /fog/task/active" } }

    /// Lets no further request be answered.
    func getStuck() { stuck.withLock { $0 = true } }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        let filter = body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
        lines.note("\(request.method.rawValue) \(request.path ?? "")\(filter)")
        if stuck.withLock({ $0 }) { try await Task.sleep(for: .seconds(100_000)) }
        return try await next.send(request, body: body, timeout: timeout)
    }
}
