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

/// A broker in front of a simulated server, all on one executor and on virtual time.
final class Stage: Sendable {
    let clock: VirtualClock
    let sim: FogSim
    let transport: CountingTransport
    let broker: Broker
    let log = Noted<String>()
    let events = Noted<BrokerEvent>()
    let questions = Noted<FogOperations.Confirmation>()
    private let executor = DedicatedThreadExecutor(name: "stage")
    private let numbers = Noted<Int>()

    /// Sets up a lab of which 2 hosts of 3 are in "Lab A" and have an image.
    init(
        hosts: Int = 30,
        isOperatorWilling: Bool = true,
        rate: Int? = nil,
        _ change: (inout FogSim.Configuration) -> Void = { _ in }
    ) {
        var configuration = FogSim.Configuration.lab(hosts: hosts)
        configuration.slots = hosts
        change(&configuration)
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000))
        self.clock = clock
        sim = FogSim(configuration: configuration, seed: 1, start: clock.startDate)
        transport = CountingTransport(FogSimTransport(sim) { clock.now.elapsed })
        let access = configuration.access
        let credentials = FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken))
        let (log, events, questions) = (log, events, questions)
        broker = Broker(
            server: FogServer(transport: transport, credentials: credentials, clock: clock) { 0 },
            clock: clock,
            run: RunID(7),
            logger: Logger(label: "audit") { _ in NotingLogHandler(lines: log) },
            confirm: { question in
                questions.note(question)
                return isOperatorWilling
            },
            open: { name in throw FogError(.notFound, "no server named \"\(name)\"") },
            rate: rate,
            events: { events.note($0) }
        )
        executor.setIdleAction { clock.advance() }
    }

    deinit { executor.stop() }

    /// Runs a body where everything of the stage runs.
    func play<Value: Sendable>(_ body: @Sendable (Stage) async throws -> Value) async rethrows -> Value {
        try await withTaskExecutorPreference(executor) { try await body(self) }
    }

    /// Asks the broker under the next number.
    func ask(_ operation: FogOperation) async throws -> Answer {
        try await broker.answer(FogCall(number: numbers.note(0), operation: operation))
    }

    /// Deploys to a host and gives the task.
    func deploy(_ host: Int) async throws -> TaskID {
        let answer = try await ask(.tasks(.create(id(host), .name(.deploy), TaskOptions(wake: true))))
        guard case .created(let created) = answer, let task = created.task else { throw FogError(.server, "no task") }
        return task.id
    }

    /// Waits for tasks.
    func wait(_ tasks: [TaskID], _ options: WaitOptions = WaitOptions()) async throws -> [Verdict] {
        guard case .verdicts(let verdicts, _) = try await ask(.tasks(.wait(tasks.map { .task($0) }, options))) else {
            throw FogError(.server, "no verdicts")
        }
        return verdicts
    }

    /// What has happened, without the operations' beginnings and ends.
    var news: [BrokerEvent.Kind] {
        events.all.map(\.kind).filter {
            switch $0 {
            case .operationBegun, .operationEnded: false
            default: true
            }
        }
    }
}

/// Makes an identifier of a number that names a row.
func id<Row>(_ number: Int) -> Identifier<Row> {
    guard let id = Identifier<Row>(number) else { preconditionFailure("\(number) names no row") }
    return id
}
