extension World {
    /// Answers what belongs to no class.
    ///
    /// - Throws: 501 for what FOG does not have, or the simulated server leaves out.
    mutating func other(_ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        switch (call.method, call.part(0), call.parts.count) {
        case ("GET", "unisearch", _), ("POST", "unisearch", _), ("GET", "search", _), ("POST", "search", _):
            return try universalSearch(call, caller)
        case ("GET", "whoami", 1): return whoami(caller)
        case ("GET", "pendingmacs", 1): return try pendingMACs(call, caller)
        case ("GET", "availablekernels", 1): return try files(["bzImage", "bzImage32", "arm_Image"], call, caller)
        case ("GET", "availableinitrds", 1):
            return try files(["init.xz", "init_32.xz", "arm_init.cpio.gz"], call, caller)
        default: throw .notImplemented
        }
    }

    private func whoami(_ caller: Caller) -> Reply {
        var writer = WireWriter(isCompact: true)
        writer.beginObject()
        writer.key("id")
        writer.number(store["user"].all.first { $0.name == caller.name }?.id ?? 0)
        writer.key("name")
        writer.string(caller.name)
        writer.key("permissions")
        writer.beginArray()
        for right in caller.rights.sorted() {
            writer.element()
            writer.string(right)
        }
        writer.endArray()
        writer.endObject()
        return .ok(writer.bytes)
    }

    private mutating func pendingMACs(_ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        try check(Right(.view, on: "pendingmacs"), caller)
        let schema = store["macaddressassociation"].schema
        var filter = try filter(schema, call, path: "")
        filter.require("pending", .integer(1))
        return grid(find(schema, filter, caller), of: schema, call, caller)
    }

    private func files(_ names: [String], _ call: Call, _ caller: Caller) throws(Refusal) -> Reply {
        try check(Right(.view, on: call.part(0)), caller)
        var writer = WireWriter(isCompact: true)
        writer.beginArray()
        for name in names {
            writer.element()
            writer.string(name)
        }
        writer.endArray()
        return .ok(writer.bytes)
    }
}
