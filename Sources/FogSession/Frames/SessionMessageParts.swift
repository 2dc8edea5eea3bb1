import FogModel
package import FogOperations

extension SessionCommand: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .describe(let source, let limits):
            try message.oneOf("describe", 2) { message in
                try message.field("_0", any: source)
                try message.field("_1", any: limits)
            }
        case .run(let source, let settings):
            try message.oneOf("run", 2) { message in
                try message.field("_0", any: source)
                try message.field("_1", any: settings)
            }
        case .answer(let number, let result):
            try message.oneOf("answer", 2) { message in
                try message.field("_0", number)
                try message.field("_1", result)
            }
        case .cancel: try message.oneOf("cancel")
        case .open(let settings): try message.oneOf("open", 1) { try $0.field("_0", any: settings) }
        case .prompt(let command): try message.oneOf("prompt", 1) { try $0.field("_0", any: command) }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        self =
            switch name {
            case "describe": .describe(try fields["_0"].value(), try fields["_1"].value())
            case "run": .run(try fields["_0"].value(), try fields["_1"].value())
            case "answer": .answer(try fields["_0"].integer(), try fields["_1"].value())
            case "cancel": .cancel
            case "open": .open(try fields["_0"].value())
            case "prompt": .prompt(try fields["_0"].value())
            default: throw FrameError(.unknown, "no command is called \"\(name)\"")
            }
    }
}

extension SessionResult: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .success(let answer): try message.oneOf("success", 1) { try $0.field("_0", answer) }
        case .failure(let error): try message.oneOf("failure", 1) { try $0.field("_0", any: error) }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        self =
            switch name {
            case "success": .success(try fields["_0"].value())
            case "failure": .failure(try fields["_0"].value())
            default: throw FrameError(.unknown, "no result is called \"\(name)\"")
            }
    }
}

extension SessionEvent: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        switch self {
        case .described(let workflow):
            try message.oneOf("described", workflow == nil ? 0 : 1) { message in
                if let workflow { try message.field("_0", any: workflow) }
            }
        case .notDescribed(let failure): try message.oneOf("notDescribed", 1) { try $0.field("_0", any: failure) }
        case .operation(let call): try message.oneOf("operation", 1) { try $0.field("_0", call) }
        case .output(let output): try message.oneOf("output", 1) { try $0.field("_0", any: output) }
        case .artifact(let artifact): try message.oneOf("artifact", 1) { try $0.field("_0", any: artifact) }
        case .idle(let answersSeen): try message.oneOf("idle", 1) { try $0.field("answersSeen", answersSeen) }
        case .finished(let value): try message.oneOf("finished", 1) { try $0.field("_0", any: value) }
        case .failed(let failure): try message.oneOf("failed", 1) { try $0.field("_0", any: failure) }
        case .prompt(let event): try message.oneOf("prompt", 1) { try $0.field("_0", any: event) }
        }
    }

    package init(_ value: TapeDecoder) throws {
        let (name, fields) = try value.oneOf()
        self =
            switch name {
            case "described": .described(try fields.optional("_0") { try $0.value() })
            case "notDescribed": .notDescribed(try fields["_0"].value())
            case "operation": .operation(try fields["_0"].value())
            case "output": .output(try fields["_0"].value())
            case "artifact": .artifact(try fields["_0"].value())
            case "idle": .idle(answersSeen: try fields["answersSeen"].integer())
            case "finished": .finished(try fields["_0"].value())
            case "failed": .failed(try fields["_0"].value())
            case "prompt": .prompt(try fields["_0"].value())
            default: throw FrameError(.unknown, "no event is called \"\(name)\"")
            }
    }
}

extension FogCall: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        let absent = [server == nil, handle == nil, place == nil, job == nil].count { $0 }
        try message.map(6 - absent) { message in
            try message.field("number", number)
            if let server { try message.field("server", server) }
            if let handle { try message.field("handle", handle) }
            if let place { try message.field("place", place) }
            if let job { try message.field("job", job) }
            try message.field("operation", operation)
        }
    }

    package init(_ value: TapeDecoder) throws {
        self.init(
            number: try value["number"].integer(),
            server: try value.optional("server") { try $0.text() },
            handle: try value.optional("handle") { try $0.integer() },
            place: try value.optional("place") { try $0.text() },
            job: try value.optional("job") { try $0.integer() },
            operation: try value["operation"].value()
        )
    }
}

extension ScriptPlace: MessagePart {
    package func write(to message: inout MessageWriter) throws {
        try message.map(2) { message in
            try message.field("source", source)
            try message.field("line", line)
        }
    }

    package init(_ value: TapeDecoder) throws {
        self.init(source: try value["source"].text(), line: try value["line"].integer())
    }
}
