/// `foghorn run` on an empty script with `--sim`, beside the same in one process: what the worker adds to the start.
let workerStart = Scenario(
    name: "worker.start",
    peer: "foghorn run --in-process",
    mostAbovePeer: .milliseconds(10),
    rounds: 11
) {
    let script = try Child.script("")
    return (
        ours: { try Child.run(Child.foghorn, ["run", script, "--sim"], times: 20) },
        peers: { try Child.run(Child.foghorn, ["run", script, "--sim", "--in-process"], times: 20) }
    )
}
