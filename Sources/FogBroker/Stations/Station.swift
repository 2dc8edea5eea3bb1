import FogAPI
import FogModel
import FogOperations
import FogTime
import Logging

/// One server of a run: its client, its poller, and what the run has done there.
///
/// An operation passes through ``answer(_:number:)``: there it is announced, performed and recorded. Whatever may refuse it
/// or answer in the server's place belongs between the announcement and the performance.
final class Station: Sendable {
    /// Name of the server in the operator's settings; nil for the one that the run is about.
    let name: String?
    let server: FogServer
    let clock: any SessionClock
    let run: RunID
    let confirm: Confirmer
    let ledger: RunLedger
    let poller: Poller
    /// Reads the addresses of the machine that Foghorn runs on.
    let addresses: @Sendable () -> [MACAddress]
    let permissions: RunPermissions
    /// Hosts that the selectors of grants mean here.
    let selections: SelectorHosts
    private let logger: Logger
    private let pace: OperationPace?

    init(
        name: String?,
        server: FogServer,
        clock: any SessionClock,
        run: RunID,
        logger: Logger,
        confirm: @escaping Confirmer,
        addresses: @escaping @Sendable () -> [MACAddress],
        ledger: RunLedger,
        permissions: RunPermissions,
        pace: OperationPace?
    ) {
        self.name = name
        self.server = server
        self.clock = clock
        self.run = run
        self.confirm = confirm
        self.addresses = addresses
        self.logger = logger
        self.ledger = ledger
        self.permissions = permissions
        self.pace = pace
        selections = SelectorHosts(server)
        poller = Poller(clock: clock) {
            try await server.look($0)
        } told: {
            ledger.note($0)
        }
    }

    /// Answers one operation.
    func answer(_ call: FogCall) async throws -> Answer {
        let (operation, number) = (call.operation, call.number)
        let start = clock.now
        ledger.tell(
            .operationBegun(.init(operation: operation.name, number: number, hosts: operation.subjects))
        )
        let result: Result<Answer, any Error>
        do {
            let decision = try await decide(operation, handle: call.handle)
            note(decision, on: call)
            if let refusal = decision.refusal { throw refusal }
            try await waitForTurn(operation)
            result = .success(try await perform(call))
        } catch let error as FogError {
            result = .failure(error.named(after: operation))
        } catch {
            result = .failure(error)
        }
        close(operation, number: number, since: start, result)
        return try result.get()
    }

    /// Waits where the run has asked for more than it may a second; what no server answers is free.
    private func waitForTurn(_ operation: FogOperation) async throws {
        guard let pace else { return }
        if case .session = operation { return }
        let wait = pace.take(at: clock.now)
        if wait > .zero { try await clock.sleep(for: wait) }
    }

    /// Records what was decided on a change, before anything is sent, and each refusal.
    private func note(_ decision: PermissionDecision, on call: FogCall) {
        guard call.operation.isChange || decision.refusal != nil else { return }
        let hosts = ledger.read { record in
            decision.hosts.map { host in
                switch host {
                case .known(let id): record.name(of: id).map { "\(id) \($0)" } ?? "\(id)"
                case .new(let name): name
                }
            }
        }
        AuditLine.write(decision, on: call, server: name, hosts: hosts, to: logger)
    }

    /// Records how an operation ended: in the log, for those who watch, and for what comes later.
    private func close(
        _ operation: FogOperation,
        number: Int,
        since start: SessionInstant,
        _ result: Result<Answer, any Error>
    ) {
        if case .success(let answer) = result {
            ledger.note { record in
                record.learn(from: answer)
                record.own.learn(operation, answer)
            }
            settle(operation, answer)
        }
        let line = AuditLine(
            server: name,
            operation: operation,
            number: number,
            seconds: start.duration(to: clock.now) / .seconds(1),
            hosts: ledger.read { $0.labels(of: operation, result) },
            result: result
        )
        line.write(to: logger)
        let ended = BrokerEvent.OperationEnded(
            operation: operation.name,
            number: number,
            result: line.code,
            message: line.message,
            duration: line.seconds
        )
        ledger.tell(.operationEnded(ended))
    }
}

extension Station {
    /// Takes that a host has been registered: it has a number from now on.
    private func settle(_ operation: FogOperation, _ answer: Answer) {
        guard case .newHost(let name)? = operation.demands.first?.subjects, case .rows(let rows) = answer,
            let host = rows.of(Host.self)?.first
        else { return }
        permissions.settle(name, of: self.name, as: host.id)
        selections.take(name, as: host.id)
    }
}

extension FogError {
    /// Names the operation, unless something beneath has.
    fileprivate func named(after operation: FogOperation) -> FogError {
        var error = self
        error.operation = error.operation ?? operation.name
        return error
    }
}
