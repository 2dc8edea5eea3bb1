import FogSession
import FogTime

/// The state that chunks are evaluated in: a worker's process, and its host here.
final class PromptMachine: Sendable {
    /// Has chunks evaluated.
    let host: PromptHost
    private let process: ScriptProcess
    private let executor: DedicatedThreadExecutor
    private let keeper: Task<Void, Never>

    /// Starts it; chunks may be handed over at once.
    ///
    /// - Parameters:
    ///   - place: server.
    ///   - settings: seed and limits.
    ///   - isInProcess: whether it runs in this process.
    ///   - report: takes what is printed and what becomes of jobs.
    init(
        _ place: PromptPlace,
        _ settings: SessionSettings,
        isInProcess: Bool,
        report: @escaping @Sendable (PromptReport) -> Void
    ) {
        process = ScriptProcess(memory: settings.memoryLimit, isInProcess: isInProcess)
        executor = DedicatedThreadExecutor(name: "foghorn broker")
        let host = PromptHost(
            link: process.link,
            handler: place.broker,
            executor: executor,
            clock: place.site.virtualClock,
            report: report
        )
        self.host = host
        keeper = Task { _ = await host.keep(settings) }
    }

    /// Ends it with everything that runs in it; nothing is cancelled on the server.
    func end() async {
        host.kill()
        await keeper.value
        process.close()
        executor.stop()
    }
}
