import Foundation

/// `foghorn run` on an empty script with `--sim`, from start to exit, beside a program that does nothing.
let runStart = Scenario(
    name: "run.start",
    peer: "/bin/true",
    longest: .milliseconds(40),
    rounds: 11
) {
    let script = try Child.script("")
    return (
        ours: { try Child.run(Child.foghorn, ["run", script, "--sim"], times: 20) },
        peers: { try Child.run("/bin/true", [], times: 20) }
    )
}
