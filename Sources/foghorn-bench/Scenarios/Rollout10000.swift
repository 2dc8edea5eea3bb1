import Foundation

/// 10,000 simulated hosts on 20 storage nodes of 10 slots, 200 at a time, through the roll-out that comes with Foghorn.
let rollout10000 = Scenario(
    name: "run.rollout.10000",
    longest: .milliseconds(6),
    mostMegabytes: 400,
    rounds: 1
) {
    let workflow = try String(contentsOfFile: "scripts/workflows/lab-rollout.lua", encoding: .utf8)
    return (ours: { try await Fleet.rollOut(workflow) }, peers: nil)
}
