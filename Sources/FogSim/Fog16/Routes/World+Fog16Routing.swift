import HTTPTypes

extension World {
    /// Answers a request as FOG 1.6 does.
    ///
    /// Origin: api-1.6.md section 3.
    mutating func route16(_ call: inout Call, _ fields: HTTPFields) throws(Refusal) -> Reply {
        guard configuration.access.isAPIEnabled else {
            let page = "http://\(configuration.authority)/fog/management/index.php"
            throw Refusal(Reply(status: 308, contentType: Reply.html, location: page, body: []))
        }
        if let reply = publicAnswer(call) { return reply }
        let caller = try caller(fields)
        call.login = caller.name
        if let schema = Tables16.byName[call.part(0)] { return try route(schema, call, caller) }
        return try other(call, caller)
    }

    private mutating func route(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        switch call.method {
        case "GET": return try read16(schema, call, caller)
        case "POST" where call.part(1) == "join", "PUT" where call.part(1) == "join":
            guard call.parts.count == 2 else { throw .notImplemented }
            return try join(schema, call, caller)
        case "POST": return try post16(schema, call, caller)
        case "PUT":
            guard call.parts.count <= 3, ["", "edit", "update"].contains(call.part(2)) else { throw .notImplemented }
            return try edit16(schema, Self.number(call.part(1)), call, caller)
        case "DELETE": return try delete16(schema, call, caller)
        default: throw .notImplemented
        }
    }

    private mutating func read16(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        let verb = call.part(1)
        let place = call.parts.dropFirst(2).joined(separator: "/")
        try check(Right(.view, on: schema.name), caller)
        switch verb {
        case "", "list", "all": return try grid(schema, call, caller, place: place)
        case _ where verb.contains("="):
            return try grid(schema, call, caller, place: call.parts.dropFirst().joined(separator: "/"))
        case "active", "current":
            guard Tables16.activatable.contains(schema.name) else { throw .notImplemented }
            return activeGrid(schema, call, caller)
        case "search":
            guard !place.isEmpty else { throw .notImplemented }
            return grid(found(schema, place, caller), of: schema, call, caller)
        case "count": return try count(schema, call, caller, place: place)
        case "names": return try names(schema, call, caller, place: place)
        case "ids": return try ids(schema, call, caller)
        default:
            guard call.parts.count == 2 else { throw .notImplemented }
            return try single16(schema, Self.number(verb), call, caller)
        }
    }

    private mutating func post16(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        if call.parts.count == 3, call.part(2) == "task", Tables16.taskable.contains(schema.name) {
            let id = try Self.number(call.part(1))
            try check(Right(.task, on: schema.name), caller)
            try checkSite(schema, id, caller)
            return try task(schema, id, call)
        }
        if schema.name == "plugin", call.parts.count == 3, call.part(2) == "install" {
            return try install(plugin: Self.number(call.part(1)), caller)
        }
        guard call.parts.count <= 2, ["", "create", "new"].contains(call.part(1)) else { throw .notImplemented }
        return try create16(schema, call, caller)
    }

    private mutating func install(plugin id: Int, _ caller: Caller) throws(Refusal) -> Reply {
        try check(Right(.edit, on: "plugin"), caller)
        guard var plugin = store["plugin"][id] else { throw .notFound }
        plugin.set("state", 1)
        plugin.set("installed", 1)
        store["plugin"].put(plugin)
        return .empty(204)
    }

    private mutating func delete16(_ schema: Schema, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        if call.parts.last == "cancel", call.parts.count <= 3 {
            guard Tables16.taskable.contains(schema.name) else { throw .notImplemented }
            let id = call.parts.count == 3 ? try Self.number(call.part(1)) : 0
            try check(Right(.task, on: schema.name), caller)
            try checkSite(schema, id, caller)
            return try cancel(schema, id, call)
        }
        guard call.parts.count <= 3, ["", "delete", "remove"].contains(call.part(2)) else { throw .notImplemented }
        return try remove16(schema, Self.number(call.part(1)), caller)
    }

    /// Answers with one whole object.
    ///
    /// - Throws: 404 where there is no such row, 403 where it is of another site.
    mutating func single16(_ schema: Schema, _ id: Int, _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        guard let row = store[schema.name][id] else { throw .notFound }
        try checkSite(schema, id, caller)
        if quirks.contains(.getNullSingles), call.method == "GET" { return .ok("null") }
        var renderer = renderer(for: call)
        renderer.object(row, inList: false, Expansion(call.query["expand"], of: schema))
        cache = renderer.cache
        return .ok(renderer.writer.bytes)
    }

    /// Checks that a row is of the caller's site.
    ///
    /// - Throws: 403 where it is not.
    func checkSite(_ schema: Schema, _ id: Int, _ caller: Caller) throws(Refusal) {
        guard let row = store[schema.name][id], !caller.sees(row) else { return }
        throw .error("You do not have permission to perform this action.", 403)
    }
}
