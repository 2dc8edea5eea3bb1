/// Description that FOG 1.6 gives of itself.
///
/// Origin: api-1.6.md sections 1, 3 and 3.1.
enum OpenAPI {
    /// Gives the document: paths of each class, with the right that each needs.
    static func document(_ version: String) -> [UInt8] {
        var writer = WireWriter(isCompact: true)
        writer.beginObject()
        writer.key("openapi")
        writer.string("3.0.3")
        writer.key("info")
        writer.beginObject()
        write("title", "FOG API", to: &writer)
        write("version", version, to: &writer)
        writer.endObject()
        writer.key("paths")
        writer.beginObject()
        for name in Tables16.names {
            for (path, operations) in paths(of: name) { write(path, operations, to: &writer) }
        }
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    /// Paths of a class with the methods that they take.
    private static func paths(of name: String) -> [(path: String, operations: [(method: String, right: Right)])] {
        let view = Right(.view, on: name)
        let isReadOnly = Tables16.readOnly.contains(name)
        let create = isReadOnly ? [] : [("post", Right(.create, on: name))]
        let change = isReadOnly ? [] : [("put", Right(.edit, on: name)), ("delete", Right(.delete, on: name))]
        var paths = [
            ("/\(name)", [("get", view)] + create), ("/\(name)/{id}", [("get", view)] + change),
            ("/\(name)/search/{term}", [("get", view)]), ("/\(name)/count", [("get", view)]),
            ("/\(name)/names", [("get", view)]), ("/\(name)/ids", [("get", view)]),
        ]
        if !isReadOnly { paths.append(("/\(name)/join", [("put", Right(.create, on: name))])) }
        if Tables16.activatable.contains(name) { paths.append(("/\(name)/active", [("get", view)])) }
        guard Tables16.taskable.contains(name) else { return paths }
        return paths + [
            ("/\(name)/{id}/task", [("post", Right(.task, on: name))]),
            ("/\(name)/{id}/cancel", [("delete", Right(.task, on: name))]),
        ]
    }

    private static func write(
        _ path: String,
        _ operations: [(method: String, right: Right)],
        to writer: inout WireWriter
    ) {
        writer.key(path)
        writer.beginObject()
        for operation in operations {
            writer.key(operation.method)
            writer.beginObject()
            write("x-fog-permission", operation.right.name, to: &writer)
            writer.key("responses")
            writer.beginObject()
            writer.endObject()
            writer.endObject()
        }
        writer.endObject()
    }

    private static func write(_ key: String, _ text: String, to writer: inout WireWriter) {
        writer.key(key)
        writer.string(text)
    }
}
