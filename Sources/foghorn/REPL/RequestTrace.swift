import FogAPI
import FogBroker
import FogModel
import FogSession
import FogSim
import FogSimTransport
import FogTime
import Foundation
import HTTPTypes
import Logging
import Synchronization

/// The requests behind a function: those that its example makes on a simulated server.
///
/// So they are never told otherwise than they are.
struct RequestTrace {
    /// Example of the function.
    let example: String

    /// Runs the example and gives its requests, each kind once, as in `GET /fog/host/12`; none where it cannot be run.
    func requests() async -> [String] {
        let noted = NotedRequests()
        let simulation = Simulation(.school(), seed: 1, clock: VirtualClock(startDate: Date(timeIntervalSince1970: 0)))
        guard let clock = simulation.clock as? VirtualClock else { return [] }
        let executor = DedicatedThreadExecutor(name: "foghorn trace")
        defer { executor.stop() }
        let process = ScriptProcess()
        defer { process.close() }
        let broker = Broker(
            server: simulation.client { noted.noting($0) },
            clock: clock,
            run: RunID(1),
            logger: Logger(label: "foghorn") { _ in SwiftLogNoOpLogHandler() },
            confirm: { _ in true },
            open: { simulation.sibling($0).server },
            events: { _ in }
        )
        let host = SessionHost(
            link: process.link,
            handler: broker,
            executor: executor,
            clock: clock,
            artifact: { _ in },
            output: { _ in }
        )
        _ = try? await host.run(ScriptSource(name: "example", text: example), SessionSettings(seed: 1))
        return noted.lines
    }
}

/// Requests in the order in which each kind was first sent.
private final class NotedRequests: Sendable {
    private let kinds = Mutex<[String]>([])

    var lines: [String] { kinds.withLock(\.self) }

    func noting(_ transport: any FogTransport) -> any FogTransport { NotingTransport(inner: transport, noted: self) }

    fileprivate func take(_ request: HTTPRequest) {
        let line = "\(request.method.rawValue) \(request.path ?? "")"
        kinds.withLock { kinds in
            if !kinds.contains(line) { kinds.append(line) }
        }
    }
}

private struct NotingTransport: FogTransport {
    let inner: any FogTransport
    let noted: NotedRequests

    var address: String { inner.address }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        noted.take(request)
        return try await inner.send(request, body: body, timeout: timeout)
    }
}
