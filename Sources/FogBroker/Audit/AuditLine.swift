import FogModel
import FogOperations
import Logging

/// What the log keeps of one operation: who was touched and what came of it, never a value that was sent.
struct AuditLine {
    /// Name of the server; nil for the one that the run is about.
    let server: String?
    /// Operation that was asked for.
    let operation: FogOperation
    /// Place of the operation in its session.
    let number: Int
    /// Seconds that it took.
    let seconds: Double
    /// Hosts that it changed, as people call them.
    let hosts: [String]
    /// What it was answered.
    let result: Result<Answer, any Error>

    /// Writes the line.
    func write(to logger: Logger) {
        logger.log(level: level, "\(operation.name)", metadata: metadata)
    }

    /// `ok`, or the code of the error.
    var code: String {
        switch result {
        case .success: "ok"
        case .failure(let error as FogError): error.code.rawValue
        case .failure(is CancellationError): FogError.Code.cancelled.rawValue
        case .failure: FogError.Code.server.rawValue
        }
    }

    /// Error in words; nil where there was none.
    var message: String? {
        switch result {
        case .success: nil
        case .failure(let error as FogError): error.message
        case .failure(is CancellationError): "called off"
        case .failure(let error): "\(error)"
        }
    }

    private var level: Logger.Level {
        if operation.isChange { return .notice }
        if case .session(.confirm) = operation { return .notice }
        if case .failure = result { return .notice }
        return operation.effect == .nothing ? .debug : .info
    }

    private var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = [
            "operation": "\(operation.name)",
            "number": "\(number)",
            "effect": "\(operation.effect)",
            "result": "\(code)",
            "seconds": "\(seconds)",
        ]
        if let server { metadata["server"] = "\(server)" }
        if !hosts.isEmpty { metadata["hosts"] = .array(hosts.map { .string($0) }) }
        if !tasks.isEmpty { metadata["tasks"] = .array(tasks.map { "\($0)" }) }
        if let message { metadata["error"] = "\(message)" }
        if case .success(.flag(let isAgreed)) = result, case .session(.confirm) = operation {
            metadata["agreed"] = "\(isAgreed)"
        }
        return metadata
    }

    /// Tasks that it made, called off or waited for.
    private var tasks: [TaskID] {
        switch (operation, result) {
        case (.tasks(.wait(let targets, _)), _):
            targets.compactMap { if case .task(let task) = $0 { task } else { nil } }
        case (.tasks(.cancel(let task)), _): [task]
        case (_, .success(.created(let created))): created.task.map { [$0.id] } ?? []
        case (_, .success(.multicast(let work))): work.hosts.compactMap { $0.created?.task?.id }
        case (.tasks(.cancelAll), .success(.rows(let rows))): rows.of(FogTask.self)?.map(\.id) ?? []
        default: []
        }
    }
}

extension AuditLine {
    /// Writes what was decided on an operation, before it is performed.
    ///
    /// - Parameters:
    ///   - decision: what was decided.
    ///   - call: what was asked.
    ///   - server: name of the server; nil for the one that the run is about.
    ///   - hosts: hosts that it would change, as people call them.
    ///   - logger: takes the line.
    static func write(
        _ decision: PermissionDecision,
        on call: FogCall,
        server: String?,
        hosts: [String],
        to logger: Logger
    ) {
        var metadata: Logger.Metadata = [
            "operation": "\(call.operation.name)",
            "number": "\(call.number)",
            "needs": .array(decision.verbs.map { .string($0) }),
            "decision": decision.refusal == nil ? "granted" : "refused",
        ]
        if let server { metadata["server"] = "\(server)" }
        // The session says where it is: nobody else can know.
        if let place = call.place { metadata["claimed_line"] = "\(place)" }
        if let handle = call.handle { metadata["handle"] = "\(handle)" }
        if !hosts.isEmpty { metadata["hosts"] = .array(hosts.map { .string($0) }) }
        if let refusal = decision.refusal { metadata["error"] = "\(refusal.message)" }
        logger.notice("permission", metadata: metadata)
    }
}
