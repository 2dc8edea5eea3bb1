import FogTime
import Foundation
import Synchronization
import Testing

@Suite struct VirtualClockTests {
    final class Record: Sendable {
        private let list = Mutex<[Int]>([])
        var numbers: [Int] { list.withLock { $0 } }
        func add(_ number: Int) { list.withLock { $0.append(number) } }
    }

    /// Advances the clock whenever nothing else is left to do on the executor.
    static func run(_ body: @Sendable @escaping (VirtualClock) async throws -> Void) async throws {
        let executor = DedicatedThreadExecutor(name: "test")
        defer { executor.stop() }
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 1_000))
        executor.setIdleAction { clock.advance() }
        try await withTaskExecutorPreference(executor) { try await body(clock) }
        executor.setIdleAction(nil)
    }

    @Test func `Wakes sleepers in the order of their deadlines and then of their calls`() async throws {
        try await Self.run { clock in
            let woken = Record()

            await withDiscardingTaskGroup { group in
                for (number, seconds) in [30, 10, 20, 10].enumerated() {
                    group.addTask {
                        try? await clock.sleep(for: .seconds(seconds))
                        woken.add(number)
                    }
                }
            }

            #expect(woken.numbers == [1, 3, 2, 0])
            #expect(clock.now.elapsed == .seconds(30))
            #expect(clock.secondsSince1970 == 1_030)
        }
    }

    @Test func `Ends a sleep whose task is cancelled, and does not move for it`() async throws {
        try await Self.run { clock in
            await withThrowingTaskGroup { group in
                group.addTask { try await clock.sleep(for: .seconds(3600)) }
                group.addTask { try await clock.sleep(for: .seconds(1)) }
                _ = try? await group.next()
                group.cancelAll()
            }

            #expect(clock.now.elapsed == .seconds(1))
        }
    }

    @Test func `Returns at once from a sleep that is over already`() async throws {
        try await Self.run { clock in
            try await clock.sleep(for: .zero)

            #expect(clock.now.elapsed == .zero)
        }
    }

    @Test func `Stands still where nobody waits`() {
        let clock = VirtualClock(startDate: Date(timeIntervalSince1970: 0))

        #expect(!clock.advance())
        #expect(clock.now == .start)
    }
}
