import FogModel
package import FogOperations

extension FogOperation: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .server(let operation): try message.oneOf("server", 1) { try $0.field("_0", any: operation) }
        case .rows(let operation): try message.oneOf("rows", 1) { try $0.field("_0", any: operation) }
        case .hosts(let operation): try message.oneOf("hosts", 1) { try $0.field("_0", any: operation) }
        case .links(let operation): try message.oneOf("links", 1) { try $0.field("_0", any: operation) }
        case .macs(let operation): try message.oneOf("macs", 1) { try $0.field("_0", any: operation) }
        case .records(let operation): try message.oneOf("records", 1) { try $0.field("_0", any: operation) }
        case .tasks(let operation): try message.oneOf("tasks", 1) { try $0.field("_0", any: operation) }
        case .session(let operation): try message.oneOf("session", 1) { try $0.field("_0", operation) }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        self =
            switch name {
            case "server": .server(try fields["_0"].value())
            case "rows": .rows(try fields["_0"].value())
            case "hosts": .hosts(try fields["_0"].value())
            case "links": .links(try fields["_0"].value())
            case "macs": .macs(try fields["_0"].value())
            case "records": .records(try fields["_0"].value())
            case "tasks": .tasks(try fields["_0"].value())
            case "session": .session(try fields["_0"].value())
            default: throw FrameError(.unknown, "no family of operations is called \"\(name)\"")
            }
    }
}

extension SessionOperation: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .sleep(let seconds): try message.oneOf("sleep", 1) { try $0.field("_0", seconds) }
        case .now: try message.oneOf("now")
        case .confirm(let question): try message.oneOf("confirm", 1) { try $0.field("_0", any: question) }
        case .fail(let host, let reason):
            try message.oneOf("fail", 2) { message in
                try message.field("_0", any: host)
                try message.field("reason", reason)
            }
        case .open(let server): try message.oneOf("open", 1) { try $0.field("server", server) }
        case .restrict(let permissions): try message.oneOf("restrict", 1) { try $0.field("_0", any: permissions) }
        case .permitted(let grant, let host):
            try message.oneOf("permitted", host == nil ? 1 : 2) { message in
                try message.field("_0", any: grant)
                if let host { try message.field("_1", any: host) }
            }
        case .announce(let grant, let hosts):
            try message.oneOf("announce", 2) { message in
                try message.field("_0", any: grant)
                try message.field("_1", any: hosts)
            }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        self =
            switch name {
            case "sleep": .sleep(try fields["_0"].number())
            case "now": .now
            case "confirm": .confirm(try fields["_0"].value())
            case "fail": .fail(try fields["_0"].value(), reason: try fields["reason"].text())
            case "open": .open(server: try fields["server"].text())
            case "restrict": .restrict(try fields["_0"].value())
            case "permitted": .permitted(try fields["_0"].value(), try fields.optional("_1") { try $0.value() })
            case "announce": .announce(try fields["_0"].value(), try fields["_1"].value())
            default: throw FrameError(.unknown, "no operation is called \"\(name)\"")
            }
    }
}

extension Answer: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .done: try message.oneOf("done")
        case .server(let info): try message.oneOf("server", 1) { try $0.field("_0", any: info) }
        case .rows(let rows): try message.oneOf("rows", 1) { try $0.field("_0", any: rows) }
        case .plugins(let plugins): try message.oneOf("plugins", 1) { try $0.field("_0", any: plugins) }
        case .numbers(let numbers): try message.oneOf("numbers", 1) { try $0.field("_0", any: numbers) }
        case .records(let records): try message.oneOf("records", 1) { try $0.field("_0", any: records) }
        case .raw(let reply): try message.oneOf("raw", 1) { try $0.field("_0", any: reply) }
        case .created(let task): try message.oneOf("created", 1) { try $0.field("_0", any: task) }
        case .multicast(let work): try message.oneOf("multicast", 1) { try $0.field("_0", any: work) }
        case .verdicts(let verdicts, let progress):
            try message.oneOf("verdicts", 2) { message in
                try message.field("_0", any: verdicts)
                try message.field("progress", any: progress)
            }
        case .reason(let reason): try message.oneOf("reason", 1) { try $0.field("_0", any: reason) }
        case .time(let seconds): try message.oneOf("time", 1) { try $0.field("_0", seconds) }
        case .zone(let span): try message.oneOf("zone", 1) { try $0.field("_0", any: span) }
        case .permission(let refusal):
            try message.oneOf("permission", refusal == nil ? 0 : 1) { message in
                if let refusal { try message.field("refusal", refusal) }
            }
        case .flag(let flag): try message.oneOf("flag", 1) { try $0.field("_0", any: flag) }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        self =
            switch name {
            case "done": .done
            case "server": .server(try fields["_0"].value())
            case "rows": .rows(try fields["_0"].value(EntityRows.self))
            case "plugins": .plugins(try fields["_0"].value())
            case "numbers": .numbers(try fields["_0"].value())
            case "records": .records(try fields["_0"].value())
            case "raw": .raw(try fields["_0"].value())
            case "created": .created(try fields["_0"].value())
            case "multicast": .multicast(try fields["_0"].value())
            case "verdicts": .verdicts(try fields["_0"].value(), progress: try fields["progress"].value())
            case "reason": .reason(try fields["_0"].value())
            case "time": .time(try fields["_0"].number())
            case "zone": .zone(try fields["_0"].value())
            case "permission": .permission(refusal: try fields.optional("refusal") { try $0.text() })
            case "flag": .flag(try fields["_0"].flag())
            default: throw FrameError(.unknown, "no answer is called \"\(name)\"")
            }
    }
}
