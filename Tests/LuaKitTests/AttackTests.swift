import FogTime
import TestSupport
import Testing
import foghorn_stress

/// The attacks in one machine of this process, with nothing else between them and it.
@Suite(.serialized) struct AttackTests {
    @Test func `Are many, each with a name of its own`() throws {
        let attacks = try Attack.all()
        #expect(attacks.count >= 180)
        #expect(Set(attacks.map(\.name)).count == attacks.count)
        #expect(attacks.allSatisfy { !$0.allowed.isEmpty })
    }

    @Test func `End as they may, in time and in memory, and leave the next script alone`() async throws {
        let executor = DedicatedThreadExecutor(name: "attacks", stackSize: 16 << 20)
        defer { executor.stop() }
        for attack in try Attack.all() {
            let (end, honest) = try await Task(executorPreference: executor) {
                (
                    try AttackRun(attack.script, limit: AttackRun.limit(attack)),
                    try AttackRun("return h.add(1, 2)", limit: 20)
                )
            }.value

            #expect(end.complaint(attack) == nil)
            #expect(honest.outcome == .finishes, "\(attack): \(honest)")
        }
    }
}
