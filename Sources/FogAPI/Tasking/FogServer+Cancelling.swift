public import FogModel
import HTTPTypes

extension FogServer {
    /// Calls a task off.
    ///
    /// The task is read first, and nothing is sent where there is none or where it has ended: FOG takes a number that it
    /// does not know as "every active task". The number is sent a second time as a filter, which FOG looks at then.
    ///
    /// - Returns: the task as it is afterwards; one that has ended is given back as it is.
    /// - Throws: `FogError` with `notFound`, `uncertain` (answer lost, and the task is still active), `server` (the server
    ///   took the request and the task is still active).
    ///
    /// Origin: FOG 1.5.9.239, trap 1; recordings 213 to 215 and 241 to 246.
    public func cancelTask(_ id: TaskID) async throws -> FogTask {
        let task = try await task(id)
        guard task.stateID < TaskState.complete.rawValue else { return task }
        let request = FogRequest.change(
            .delete,
            "/fog/task/\(id)/cancel",
            .object([.init("id", .array([.integer(id.number)]))]),
            subject: "task \(id)"
        )
        do {
            _ = try await send(request)
        } catch let error as FogError where error.code == .uncertain {
            guard let after = try? await self.task(id), after.stateID >= TaskState.complete.rawValue else {
                throw error
            }
            return after
        }
        let after = try await self.task(id)
        if after.stateID < TaskState.complete.rawValue {
            throw FogError(
                .server,
                "task \(id) of host \(after.hostname ?? "?") is still \(after.state?.word ?? "active") after it was cancelled",
                hint: "cancel it on FOG's page of active tasks"
            )
        }
        return after
    }
}
