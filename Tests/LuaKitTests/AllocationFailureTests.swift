import LuaKit
import Testing
import foghorn_stress

@Suite struct AllocationFailureTests {
    @Test func `Gives way wherever a bound function was called`() {
        let outcome = Workload().run(.never, nudges: true)

        #expect(outcome.isFinished && outcome.isClean, "\(outcome.message)")
        #expect(outcome.turns > 30)
    }

    @Test(arguments: AllocationFailure.Mode.allCases)
    func `Releases everything wherever memory runs out`(_ mode: AllocationFailure.Mode) throws {
        let whole = Workload().run(.never)
        #expect(whole.isFinished, "\(whole.message)")

        for point in stride(from: 1 + Int(mode.rawValue), to: whole.allocations, by: 29) {
            let outcome = Workload().run(AllocationFailure(at: point, mode: mode))
            #expect(outcome.isClean, "\(point): \(outcome.counts)")
            #expect(outcome.isFinished || mode != .once || outcome.message.contains("not enough memory"))
        }
    }
}
