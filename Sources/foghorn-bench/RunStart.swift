import Foundation

/// `foghorn run` on an empty script with `--sim`, from start to exit, beside a program that does nothing.
let runStart = Scenario(
    name: "run.start",
    peer: "/bin/true",
    longest: .milliseconds(40),
    rounds: 21
) {
    let script = try Child.script("")
    return (
        ours: { try Child.run(Child.foghorn, ["run", script, "--sim"]) },
        peers: { try Child.run("/bin/true", []) }
    )
}
