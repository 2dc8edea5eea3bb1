import FogBroker
import FogScript
import FogSession
import FogSim
import FogTime
import Foundation
import Synchronization

/// A state at a prompt against the simulated server, all in process and on virtual time.
struct PromptSite {
    /// What was reported, in order.
    var reports: [PromptReport]
    /// Tasks that were made and may be active still.
    var active: [StartedTask]

    /// Evaluates a text.
    typealias Enter = (String) async throws -> Evaluation

    /// Opens a state, and ends it after some texts.
    ///
    /// - Parameters:
    ///   - word: what is in the foreground is called off once this is printed.
    ///   - body: gets the way to evaluate texts.
    /// - Returns: what was left.
    /// - Throws: what the body throws.
    static func open(interruptedAt word: String? = nil, _ body: (Enter) async throws -> Void) async throws -> PromptSite
    {
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_800_000_000))
        let site = SimulatedSite()
        let sim = FogSim(configuration: site.configuration, seed: site.seed, start: clock.startDate)
        let executor = DedicatedThreadExecutor(name: "site")
        defer { executor.stop() }
        let link = ThreadedSession()
        defer { link.close() }
        let broker = site.broker(sim, clock, true) { _ in }
        let reports = Mutex<[PromptReport]>([])
        let calling = Mutex<PromptHost?>(nil)
        let host = PromptHost(link: link, handler: broker, executor: executor, clock: clock) { report in
            reports.withLock { $0.append(report) }
            if case .output(let output) = report, output.text == word { calling.withLock { $0 }?.interrupt() }
        }
        calling.withLock { $0 = host }
        async let end = host.keep(SessionSettings())
        do {
            try await body { text in try await host.evaluate(ScriptSource(name: "", text: text)).1 }
        } catch {
            host.kill()
            _ = await end
            throw error
        }
        host.kill()
        _ = await end
        calling.withLock { $0 = nil }
        return PromptSite(reports: reports.withLock { $0 }, active: broker.activeTasks)
    }
}
