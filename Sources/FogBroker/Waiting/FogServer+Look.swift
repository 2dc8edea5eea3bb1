import FogAPI
import FogModel

extension FogServer {
    /// Looks at the tasks: one request, and one more where tasks that somebody waits for are no longer active.
    ///
    /// - Throws: `CancellationError` alone; whatever else goes wrong is the look's own.
    func look(_ question: Look.Question) async throws -> Look {
        do {
            let imaging = Set(try await taskTypes().filter(\.isImaging).map(\.id))
            // Sent once: the next look comes soon enough, and those who wait are to learn that the server is away.
            let active = try await rows(FogTask.self, isActive: true, attempts: 1).filter { $0.state?.isActive ?? true }
            let gone = Set(question.waited).subtracting(active.map(\.id)).sorted()
            let ended = gone.isEmpty ? [] : try await tasks(TaskQuery(activeOnly: false, ids: gone))
            return .answered(Look.Sight(active: active, ended: ended, question: question, imaging: imaging))
        } catch let error as FogError {
            return .refused(error)
        } catch {
            try Task.checkCancellation()
            return .refused(FogError(.server, "\(error)"))
        }
    }
}
