import FogModel
import FogOperations
import FogSession
import FogTime
import Foundation
import Synchronization
import Testing

@Suite struct SessionHostTests {
    /// Session that answers each command by a table, and keeps what it was told.
    final class ScriptedLink: SessionLink {
        private let heard = Mutex<[SessionCommand]>([])
        private let (stream, events) = AsyncStream.makeStream(of: [SessionEvent].self)
        private let reply: @Sendable ([SessionCommand]) -> [SessionEvent]

        init(reply: @escaping @Sendable ([SessionCommand]) -> [SessionEvent]) {
            self.reply = reply
        }

        var commands: [SessionCommand] { heard.withLock { $0 } }

        func send(_ commands: [SessionCommand]) {
            heard.withLock { $0 += commands }
            let said = reply(commands)
            if !said.isEmpty { events.yield(said) }
        }

        func receive() async -> [SessionEvent]? {
            var iterator = stream.makeAsyncIterator()
            return await iterator.next()
        }

        func kill() {
            events.yield([.failed(ScriptFailure(.cancelled, "killed"))])
        }
    }

    /// Answers a sleep when it is over, and anything else at once.
    struct Sleeper: OperationHandler {
        var clock: VirtualClock

        func answer(_ call: FogCall) async throws -> Answer {
            if case .session(.sleep(let seconds)) = call.operation { try await clock.sleep(for: .seconds(seconds)) }
            return .done
        }
    }

    struct Stage {
        let executor = DedicatedThreadExecutor(name: "test")
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 0))

        func host(_ link: ScriptedLink) -> SessionHost {
            SessionHost(link: link, handler: Sleeper(clock: clock), executor: executor, clock: clock) { _ in }
        }
    }

    static let source = ScriptSource(name: "test.lua", text: "")

    static func answeredNumbers(_ commands: [SessionCommand]) -> [Int] {
        commands.compactMap { if case .answer(let number, _) = $0 { number } else { nil } }
    }

    @Test func `Delivers answers of one instant together and in the order of their operations`() async throws {
        let stage = Stage()
        let link = ScriptedLink { commands in
            switch commands.first {
            case .run:
                [
                    .operation(FogCall(number: 1, operation: .session(.sleep(5)))),
                    .operation(FogCall(number: 2, operation: .session(.now))),
                    .operation(FogCall(number: 3, operation: .session(.sleep(5)))), .idle(answersSeen: 0),
                ]
            case .answer(2, _): [.idle(answersSeen: 1)]
            case .answer: [.idle(answersSeen: 3), .finished(.integer(7))]
            default: []
            }
        }

        let value = try await stage.host(link).run(Self.source, SessionSettings())

        #expect(value == .integer(7))
        #expect(Self.answeredNumbers(link.commands) == [2, 1, 3])
        #expect(stage.clock.now.elapsed == .seconds(5))
    }

    @Test func `Does not move the clock before the session has seen the last answer`() async throws {
        let stage = Stage()
        let link = ScriptedLink { commands in
            switch commands.first {
            case .run:
                [
                    .operation(FogCall(number: 1, operation: .session(.now))),
                    .operation(FogCall(number: 2, operation: .session(.sleep(5)))), .idle(answersSeen: 0),
                ]
            case .answer(1, _): [.idle(answersSeen: 0), .finished(.none)]
            default: []
            }
        }

        _ = try await stage.host(link).run(Self.source, SessionSettings())

        #expect(stage.clock.now == .start)
    }

    @Test func `Ends what still runs when it is called off, and goes on answering`() async throws {
        let stage = Stage()
        let link = ScriptedLink { commands in
            switch commands.first {
            case .run:
                [
                    .operation(FogCall(number: 1, operation: .tasks(.wait([], .init())))),
                    .operation(FogCall(number: 2, operation: .session(.sleep(50)))), .idle(answersSeen: 0),
                ]
            case .cancel: [.operation(FogCall(number: 3, operation: .session(.now))), .idle(answersSeen: 1)]
            case .answer(3, _), .answer(2, _): [.finished(.none)]
            default: []
            }
        }
        let host = stage.host(link)

        async let outcome = host.run(Self.source, SessionSettings())
        while Self.answeredNumbers(link.commands).isEmpty { await Task.yield() }
        host.cancel()
        _ = try await outcome

        #expect(link.commands.contains(.cancel))
        #expect(stage.clock.now == .start)
    }

    @Test func `Passes on why a script failed`() async throws {
        let stage = Stage()
        let failure = ScriptFailure(.syntax, "test.lua:1: no Lua", source: "test.lua", line: 1)
        let link = ScriptedLink { commands in
            if case .describe = commands.first { [.notDescribed(failure)] } else { [.failed(failure)] }
        }
        let host = stage.host(link)

        await #expect(throws: failure) { try await host.describe(Self.source) }
        await #expect(throws: failure) { try await host.run(Self.source, SessionSettings()) }
    }
}
