package import FogModel

/// Everything that a script can ask of the world outside, one value each.
///
/// Only the fields of the value count: what an operation does and whom it touches are computed from it, never sent.
package enum FogOperation: Hashable, Sendable {
    /// About the server itself.
    case server(ServerOperation)
    /// About the rows of any class that has a type.
    case rows(RowOperation)
    /// About hosts, beyond what holds for all rows.
    case hosts(HostOperation)
    /// About what belongs to what.
    case links(LinkOperation)
    /// About MAC addresses.
    case macs(MACOperation)
    /// About rows without a type, and requests in FOG's own words.
    case records(RecordOperation)
    /// About tasks.
    case tasks(TaskOperation)
    /// About the run's own clock and operator.
    case session(SessionOperation)

    /// The operation as one of its family.
    package var member: any OperationFamily {
        switch self {
        case .server(let operation): operation
        case .rows(let operation): operation
        case .hosts(let operation): operation
        case .links(let operation): operation
        case .macs(let operation): operation
        case .records(let operation): operation
        case .tasks(let operation): operation
        case .session(let operation): operation
        }
    }

    /// Name for logs and errors, as in `createTask`.
    package var name: String { member.name }
    /// What the operation does.
    package var effect: Effect { member.effect }
    /// Hosts that it changes, as far as the operation itself names them.
    package var subjects: [HostID] { member.subjects }
    /// Whether it changes anything on the server.
    package var isChange: Bool { effect.isChange }
}

/// One operation as a session asks for it.
package struct FogCall: Hashable, Sendable {
    /// Place of the operation among all of its session, from 1; part of the marker of a created task.
    package var number: Int
    /// Name of the server that is asked, as the operator's settings have it; nil is the one that the run is about.
    package var server: String?
    /// Handle of `fog` whose grants hold, as ``SessionOperation/restrict(_:)`` numbered it; nil is the run's own.
    ///
    /// A session may name another than its script used: it cannot name one that grants more than the run has.
    package var handle: Int?
    /// Line of the script, as in `lab.lua:12`; the session's own word, for people who read the audit log.
    package var place: String?
    /// Job of the prompt that asks, by its number; nil in a run, where there is but one.
    package var job: Int?
    /// What is asked.
    package var operation: FogOperation

    /// Makes a call.
    package init(
        number: Int,
        server: String? = nil,
        handle: Int? = nil,
        place: String? = nil,
        job: Int? = nil,
        operation: FogOperation
    ) {
        self.number = number
        self.server = server
        self.handle = handle
        self.place = place
        self.job = job
        self.operation = operation
    }
}
