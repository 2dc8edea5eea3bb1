import FogTime
import Foundation
import Testing

@Suite struct PacedClockTests {
    private static let date = Date(timeIntervalSince1970: 1_000)

    @Test func `Runs at a multiple of another clock`() async throws {
        let base = VirtualClock(startDate: Self.date)
        let clock = PacedClock(startDate: Self.date, speed: 60, base: base)
        async let woken: Void = clock.sleep(until: SessionInstant(elapsed: .seconds(120)), tolerance: nil)
        while !base.advance() { await Task.yield() }
        try await woken

        #expect(base.now.elapsed == .seconds(2))
        #expect(clock.now.elapsed == .seconds(120))
        #expect(clock.secondsSince1970 == 1_120)
    }

    @Test func `Wakes whom a skip has reached, and nobody else`() async throws {
        let base = VirtualClock(startDate: Self.date)
        let clock = PacedClock(startDate: Self.date, speed: 1, base: base)
        let early = Task { try await clock.sleep(until: SessionInstant(elapsed: .seconds(60)), tolerance: nil) }
        let late = Task { try await clock.sleep(until: SessionInstant(elapsed: .seconds(7_200)), tolerance: nil) }
        clock.skip(.seconds(3_600))
        try await early.value

        #expect(clock.now.elapsed == .seconds(3_600))
        late.cancel()
        await #expect(throws: CancellationError.self) { try await late.value }
    }

    @Test func `Does not wait for what has passed`() async throws {
        let clock = PacedClock(startDate: Self.date, speed: 1, base: VirtualClock(startDate: Self.date))
        clock.skip(.seconds(5))

        try await clock.sleep(until: SessionInstant(elapsed: .seconds(5)), tolerance: nil)
    }
}
