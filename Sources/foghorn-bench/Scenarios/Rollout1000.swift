/// 1,000 simulated hosts through the roll-out that comes with Foghorn, in process on virtual time.
let rollout1000 = Scenario(name: "run.rollout.1000", longest: .seconds(5), rounds: 3) {
    let arguments = [
        "run", "scripts/workflows/lab-rollout.lua", "--sim", "--sim-hosts", "1500", "--group", "Lab A",
    ]
    return (ours: { try Child.run(Child.foghorn, arguments) }, peers: nil)
}
