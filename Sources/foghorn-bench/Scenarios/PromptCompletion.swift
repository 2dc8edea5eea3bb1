import FogModel
import FogOperations
import FogREPL
import FogSession
import Terminal

/// A host's name completed among 10,000, from the text before the cursor to what the editor offers.
let promptCompletion = Scenario(name: "prompt.completion", longest: .milliseconds(20)) {
    let state = try await BenchPrompt()
    let names = NameList((1...10_000).map { "lab-\($0 % 40)-\($0)" })
    let text = "fog.deploy(\"group:Lab A,!lab-3"
    return (
        ours: {
            for _ in 0..<10 {
                let offer = CompletionOffer(try await state.completions(of: text), names: names, behind: text)
                guard offer.completions?.candidates.count == 2_750 else { throw BenchFailure(description: "no names") }
            }
            return 10
        },
        peers: nil
    )
}

/// The line below the input that tells of the function whose arguments are being typed.
let promptHint = Scenario(name: "prompt.hint", longest: .milliseconds(20)) {
    let state = try await BenchPrompt()
    return (
        ours: {
            for _ in 0..<10 {
                guard let call = try await state.completions(of: "fog.deploy(hosts, { parallel = ").call,
                    HintLine.text(call, width: 80).contains("parallel")
                else { throw BenchFailure(description: "no hint") }
            }
            return 10
        },
        peers: nil
    )
}
