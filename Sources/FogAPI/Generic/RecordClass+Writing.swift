public import FogModel

extension RecordClass {
    /// Makes a row.
    ///
    /// What is known of the class is checked first, as the typed functions do it.
    ///
    /// - Parameter values: members by name.
    /// - Returns: the row as the server has it, secrets kept back.
    /// - Throws: `FogError` with `invalidArgument`, `conflict`, `notFound` (class, or a row that is named), `refused` (a
    ///   class whose rows are not made), `uncertain`, `server`.
    public func create(_ values: [String: DataValue]) async throws -> Record {
        if let function = Self.creations[name] {
            throw FogError(.refused, "a \(name) is not made like any row", hint: "use \(function)")
        }
        return try await asking {
            let answer = try await server.makeRow(name, try Self.members(values))
            return try server.record(name, in: answer.body, revealsSecrets: false, answer.request)
        }
    }

    /// Changes a row: only what differs is sent.
    ///
    /// - Parameters:
    ///   - id: row's number.
    ///   - values: members by name that the row is to have.
    /// - Returns: the row as the server has it afterwards, secrets kept back.
    /// - Throws: `FogError` with `notFound`, `invalidArgument` (also for a field that the row does not have), `conflict`,
    ///   `refused`, `uncertain`, `server`.
    public func update(_ id: Int, _ values: [String: DataValue]) async throws -> Record {
        if let open = Self.updates[name], let field = values.keys.sorted().first(where: { !open.contains($0) }) {
            throw FogError(
                .refused,
                "\"\(field)\" of a \(name) is not changed like any field",
                hint: "what is: " + open.sorted().joined(separator: ", ")
            )
        }
        let row = try await get(id)
        for field in values.keys.sorted() where row[field] == nil {
            throw FogError(
                .invalidArgument,
                "a \(name) has no field \"\(field)\"",
                hint: Suggestion.hint(for: field, among: row.members.map(\.name))
            )
        }
        let answer = try await server.changeRow(name, id, try Self.members(values))
        return try server.record(name, in: answer.body, revealsSecrets: false, answer.request)
    }

    /// Deletes a row.
    ///
    /// Hosts, images and tasks are deleted by functions of their own, which look at what goes with them.
    ///
    /// - Returns: the row as it was.
    /// - Throws: `FogError` with `notFound`, `refused` (hosts, images, tasks, FOG's own tables), `conflict`, `uncertain`,
    ///   `server`.
    public func delete(_ id: Int) async throws -> Record {
        try RowCheck(name).checkOpen()
        if let function = Self.deletions[name] {
            throw FogError(.refused, "\(name) \(id) is not deleted like any row", hint: "use \(function)")
        }
        let row = try await get(id)
        try await server.deleteRow(name, id, label: row.label)
        return row
    }

    private static let creations: [String: String] = [
        "host": "createHost, which sees that its addresses belong to no other",
        "macaddressassociation": "addMAC, which takes no address away from another host",
        "scheduledtask": "createScheduledTask, which checks what FOG would do at that time",
        "task": "createTask, which makes one task and finds it",
    ]

    /// Fields that may be changed in classes where any other would move a row to another host or wake it up again.
    private static let updates: [String: Set<String>] = [
        "macaddressassociation": ["description", "pending", "clientIgnore", "imageIgnore"],
        "scheduledtask": ["name", "description", "isActive"],
        "task": ["isForced"],
    ]

    private static let deletions: [String: String] = [
        "host": "delete(HostID), which sees that no task goes with it",
        "image": "delete(ImageID), which sees that no task uses it",
        "task": "cancelTask: to delete the row leaves its snapins and its session behind",
        "macaddressassociation": "removeMAC, which never takes the primary address",
    ]

    private static func members(_ values: [String: DataValue]) throws -> [JSONValue.Member] {
        try values.sorted { $0.key < $1.key }.map { .init($0.key, try $0.value.json(of: $0.key)) }
    }
}
