package import FogAPI
import FogModel
package import FogOperations
package import FogTime
package import Logging

/// Asks the operator; gives whether to go on.
package typealias Confirmer = @Sendable (Confirmation) async throws -> Bool

/// Answers the operations of one run, and is the only way from a script to a server.
///
/// An operation passes through ``answer(_:number:)``: there it is announced, performed and recorded. Whatever may refuse it
/// or answer in the server's place belongs between the announcement and the performance.
///
/// On one serial executor and a virtual clock, the same operations give the same requests, events and log lines in the
/// same order.
package final class Broker: OperationHandler {
    let server: FogServer
    let clock: any SessionClock
    let run: RunID
    let confirm: Confirmer
    let ledger: RunLedger
    let poller: Poller
    private let logger: Logger

    /// Makes a broker for one run; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - server: server that all operations go to.
    ///   - clock: session's clock.
    ///   - run: number of the run, part of the marker of each task that it makes.
    ///   - logger: takes one line for each operation.
    ///   - confirm: asks the operator.
    ///   - events: told what happens, from the operations' own executor; it must not block.
    package init(
        server: FogServer,
        clock: any SessionClock,
        run: RunID,
        logger: Logger,
        confirm: @escaping Confirmer,
        events: @escaping @Sendable (BrokerEvent) -> Void
    ) {
        self.server = server
        self.clock = clock
        self.run = run
        self.confirm = confirm
        self.logger = logger
        let ledger = RunLedger(clock: clock, sink: events)
        self.ledger = ledger
        poller = Poller(clock: clock) {
            try await server.look($0)
        } told: {
            ledger.note($0)
        }
    }

    /// What has become of the hosts that the run has tasked or waited for so far.
    package var outcome: RunOutcome { ledger.read(\.outcome) }

    /// Tasks that the run has made and that are not known to have ended, in the order in which they were made.
    package var activeTasks: [StartedTask] { ledger.read(\.started) }

    /// Tasks that were asked for and of which nobody knows whether they were made: cancelled in the middle, or answer lost.
    package var uncertainTasks: [UncertainTask] { ledger.read(\.uncertain) }

    /// Answers one operation.
    ///
    /// Cancelling the calling task ends it at once, sleeps and waits included; a change that has been sent may have
    /// happened.
    package func answer(_ operation: FogOperation, number: Int) async throws -> Answer {
        let start = clock.now
        ledger.tell(
            .operationBegun(.init(operation: operation.name, number: number, hosts: operation.subjects))
        )
        let result: Result<Answer, any Error>
        do {
            result = .success(try await perform(operation, number: number))
        } catch let error as FogError {
            result = .failure(error.named(after: operation))
        } catch {
            result = .failure(error)
        }
        close(operation, number: number, since: start, result)
        return try result.get()
    }

    /// Records how an operation ended: in the log, for those who watch, and for what comes later.
    private func close(
        _ operation: FogOperation,
        number: Int,
        since start: SessionInstant,
        _ result: Result<Answer, any Error>
    ) {
        if case .success(let answer) = result { ledger.note { $0.learn(from: answer) } }
        let line = AuditLine(
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

extension FogError {
    /// Names the operation, unless something beneath has.
    fileprivate func named(after operation: FogOperation) -> FogError {
        var error = self
        error.operation = error.operation ?? operation.name
        return error
    }
}
