extension World {
    /// Classes that can be tasked or cancelled.
    static let taskable: Set<String> = [
        "group", "host", "multicastsession", "scheduledtask", "snapinjob", "snapintask", "task",
    ]
    /// Classes that have active rows.
    static let activatable: Set<String> = ["multicastsession", "scheduledtask", "snapinjob", "snapintask", "task"]

    /// Answers a request whose tokens are right.
    ///
    /// Origin: `lib/router/route.class.php`, `defineRoutes`.
    mutating func route(_ call: Call) throws(Refusal) -> Reply {
        if call.part(0) == "system" { return try Self.system(call) }
        guard let schema = Tables.byName[call.part(0)] else { throw .notImplemented }
        switch call.method {
        case "GET": return try read(schema, call)
        case "POST": return try post(schema, call)
        case "PUT": return try put(schema, call)
        case "DELETE": return try delete(schema, call)
        default: throw .notImplemented
        }
    }

    private static func system(_ call: Call) throws(Refusal) -> Reply {
        guard call.method == "GET" || call.method == "HEAD", call.parts.count == 2,
            ["info", "status"].contains(call.part(1))
        else { throw .notImplemented }
        return .ok(call.method == "HEAD" ? "" : "success\n")
    }

    private mutating func read(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        let verb = call.part(1)
        switch verb {
        case "", "list", "all":
            guard call.parts.dropFirst(2).allSatisfy(\.isEmpty) else { throw .notImplemented }
            return try list(schema, call)
        case "details":
            // Asking a storage node for its files ends in a crash, see recording 035.
            if schema.name == "storagenode", quirks.contains(.nodeDetailsCrash) { throw .crash }
            return try list(schema, call)
        case "active", "current":
            guard Self.activatable.contains(schema.name) else { throw .notImplemented }
            return try active(schema, call)
        case "search":
            let term = call.parts.dropFirst(2).joined(separator: "/")
            guard !term.isEmpty else { throw .notImplemented }
            return try search(schema, term, call)
        case "names": return try names(schema)
        case "ids": return try ids(schema, field: call.part(3))
        default: return try single(schema, Self.number(verb), call)
        }
    }

    private mutating func post(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        if call.parts.count == 3, call.part(2) == "task", Self.taskable.contains(schema.name) {
            return try task(schema, Self.number(call.part(1)), call)
        }
        guard call.parts.count <= 2, ["", "create", "new"].contains(call.part(1)) else { throw .notImplemented }
        return try create(schema, call)
    }

    private mutating func put(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        guard call.parts.count <= 3, ["", "edit", "update"].contains(call.part(2)) else { throw .notImplemented }
        return try edit(schema, Self.number(call.part(1)), call)
    }

    private mutating func delete(_ schema: Schema, _ call: Call) throws(Refusal) -> Reply {
        if call.parts.last == "cancel", call.parts.count <= 3 {
            guard Self.taskable.contains(schema.name) else { throw .notImplemented }
            return try cancel(schema, call.parts.count == 3 ? Self.number(call.part(1)) : 0, call)
        }
        guard call.parts.count <= 3, ["", "delete", "remove"].contains(call.part(2)) else { throw .notImplemented }
        return try remove(schema, Self.number(call.part(1)))
    }

    /// Reads a row's number; anything but digits is no route.
    static func number(_ text: String) throws(Refusal) -> Int {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notImplemented }
        return Int(text) ?? Int.max
    }
}
