public import FogModel

/// A class whose rows this client can make or change.
public protocol WritableEntity: WireEntity, ChangeableEntity {
    /// Adds what a new row needs beyond what the caller gave.
    static func completed(_ values: [String: FieldValue]) -> [String: FieldValue]
}

extension WritableEntity {
    /// Adds nothing.
    public static func completed(_ values: [String: FieldValue]) -> [String: FieldValue] { values }
}

/// A class whose rows can be deleted.
public protocol DeletableEntity: WireEntity {
    /// Sees that nothing else goes with a row.
    ///
    /// - Throws: `FogError` with `conflict` or `refused`.
    static func checkDeletion(_ row: Self, by server: FogServer) async throws
}

extension DeletableEntity {
    /// Finds nothing against it.
    public static func checkDeletion(_ row: Self, by server: FogServer) async throws {}
}

extension FogServer {
    /// Makes a row.
    ///
    /// What the values leave open is filled so that the row can be used: images and snapins are enabled.
    ///
    /// - Parameters:
    ///   - type: class of the row; hosts and images have functions of their own, which check more.
    ///   - values: values by field.
    /// - Returns: the row as the server has it.
    /// - Throws: `FogError` with `invalidArgument` (field, value, name), `conflict` (such a row exists), `notFound` (a row
    ///   that is named), `uncertain` (answer lost, and no such row is seen), `server` (saved, but broken).
    public func create<Owner: WritableEntity>(_ type: Owner.Type, _ values: [String: FieldValue]) async throws -> Owner
    {
        let writable = Writable<Owner>.of(Owner.writable)
        let given = Owner.completed(values.filter { $0.value != .none })
        let members = try writable.members(given)
        _ = try RowCheck(Owner.className).forCreation(members)
        // Read before anything is sent: what fails afterwards looks as if nothing had been made.
        let zone = try await zone()
        let answer = try await makeRow(Owner.className, members)
        return try row(type, in: answer.body, zone: zone, answer.request)
    }

    /// Changes a row: only what differs is sent.
    ///
    /// - Parameters:
    ///   - id: row's number.
    ///   - values: values by field that the row is to have; `none` clears a field.
    /// - Returns: the row as the server has it afterwards.
    /// - Throws: `FogError` with `notFound`, `invalidArgument`, `conflict` (name in use), `refused` (a text that would not
    ///   survive), `uncertain` (answer lost, and the row is not seen changed), `server` (saved, but broken).
    public func update<Owner: WritableEntity>(
        _ id: Identifier<Owner>,
        _ values: [String: FieldValue]
    ) async throws -> Owner {
        if let field = Owner.fixed.sorted().first(where: { values[$0] != nil }) {
            throw FogError(
                .invalidArgument,
                "field \"\(field)\" of \(Owner.className) \(id) cannot be changed",
                hint: "delete the row and make another"
            )
        }
        let writable = Writable<Owner>.of(Owner.writable)
        return try await change(id, try writable.members(values))
    }

    /// Changes a row of a class with a type; flags and numbers that were never set are as good as 0.
    func change<Owner: WireEntity>(
        _ id: Identifier<Owner>,
        _ members: [JSONValue.Member],
        namesExist: Bool = false
    ) async throws -> Owner {
        let loose = Owner.fields.filter { [.flag, .integer, .reference].contains($0.kind) }.map(\.name)
        let zone = try await zone()
        let answer = try await changeRow(
            Owner.className,
            id.number,
            members,
            loose: Set(loose),
            namesExist: namesExist
        )
        return try row(Owner.self, in: answer.body, zone: zone, answer.request)
    }

    /// Deletes a row; it is read before and after.
    ///
    /// - Returns: the row as it was.
    /// - Throws: `FogError` with `notFound`, `conflict` or `refused` (something else would go with it), `uncertain` (answer
    ///   lost, and the row is still there), `server` (still there all the same).
    public func delete<Owner: DeletableEntity>(_ id: Identifier<Owner>) async throws -> Owner {
        let row = try await row(id)
        try await Owner.checkDeletion(row, by: self)
        try await deleteRow(Owner.className, id.number, label: row.label)
        return row
    }
}

extension Writable {
    /// Gives what can be written of a class, by its rules.
    static func of(_ fields: Set<String>) -> Writable {
        Writable(fields: fields, hints: [:])
    }

    /// Turns values into what is sent, in the order of their names.
    ///
    /// - Throws: `FogError` with `invalidArgument`.
    func members(_ values: [String: FieldValue]) throws -> [JSONValue.Member] {
        let numeric = ClassRules.of(Owner.className).numericFlags
        return try values.sorted { $0.key < $1.key }.map { name, value in
            if numeric.contains(name), fields.contains(name), case .flag(let flag) = value {
                return .init(name, .integer(flag ? 1 : 0))
            }
            return .init(name, try self.value(name, value))
        }
    }
}
