package import FogSession

/// What a worker tells the process that started it; commands go the other way in lists as they are.
package enum WorkerMessage: Hashable, Sendable {
    /// First of all: the walls that stand around the worker, as bits.
    case hello(walls: Int)
    /// The worker could not put up its walls, for a reason with that number, and leaves.
    case unconfined(code: Int)
    /// Events in order, and where the script was seen last.
    case events([SessionEvent], place: ScriptPlace?)
    /// The script is computing.
    case busy(place: ScriptPlace?)
}

extension WorkerMessage: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .hello(let walls): try message.oneOf("hello", 1) { try $0.field("walls", walls) }
        case .unconfined(let code): try message.oneOf("unconfined", 1) { try $0.field("code", code) }
        case .events(let events, let seen):
            try message.oneOf("events", seen == nil ? 1 : 2) { message in
                try message.field("_0", events)
                if let seen { try message.field("place", seen) }
            }
        case .busy(let seen):
            try message.oneOf("busy", seen == nil ? 0 : 1) { message in
                if let seen { try message.field("place", seen) }
            }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        switch name {
        case "hello": self = .hello(walls: try fields["walls"].integer())
        case "unconfined": self = .unconfined(code: try fields["code"].integer())
        case "events":
            self = .events(try fields["_0"].list(), place: try fields.optional("place") { try $0.value() })
        case "busy": self = .busy(place: try fields.optional("place") { try $0.value() })
        default: throw FrameError(.unknown, "no message is called \"\(name)\"")
        }
    }
}
