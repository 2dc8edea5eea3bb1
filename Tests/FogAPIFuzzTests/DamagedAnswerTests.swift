import TestSupport
import Testing
import foghorn_stress

/// The first ten thousand of the answers that `foghorn-stress answers` reads.
@Suite struct DamagedAnswerTests {
    @Test func `Reads ten thousand damaged answers to values or errors, and grows little`() async {
        // A process of its own: a crash is seen as one, and no other test takes memory.
        await #expect(processExitsWith: .success) {
            var stress = try AnswerStress(seed: 42)
            let memory = PeakMemory()
            await stress.run(10_000)

            #expect(stress.complaints == [])
            #expect(Set(stress.outcomes.keys).isSuperset(of: ["value", "server", "unavailable", "malformed"]))
            #expect(memory?.growth() ?? 0 <= AnswerStress.mostGrowth)
        }
    }
}
