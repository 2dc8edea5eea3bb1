import FogModel

extension BrokerEvent: Codable {
    private enum CodingKeys: String, CodingKey {
        case event, at, time, server
    }

    /// Names of events in JSON; they never change.
    private enum Name: String, Codable {
        case operationBegun = "operation_begun"
        case operationEnded = "operation_ended"
        case taskCreated = "task_created"
        case taskProgress = "task_progress"
        case verdict
        case serverUnavailable = "server_unavailable"
        case serverBack = "server_back"
    }

    /// Reads an event from one flat object.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        seconds = try container.decode(Double.self, forKey: .at)
        time = try container.decode(Double.self, forKey: .time)
        server = try container.decodeIfPresent(String.self, forKey: .server)
        kind =
            switch try container.decode(Name.self, forKey: .event) {
            case .operationBegun: .operationBegun(try OperationBegun(from: decoder))
            case .operationEnded: .operationEnded(try OperationEnded(from: decoder))
            case .taskCreated: .taskCreated(try StartedTask(from: decoder))
            case .taskProgress: .taskProgress(try TaskProgress(from: decoder))
            case .verdict: .verdict(try Verdict(from: decoder))
            case .serverUnavailable: .serverUnavailable(try ServerUnavailable(from: decoder))
            case .serverBack: .serverBack(try ServerBack(from: decoder))
            }
    }

    /// Writes one flat object: `event`, `at` and `time`, and what belongs to the event.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .event)
        try container.encode(seconds, forKey: .at)
        try container.encodeIfPresent(server, forKey: .server)
        try container.encode(time, forKey: .time)
        switch kind {
        case .operationBegun(let begun): try begun.encode(to: encoder)
        case .operationEnded(let ended): try ended.encode(to: encoder)
        case .taskCreated(let task): try task.encode(to: encoder)
        case .taskProgress(let progress): try progress.encode(to: encoder)
        case .verdict(let verdict): try verdict.encode(to: encoder)
        case .serverUnavailable(let unavailable): try unavailable.encode(to: encoder)
        case .serverBack(let back): try back.encode(to: encoder)
        }
    }

    private var name: Name {
        switch kind {
        case .operationBegun: .operationBegun
        case .operationEnded: .operationEnded
        case .taskCreated: .taskCreated
        case .taskProgress: .taskProgress
        case .verdict: .verdict
        case .serverUnavailable: .serverUnavailable
        case .serverBack: .serverBack
        }
    }
}
