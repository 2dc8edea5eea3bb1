import FogAPI
import FogBroker
import FogModel
import FogOperations
import FogSim
import FogSimTransport
import FogTime
import Foundation
import HTTPTypes
import Logging
import Synchronization

/// A simulated lab in which everything can be looked at and nothing changes: changes are noted and not sent.
final class Looking: FogTransport {
    private let next: any FogTransport
    /// Nothing ever changes, so that each answer holds for ever.
    private let answers = Mutex<[String: TransportAnswer]>([:])
    /// Method and path of each change that somebody wanted to send.
    let changes = Noted<String>()

    init(_ next: any FogTransport) {
        self.next = next
    }

    var address: String { next.address }

    func send(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) async throws -> TransportAnswer {
        guard request.method == .get else {
            changes.note("\(request.method.rawValue) \(request.path ?? "")")
            throw CancellationError()
        }
        let key = "\(request.path ?? "") \(String(decoding: body ?? [], as: UTF8.self))"
        if let answer = answers.withLock({ $0[key] }) { return answer }
        let answer = try await next.send(request, body: body, timeout: timeout)
        answers.withLock { $0[key] = answer }
        return answer
    }
}

/// A lab of nine hosts, of which six are in "Lab A", behind brokers that each have their own permissions.
struct PermissionLab: Sendable {
    let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000))
    let transport: Looking
    let server: FogServer

    init() {
        let configuration = FogSim.Configuration.lab(hosts: 9)
        let sim = FogSim(configuration: configuration, seed: 1, start: clock.startDate)
        let clock = clock
        transport = Looking(FogSimTransport(sim) { clock.now.elapsed })
        let access = configuration.access
        let credentials = FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken))
        server = FogServer(transport: transport, credentials: credentials, clock: clock) { 0 }
    }

    /// Makes a broker.
    func broker(_ permissions: RunPermissions) -> Broker {
        Broker(
            server: server,
            clock: clock,
            run: RunID(7),
            logger: Logger(label: "audit") { _ in SwiftLogNoOpLogHandler() },
            confirm: { _ in true },
            open: { name in throw FogError(.notFound, name) },
            permissions: permissions,
            events: { _ in }
        )
    }

    /// Asks, and gives the error of what was not permitted; nil for whatever was let through.
    func denial(_ operation: FogOperation, _ broker: Broker, handle: Int? = nil) async -> FogError? {
        do {
            _ = try await broker.answer(FogCall(number: 1, handle: handle, operation: operation))
        } catch let error as FogError where error.code == .denied {
            return error
        } catch {}
        return nil
    }
}
