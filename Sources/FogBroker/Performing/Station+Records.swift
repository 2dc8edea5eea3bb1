import FogAPI
import FogModel
import FogOperations

extension Station {
    func perform(_ operation: RecordOperation) async throws -> Answer {
        switch operation {
        case .list(let name, let values): .records(try await server.records(of: name).list(where: values))
        case .get(let name, let id): .records([try await server.records(of: name).get(id)])
        case .search(let name, let term): .records(try await server.records(of: name).search(term))
        case .create(let name, let values): .records([try await server.records(of: name).create(values)])
        case .update(let name, let id, let values): .records([try await server.records(of: name).update(id, values)])
        case .delete(let name, let id): .records([try await server.records(of: name).delete(id)])
        case .send(let method, let path, let query, let body):
            .raw(RawReply(try await server.raw(RawRequest(method: method, path: path, query: query, body: body))))
        }
    }
}

extension RawReply {
    /// Takes what a script may see of an answer.
    fileprivate init(_ answer: RawAnswer) {
        let body: DataValue? =
            switch answer.body {
            case .empty: nil
            case .data(let value): value
            case .text(let text): .text(text)
            case .keptBack: .secret
            }
        self.init(status: answer.status, body: body)
    }
}
