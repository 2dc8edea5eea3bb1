import FogBroker
import FogModel
import FogOperations
import FogTime
import Testing

@Suite struct OperationPaceTests {
    @Test func `Lets a second's worth through at once, and the rest evenly`() {
        let pace = OperationPace(rate: 200)

        let waits = (0..<1000).map { _ in pace.take(at: .start) }

        #expect(waits.prefix(200).allSatisfy { $0 == .zero })
        #expect(waits[200] == .milliseconds(5))
        #expect(waits[999] == .seconds(4))
    }

    @Test func `Never lets one wait that keeps the pace`() {
        let pace = OperationPace(rate: 10)

        let waits = (0..<100).map { pace.take(at: SessionInstant(elapsed: .milliseconds(100 * $0))) }

        #expect(waits.allSatisfy { $0 == .zero })
    }

    @Test func `Saves up no more than a second's worth`() {
        let pace = OperationPace(rate: 10)
        _ = pace.take(at: .start)

        let waits = (0..<11).map { _ in pace.take(at: SessionInstant(elapsed: .seconds(60))) }

        #expect(waits.prefix(10).allSatisfy { $0 == .zero })
        #expect(waits[10] == .milliseconds(100))
    }

    @Test(.timeLimit(.minutes(5))) func `Makes a run's requests wait their turn, but not its own clock`() async throws {
        let stage = Stage(rate: 2)

        let elapsed = try await stage.play { stage in
            let start = stage.clock.now
            for _ in 0..<6 { _ = try await stage.ask(.rows(.list(.image, [:]))) }
            let requests = start.duration(to: stage.clock.now)
            for _ in 0..<100 { _ = try await stage.ask(.session(.now)) }
            return (requests, start.duration(to: stage.clock.now))
        }

        #expect(elapsed.0 == .seconds(2))
        #expect(elapsed.1 == elapsed.0)
    }
}
