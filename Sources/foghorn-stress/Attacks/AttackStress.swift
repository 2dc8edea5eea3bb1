import FogTime
import TestSupport

/// Runs every attack, and an honest script after each; returns whether all ended as they may.
///
/// Meant for AddressSanitizer, under which all takes a few times as long.
func attackStress() async -> Bool {
    // Lua words some errors recursively, and a sanitizer makes each call's frame larger.
    let executor = DedicatedThreadExecutor(name: "attacks", stackSize: 64 << 20)
    defer { executor.stop() }
    do {
        let attacks = try Attack.all()
        var complaints: [String] = []
        for attack in attacks {
            complaints += try await Task(executorPreference: executor) {
                let end = try AttackRun(attack.script, limit: AttackRun.limit(attack))
                let honest = try AttackRun("return h.add(1, 2)", limit: 20)
                let broken = honest.outcome == .finishes ? nil : "after \(attack): \(honest.message)"
                return [end.complaint(attack, slowness: 4), broken].compactMap(\.self)
            }.value
        }
        print("attacks: \(attacks.count)")
        for complaint in complaints { print(complaint) }
        return complaints.isEmpty
    } catch {
        print("attacks cannot be run: \(error)")
        return false
    }
}
