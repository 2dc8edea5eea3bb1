import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// Functions about rows of any class, in FOG's own words.
enum RecordFunctions {
    static let all: [FogFunction] = [list, get, find, create, update, delete, request, search]

    private static let owner = Parameter<RecordClassArgument>("class", "FOG's own name, as in \"history\"")
    private static let number = Parameter<Int>("id", "number of the row")
    private static let errors = ["not_found", "refused", "denied"]

    static let list = FogFunction(
        "fog.api.list",
        method: "Class:list",
        "Lists rows of any class as tables.",
        owner,
        Parameter<DataMap?>("where", "values that their members have; all rows if absent"),
        returns: Parameter<[RecordTable]>(result: "rows", "tables in FOG's own words; secrets do not print"),
        operation: "listRecords",
        errors: errors,
        example: "for _, row in ipairs(fog.api.imagetype:list()) do\n  print(row.id, row.name)\nend"
    ) { _, name, values in
        try Asking.records(.list(className: name.name, values?.members ?? [:])).map { $0.map { RecordTable($0) } }
    }

    static let get = FogFunction(
        "fog.api.get",
        method: "Class:get",
        "Gets one row of any class as a table.",
        owner,
        number,
        returns: Parameter<RecordTable>(result: "row", "the row in FOG's own words"),
        operation: "getRecord",
        errors: errors,
        example: "print(fog.api.image:get(1).name)"
    ) { _, name, id in
        try Asking.record(.get(className: name.name, id))
    }

    static let find = FogFunction(
        "fog.api.search",
        method: "Class:search",
        "Searches the rows of a class as FOG's own search does.",
        owner,
        Parameter<String>("term", "what to look for"),
        returns: Parameter<[RecordTable]>(result: "rows", "tables in FOG's own words"),
        operation: "searchRecords",
        errors: errors,
        example: "print(#fog.api.host:search(\"pc-00\"))"
    ) { _, name, term in
        try Asking.records(.search(className: name.name, term)).map { $0.map { RecordTable($0) } }
    }

    static let create = FogFunction(
        "fog.api.create",
        method: "Class:create",
        "Makes a row of any class.",
        owner,
        Parameter<DataMap>("values", "values by FOG's own names"),
        returns: Parameter<RecordTable>(result: "row", "the row as the server now has it"),
        operation: "createRecord",
        errors: errors + ["conflict", "uncertain"],
        example: "print(fog.api.group:create({ name = \"Lab D\" }).id)"
    ) { _, name, values in
        try Asking.record(.create(className: name.name, values.members))
    }

    static let update = FogFunction(
        "fog.api.update",
        method: "Class:update",
        "Changes a row of any class.",
        owner,
        number,
        Parameter<DataMap>("values", "new values by FOG's own names"),
        returns: Parameter<RecordTable>(result: "row", "the row as the server now has it"),
        operation: "updateRecord",
        errors: errors + ["uncertain"],
        example: "fog.api.group:update(1, { description = \"ground floor\" })"
    ) { _, name, id, values in
        try Asking.record(.update(className: name.name, id, values.members))
    }

    static let delete = FogFunction(
        "fog.api.delete",
        method: "Class:delete",
        "Deletes a row of any class.",
        owner,
        number,
        returns: Parameter<RecordTable>(result: "row", "the row as it was"),
        operation: "deleteRecord",
        errors: errors + ["conflict", "refused", "uncertain"],
        example: "local row = fog.api.group:create({ name = \"Lab E\" })\nfog.api.group:delete(row.id)"
    ) { _, name, id in
        try Asking.record(.delete(className: name.name, id))
    }

    static let request = FogFunction(
        "fog.api.request",
        "Sends a request in FOG's own words.",
        Parameter<RequestOptions>("request", "what to send"),
        details: "A refusal by the server is no error: look at status. A request that changes something is sent once.",
        returns: Parameter<RawTable>(result: "answer", "a table with status (number) and body, nil where it is empty"),
        operation: "raw",
        errors: ["refused", "denied", "uncertain"],
        example: "local answer = fog.api.request({ method = \"GET\", path = \"/fog/image/1\" })\n"
            + "print(answer.status, answer.body.name)"
    ) { _, request in
        let operation = FogOperation.records(request.operation)
        return try Asking.answer(to: operation).map { answer in
            guard case .raw(let reply) = answer else { throw Asking.mismatch(operation) }
            return RawTable(reply: reply)
        }
    }

    static let search = FogFunction(
        "fog.search",
        "Searches the server as its own search does.",
        Parameter<String>("term", "what to look for"),
        Parameter<SearchOptions?>("options", "where to look"),
        returns: Parameter<[FoundTable]>(result: "found", "a table for each row: class, id and name"),
        operation: "searchRecords",
        errors: ["auth", "unavailable", "server"],
        example: "for _, found in ipairs(fog.search(\"pc-001\", { class = \"host\" })) do\n"
            + "  print(found.class, found.id, found.name)\nend"
    ) { _, term, options in
        let names = options?.name.map { [$0.name] } ?? ["host", "group", "image", "snapin", "printer", "storagenode"]
        return try names.reduce(.done([])) { found, name in
            try found.then { found in
                try Asking.records(.search(className: name, term)).map { rows in
                    found + rows.map { FoundTable(row: $0) }
                }
            }
        }
    }
}

extension Asking {
    /// Asks for rows without a type.
    static func records(_ operation: RecordOperation) throws -> Ask<[Record]> {
        try answer(to: .records(operation)).map { answer in
            guard case .records(let records) = answer else { throw mismatch(.records(operation)) }
            return records
        }
    }

    /// Asks for the one row without a type that an operation answers.
    fileprivate static func record(_ operation: RecordOperation) throws -> Ask<RecordTable> {
        try records(operation).map { records in
            guard let record = records.first else { throw mismatch(.records(operation)) }
            return RecordTable(record)
        }
    }
}
