import FogModel
import FogOperations
import FogSession
import FogTime
import FogWorker
import Foundation
import Testing

@Suite struct PromptWorkerTests {
    /// Answers nothing but sleeps, which never end.
    private struct Sleeper: OperationHandler {
        func answer(_ call: FogCall) async throws -> Answer {
            guard case .session(.sleep) = call.operation else { throw FogError(.refused, "nobody does that here") }
            try await Task.sleep(for: .seconds(3600))
            return .done
        }
    }

    /// A state in a worker's process.
    final class Desk: Sendable {
        let link: WorkerSession
        let host: PromptHost
        let reports: AsyncStream<PromptReport>
        private let executor = DedicatedThreadExecutor(name: "test")

        init(_ arguments: [String] = ["foghorn-probe", "worker"]) {
            link = WorkerSession(path: Rig.probe, arguments: arguments)
            let (reports, continuation) = AsyncStream.makeStream(of: PromptReport.self)
            self.reports = reports
            host = PromptHost(link: link, handler: Sleeper(), executor: executor, clock: nil) { continuation.yield($0) }
        }

        deinit {
            link.kill()
            executor.stop()
        }

        func enter(_ text: String, isBehind: Bool = false) async throws -> Evaluation {
            try await host.evaluate(ScriptSource(name: "", text: text), isBehind: isBehind).1
        }

        /// Waits until something is printed.
        func output() async { _ = await reports.first { if case .output = $0 { true } else { false } } }
    }

    /// A busy machine is no reason to end what is to compute until it is stopped.
    static let settings: SessionSettings = {
        var settings = SessionSettings()
        settings.limits[.step] = 3600
        return settings
    }()

    static func failure(_ evaluation: Evaluation) -> ScriptFailure? {
        if case .failed(let failure, _) = evaluation { failure } else { nil }
    }

    @Test func `Keeps a state in a process of its own`() async throws {
        let desk = Desk()
        async let end = desk.host.keep(Self.settings)

        let first = try await desk.enter("x = { 1, 2 }")
        let second = try await desk.enter("#x, fog")
        let number = desk.link.workerNumber
        desk.host.kill()

        #expect(first == .done(ChunkResult(values: [])))
        let fog = ShownObject(className: "fog", line: "fog", fields: [])
        #expect(second == .done(ChunkResult(values: [.integer(2), .object(fog)], kept: "_2")))
        #expect(number != nil)
        #expect(await end.kind == .cancelled)
    }

    @Test func `Stops a chunk in the process and keeps its state`() async throws {
        let desk = Desk()
        async let end = desk.host.keep(Self.settings)
        _ = try await desk.enter("x = 7 flow = require 'flow'")

        for text in ["print 'on' while true do end", "print 'on' flow.sleep(1e6)"] {
            async let evaluation = desk.enter(text)
            await desk.output()
            desk.host.interrupt()
            let failure = Self.failure(try await evaluation)
            #expect(failure?.kind == .cancelled, "\(text): \(failure?.message ?? "no failure")")
        }

        #expect(try await desk.enter("x") == .done(ChunkResult(values: [.integer(7)], kept: "_4")))
        desk.host.kill()
        _ = await end
    }

    @Test func `Goes on behind the prompt while others are evaluated`() async throws {
        let desk = Desk()
        async let end = desk.host.keep(Self.settings)

        let begun = try await desk.enter("while true do end", isBehind: true)
        let other = try await desk.enter("40 + 2")
        desk.host.stop(job: 1)
        let stopped = await desk.reports.first { if case .evaluated(1, _) = $0 { true } else { false } }

        #expect(begun == .begun)
        #expect(other == .done(ChunkResult(values: [.integer(42)], kept: "_2")))
        #expect(stopped != nil)
        desk.host.kill()
        _ = await end
    }

    @Test func `Tells the loss of a state whose process has died`() async throws {
        let desk = Desk()
        async let end = desk.host.keep(Self.settings)
        _ = try await desk.enter("x = 1")

        kill(try #require(desk.link.workerNumber), SIGSEGV)

        #expect(await end.kind == .crashed)
        await #expect(throws: ScriptFailure.self) { try await desk.enter("x") }
    }

    @Test(arguments: [
        "opens twice", "answers what nobody asked", "evaluates what it was not given", "begins twice",
        "ends a job that does not run", "prints for a job that does not run", "asks for a job that does not run",
    ])
    func `Kills a worker that says what no state would`(lie: String) async throws {
        let desk = Desk(["foghorn-probe", "lie", lie])
        async let end = desk.host.keep(Self.settings)

        _ = try? await desk.enter("1")

        let failure = await end
        #expect(failure.kind == .crashed)
        #expect(failure.message.contains("broke the protocol"), "\(failure.message)")
    }
}
