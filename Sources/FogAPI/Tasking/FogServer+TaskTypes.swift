public import FogModel
import Synchronization

extension FogServer {
    /// Lists the server's task types; asked once and kept.
    public func taskTypes() async throws -> [TaskType] {
        if let types = known.withLock({ $0.taskTypes }) { return types }
        return try await shared.taskTypes.value(for: TaskType.className) { _ in
            let types = try await rows(TaskType.self)
            known.withLock { $0.taskTypes = types }
            return [TaskType.className: types]
        }
    }

    /// Finds the server's own row of a task type.
    ///
    /// - Throws: `FogError` with `refused` where the server has no such type; the hint names those that it has.
    public func taskType(_ key: TaskTypeKey) async throws -> TaskType {
        let types = try await taskTypes()
        let found =
            switch key {
            case .id(let id): types.first { $0.id == id }
            case .name(let name): types.first { $0.name.lowercased() == name.serverName.lowercased() }
            }
        if let found { return found }
        throw try await missingType(key)
    }

    /// Makes the error for a type that the server lacks; its hint lists those that it has.
    func missingType(_ key: TaskTypeKey) async throws -> FogError {
        let types = try await taskTypes()
        let has = types.sorted { $0.id < $1.id }.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
        return FogError(.refused, "\(address) has no task type \(key)", hint: "it has \(has)")
    }
}
