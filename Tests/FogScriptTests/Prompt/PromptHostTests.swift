import FogModel
import FogOperations
import FogScript
import FogSession
import FogTime
import Foundation
import Testing

@Suite struct PromptHostTests {
    /// A state on a thread of its own, with its host and the school.
    final class Rig: Sendable {
        let link = ThreadedSession()
        let executor = DedicatedThreadExecutor(name: "test")
        let reports: AsyncStream<PromptReport>
        let host: PromptHost

        init() {
            let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 0))
            let (reports, continuation) = AsyncStream.makeStream(of: PromptReport.self)
            self.reports = reports
            host = PromptHost(
                link: link,
                handler: ThreadedSessionTests.Handler(clock: clock),
                executor: executor,
                clock: clock
            ) { continuation.yield($0) }
        }

        /// Runs a body while the state is kept, then ends the state.
        ///
        /// - Returns: what was reported, and how the state has ended.
        func run(
            _ body: (PromptHost) async throws -> Void
        ) async throws -> ScriptFailure {
            // A busy machine is no reason to end what is to compute until it is stopped.
            var settings = SessionSettings()
            settings.limits[.step] = 3600
            async let end = host.keep(settings)
            do {
                try await body(host)
            } catch {
                host.kill()
                _ = await end
                throw error
            }
            host.kill()
            return await end
        }

        deinit {
            link.close()
            executor.stop()
        }
    }

    static func text(_ text: String) -> ScriptSource { ScriptSource(name: "", text: text) }

    static func failure(_ evaluation: Evaluation) -> ScriptFailure? {
        if case .failed(let failure, _) = evaluation { failure } else { nil }
    }

    /// Failure that something throws; nil where it throws none.
    static func loss(_ body: @Sendable () async throws -> Int) async -> ScriptFailure? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? ScriptFailure
        }
    }

    @Test func `Evaluates one chunk after the other and counts those that run`() async throws {
        let rig = Rig()

        let end = try await rig.run { host in
            let first = try await host.evaluate(Self.text("x = #fog.hosts()"))
            let second = try await host.evaluate(Self.text("if x"))
            let third = try await host.evaluate(Self.text("x"))

            #expect(first == (1, .done(ChunkResult(values: []))))
            #expect(second == (2, .incomplete))
            #expect(third == (2, .done(ChunkResult(values: [.integer(4)], kept: "_2"))))
        }

        #expect(end.kind == .cancelled)
    }

    @Test func `Stops what waits, what computes and what catches everything, and keeps the state`() async throws {
        let rig = Rig()

        _ = try await rig.run { host in
            _ = try await host.evaluate(Self.text("x, flow = 1, require 'flow'"))
            for text in [
                "print 'on' fog.wait(fog.task('lab-a-1', 'deploy')) while true do end", "print 'on' while true do end",
                "print 'on' while true do pcall(function() while true do flow.sleep(0.1) end end) end",
                "print 'on' local t = setmetatable({}, {__index = function() while true do end end}) return t.x",
            ] {
                async let evaluation = host.evaluate(Self.text(text))
                _ = await rig.reports.first { if case .output = $0 { true } else { false } }
                host.interrupt()
                let failure = Self.failure(try await evaluation.1)
                #expect(failure?.kind == .cancelled, "\(text)")
                #expect(try await host.evaluate(Self.text("x")).1.isOver)
            }
        }
    }

    @Test func `Answers questions while a chunk computes`() async throws {
        let rig = Rig()

        _ = try await rig.run { host in
            _ = try await host.evaluate(Self.text("while true do end"), isBehind: true)
            let jobs = try await host.ask(.jobs)
            let other = try await host.evaluate(Self.text("1 + 1")).1

            guard case .jobs(let list) = jobs else { return }
            #expect(list.map(\.number) == [1])
            #expect(other == .done(ChunkResult(values: [.integer(2)], kept: "_2")))
        }
    }

    @Test func `Tells the loss of the state to all who wait`() async throws {
        let rig = Rig()

        let end = try await rig.run { host in
            async let first = Self.loss { try await host.evaluate(Self.text("print 'on' while true do end")).number }
            _ = await rig.reports.first { if case .output = $0 { true } else { false } }
            host.kill()
            #expect(await first?.kind == .cancelled)
        }

        #expect(end.kind == .cancelled)
        await #expect(throws: ScriptFailure.self) { try await rig.host.evaluate(Self.text("1")) }
        await #expect(throws: ScriptFailure.self) { try await rig.host.ask(.jobs) }
    }
}
