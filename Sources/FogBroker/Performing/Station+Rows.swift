import FogAPI
import FogModel
import FogOperations

extension Station {
    func perform(_ operation: RowOperation) async throws -> Answer {
        switch operation {
        case .list(let entity, let values): try await list(entity.type, values)
        case .find(let entity, let key): try await find(entity.type, key)
        case .create(.host, _): throw Self.closed("host", "made", hint: "a host needs its addresses: createHost")
        case .create(.image, let values): try await createImage(values)
        case .create(let entity, let values): try await create(entity.type, values)
        case .createStorageNode(let values, let user, let password):
            .rows([
                try await server.createStorageNode(values, user: user.unsealed(), password: password.unsealed())
            ])
        case .update(.host, _, _): throw Self.closed("host", "changed", hint: "use updateHost")
        case .update(let entity, let number, let values): try await update(entity.type, number, values)
        case .delete(let entity, let number): try await delete(entity.type, number)
        case .setSecret(let entity, let number, let field, let text):
            try await setSecret(entity, number, field, text?.unsealed())
        }
    }

    private func list(_ type: any Entity.Type, _ values: [String: FieldValue]) async throws -> Answer {
        guard let type = type as? any WireEntity.Type else { throw Self.closed(type.className, "read") }
        func list<Row: WireEntity>(_ type: Row.Type) async throws -> Answer {
            .rows(try await server.list(type, where: values))
        }
        return try await list(type)
    }

    private func find(_ type: any Entity.Type, _ key: RowKey) async throws -> Answer {
        func find<Row: WireEntity & NamedEntity>(_ type: Row.Type) async throws -> Answer {
            guard let key = key.of(type) else { return .rows([Row]()) }
            return .rows(try await server.find(key).map { [$0] } ?? [])
        }
        func get<Row: WireEntity>(_ type: Row.Type) async throws -> Answer {
            guard case .id(let id)? = key.of(type) else {
                throw FogError(.invalidArgument, "rows of \(type.className) have no names", hint: "give the number")
            }
            do {
                return .rows([try await server.get(id)])
            } catch let error as FogError where error.code == .notFound {
                return .rows([Row]())
            }
        }
        if let type = type as? any (WireEntity & NamedEntity).Type { return try await find(type) }
        guard let type = type as? any WireEntity.Type else { throw Self.closed(type.className, "read") }
        return try await get(type)
    }

    private func createImage(_ values: [String: FieldValue]) async throws -> Answer {
        guard case .text(let name)? = values["name"] else {
            throw FogError(.invalidArgument, "an image needs a name")
        }
        let rest = values.filter { $0.key != "name" }
        return .rows([try await server.createImage(ImageDraft(name: name, values: rest))])
    }

    private func create(_ type: any Entity.Type, _ values: [String: FieldValue]) async throws -> Answer {
        guard let type = type as? any WritableEntity.Type else { throw Self.closed(type.className, "made") }
        func create<Row: WritableEntity>(_ type: Row.Type) async throws -> Answer {
            .rows([try await server.create(type, values)])
        }
        return try await create(type)
    }

    private func update(_ type: any Entity.Type, _ row: Int, _ values: [String: FieldValue]) async throws -> Answer {
        guard let type = type as? any WritableEntity.Type else { throw Self.closed(type.className, "changed") }
        func update<Row: WritableEntity>(_ type: Row.Type) async throws -> Answer {
            .rows([try await server.update(try number(row) as Identifier<Row>, values)])
        }
        return try await update(type)
    }

    private func delete(_ type: any Entity.Type, _ row: Int) async throws -> Answer {
        guard let type = type as? any DeletableEntity.Type else { throw Self.closed(type.className, "deleted") }
        func delete<Row: DeletableEntity>(_ type: Row.Type) async throws -> Answer {
            .rows([try await server.delete(try number(row) as Identifier<Row>)])
        }
        return try await delete(type)
    }

    private func setSecret(_ entity: EntityClass, _ row: Int, _ field: String, _ secret: Secret?) async throws -> Answer
    {
        switch entity {
        case .host: try await setSecret([.adPassword, .adPasswordLegacy, .productKey], field, of: number(row), secret)
        case .storageNode: try await setSecret([.user, .password], field, of: number(row), secret)
        case .setting: try await setSecret([.value], field, of: number(row), secret)
        default: throw FogError(.invalidArgument, "a \(entity.rawValue) has no secrets that can be set")
        }
        return .done
    }

    private func setSecret<Row: WireEntity>(
        _ fields: [SecretField<Row>],
        _ name: String,
        of id: Identifier<Row>,
        _ secret: Secret?
    ) async throws {
        guard let field = fields.first(where: { $0.name == name }) else {
            throw FogError(
                .invalidArgument,
                "a \(Row.className) has no secret \"\(name)\"",
                hint: "it has \(fields.map(\.name).joined(separator: ", "))"
            )
        }
        try await server.setSecret(field, of: id, to: secret)
    }

    private static func closed(_ className: String, _ verb: String, hint: String? = nil) -> FogError {
        FogError(.refused, "rows of \(className) cannot be \(verb) so", hint: hint)
    }
}
