import FogSim
import Foundation
import Testing

/// What a shell is told on a tab.
@Suite struct CompletionTests {
    static func offer(_ words: [String], environment: [String: String] = [:]) async throws -> [String] {
        let run = try await Program.run(["complete-run"] + words, environment: environment)
        #expect(run.code == 0 && run.errors.isEmpty, "\(run)")
        return run.output.split(separator: "\n").map(String.init)
    }

    @Test func `Offers the flags of the workflow on the line, and its values`() async throws {
        let offers = [
            try await Self.offer([""]), try await Self.offer([Program.rollout, "--gr"]),
            try await Self.offer([Program.rollout, "--group", "x", "--gr"]),
            try await Self.offer([Program.rollout, "--wake", ""]),
            try await Self.offer([Program.rollout, "--sim", "--sim-dialect", "1.6"]),
        ]
        let unknown = try await Self.offer(["missing.lua", "--"])

        #expect(offers == [[":files"], ["--group"], [], ["yes", "no"], ["1.6-beta", "1.6"]])
        #expect(unknown.contains("--sim"))
    }

    @Test func `Offers names of the simulator, and of a server, which it keeps for when that is away`() async throws {
        let home = try Home()
        defer { home.remove() }
        let simulated = try await Self.offer([Program.rollout, "--sim", "--group", ""])
        #expect(simulated == ["Lab A", "Lab B"])

        var environment = ["HOME": home.path]
        try await ServedFog.run { address in
            environment.merge(APITests.environment(address)) { $1 }
            let served = try await Self.offer([Program.rollout, "--image", "\"Win"], environment: environment)
            #expect(served == ["Windows 11", "Windows 7"])
        }
        let kept = try await Self.offer([Program.rollout, "--image", "U"], environment: environment)
        let never = try await Self.offer([Program.rollout, "--group", ""], environment: environment)
        #expect(kept == ["Ubuntu 24.04"])
        #expect(never == [])
    }

    @Test func `Prints scripts that bash takes`() async throws {
        let run = try await Program.run(["completion", "bash"])
        let program = try Program(shell: "\"$FOGHORN\" completion bash | bash -n")

        #expect(run.code == 0 && run.output.contains("_foghorn_workflow"))
        let checked = await program.finish()
        #expect(checked.code == 0, "\(checked)")
        for shell in ["zsh", "fish"] {
            let other = try await Program.run(["completion", shell])
            #expect(other.code == 0)
        }
        let unknown = try await Program.run(["completion", "csh"])
        #expect(unknown.errors.contains("bash, zsh or fish"))
    }
}
