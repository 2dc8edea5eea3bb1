/// `foghorn repl --sim -e 1`, from start to exit: a prompt that is ready, one input, and the way out.
let promptStart = Scenario(name: "prompt.start", longest: .milliseconds(50), rounds: 11) {
    (
        ours: { try Child.run(Child.foghorn, ["repl", "--sim", "-e", "1"], times: 20) },
        peers: nil
    )
}
