import Foundation
import Testing

/// Scripts through the executable, as a user runs them.
@Suite struct RunTests {
    @Test func `Images a room on the simulator and says so`() async throws {
        let run = try await Program.run(["run", Program.rollout, "--sim", "--group", "Lab A", "--parallel", "8"])

        #expect(run.code == 0, "\(run)")
        #expect(run.output.hasSuffix("20 of 20 hosts done\n"))
        #expect(run.output.contains("pc-007  done"))
        #expect(run.errors.contains("pc-007: done"))
    }

    @Test func `Ends with 3 where a host was not done, and names it`() async throws {
        let run = try await Program.run(["run", Program.rollout, "--sim", "--group", "Lab B"])

        #expect(run.code == 3, "\(run)")
        #expect(run.output.contains("pc-025  refused"))
        #expect(run.output.contains("host 25 \"pc-025\" has no image"))
        #expect(run.errors.contains("foghorn: not done: 2 of 10 hosts"))
    }

    @Test func `Gives each host the wanted image first`() async throws {
        let script = """
            local group = fog.group("Lab B")
            for _, host in ipairs(group:hosts()) do host:update({ image = "Windows 11" }) end
            local images = {}
            for _, host in ipairs(fog.hosts("group:Lab B")) do images[#images + 1] = host.imagename end
            print(#images, images[1], images[10])
            """

        let run = try await Program.run(script: script, ["--sim"])

        #expect(run.output == "10\tWindows 11\tWindows 11\n", "\(run)")
    }

    @Test func `Gives the same run for the same seed, and another for another`() async throws {
        let arguments = ["run", Program.rollout, "--sim", "--group", "Lab A", "--json", "--log", "-", "--seed"]

        async let first = Program.run(arguments + ["7"])
        async let second = Program.run(arguments + ["7"])
        async let third = Program.run(arguments + ["8"])
        let (one, other, differing) = try await (first, second, third)

        #expect(one.code == 0, "\(one)")
        #expect(one.output == other.output)
        #expect(one.errors == other.errors)
        #expect(one.errors.contains("createTask"))
        #expect(one.output != differing.output)
    }

    @Test func `Prints events as JSON lines`() async throws {
        let run = try await Program.run(script: "print('hi')\nfog.info()", ["--sim", "--json"])

        let events = try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(events.map { $0["event"] as? String } == ["output", "operation_begun", "operation_ended"])
        #expect(events.first?["text"] as? String == "hi")
    }

    @Test func `Prints a workflow's own help after the file`() async throws {
        let run = try await Program.run(["run", Program.rollout, "--help"])

        #expect(run.code == 0)
        #expect(run.output.hasPrefix("Re-images the hosts of a group, a few at a time.\n"))
        #expect(run.output.contains("--parallel INTEGER"))
    }

    @Test func `Says that a plain script takes no parameters`() async throws {
        let run = try await Program.run(script: "print(fog.info().version)", ["--help"])

        #expect(run.code == 0)
        #expect(run.output.hasSuffix("is a plain script: it runs from top to bottom and takes no parameters.\n"))
    }

    @Test func `Refuses a parameter that is one of Foghorn's own flags`() async throws {
        let script = "return workflow({ summary = 's', parameters = { seed = { type = 'integer' } }, run = print })"

        let run = try await Program.run(script: script, ["--sim"])

        #expect(run.code == 2)
        #expect(run.errors.contains("the workflow's parameter seed collides with Foghorn's own flag --seed"))
    }

    @Test func `Agrees on a simulator, asks on a live server, and takes silence for no`() async throws {
        let script = "fog.confirm('Wipe the room.', 20)\nprint('done')"

        let simulated = try await Program.run(script: script, ["--sim"])
        let silent = try await Program.run(
            script: script,
            ["--server", "http://127.0.0.1:9"],
            environment: Self.tokens
        )
        let agreed = try await Program.run(
            script: script,
            ["--server", "http://127.0.0.1:9", "--yes"],
            environment: Self.tokens
        )

        #expect(simulated.output == "done\n", "\(simulated)")
        #expect(silent.code == 5, "\(silent)")
        #expect(silent.errors.contains("On http://127.0.0.1:9 (20 hosts): Wipe the room."))
        #expect(agreed.output == "done\n", "\(agreed)")
    }

    static let tokens = ["FOGHORN_API_TOKEN": "YQ==", "FOGHORN_USER_TOKEN": "Yg=="]
}
