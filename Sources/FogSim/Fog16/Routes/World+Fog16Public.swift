extension World {
    /// Answers what needs no credentials; `nil` for all else.
    ///
    /// Origin: api-1.6.md sections 1 and 2.
    func publicAnswer(_ call: Call) -> Reply? {
        guard call.method == "GET" || call.method == "HEAD" else { return nil }
        let answer: [UInt8]
        switch (call.part(0), call.part(1), call.parts.count) {
        case ("system", "info", 2), ("system", "status", 2): answer = info
        case ("system", "openapi", 2), ("swagger.json", _, 1): answer = OpenAPI.document(configuration.dialect.version)
        case ("bandwidth", let device, 2): answer = bandwidth(device)
        default: return nil
        }
        return .ok(call.method == "HEAD" ? [] : answer)
    }

    private var info: [UInt8] {
        var writer = WireWriter(isCompact: true)
        writer.beginObject()
        writer.key("version")
        writer.string(configuration.dialect.version)
        writer.key("msg")
        writer.string("Success")
        writer.key("paging")
        writer.beginObject()
        writer.key("maxRows")
        writer.number(configuration.paging.rows)
        writer.key("expandMaxItems")
        writer.number(Expansion.maximum)
        writer.key("description")
        writer.string("Lists hold at most maxRows rows; ask for more with start and length.")
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    private func bandwidth(_ device: String) -> [UInt8] {
        var writer = WireWriter(isCompact: true)
        writer.beginObject()
        writer.key("dev")
        writer.string(device)
        for direction in ["rx", "tx"] {
            writer.key(direction)
            writer.number(0)
        }
        writer.endObject()
        return writer.bytes
    }
}
