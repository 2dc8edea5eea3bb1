import Foundation
import Testing

/// The executable in a pseudo-terminal.
@Suite struct TerminalTests {
    /// Runs a script where input, output and errors are a terminal; gives all that appeared there.
    static func run(
        script: String,
        _ arguments: String,
        typing answer: String = "",
        environment: [String: String] = [:]
    ) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".lua")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let command = "stty cols 100 rows 30; \\\"$FOGHORN\\\" run \(file.path) \(arguments); echo code \\$?"
        let program = try Program(
            shell: "printf '\(answer)' | script -qefc \"\(command)\" /dev/null",
            environment: environment
        )
        return await program.finish().output
    }

    @Test func `Shows escape sequences of prints, host names and errors as text`() async throws {
        let script = """
            print("\\27[2Jprinted")
            log.warning("\\27]0;title\\7")
            fog.host_update(1, { description = "\\27[31mred" })
            print(fog.host(1).description)
            error("\\27[2Jraised")
            """

        let shown = try await Self.run(script: script, "--sim")

        #expect(
            !shown.contains("\u{1B}[2J") && !shown.contains("\u{1B}]0") && !shown.contains("\u{1B}[31m"),
            "\(shown)"
        )
        #expect(shown.contains("<ESC>[2Jprinted"))
        #expect(shown.contains("<ESC>]0;title<BEL>"))
        #expect(shown.contains("<ESC>[31mred"))
        #expect(shown.contains("<ESC>[2Jraised"))
        #expect(shown.contains("code 1"))
    }

    @Test func `Draws a line for each running host and removes it at the end`() async throws {
        let shown = try await Self.run(
            script: "print(fog.wait(fog.task(1, 'deploy', { wake = true })).outcome)",
            "--sim"
        )

        #expect(shown.contains("1 running"), "\(shown)")
        #expect(shown.contains("pc-001"))
        #expect(shown.contains("done\r\n"))
        #expect(shown.contains("code 0"))
    }

    @Test(arguments: [("yes\\n", "code 0"), ("no\\n", "code 5")])
    func `Asks at the terminal before a live server is changed`(_ answer: String, _ code: String) async throws {
        let shown = try await Self.run(
            script: "fog.confirm('Image the room.', 20)",
            "--server http://127.0.0.1:9",
            typing: answer,
            environment: RunTests.tokens
        )

        #expect(shown.contains("On http://127.0.0.1:9 (20 hosts): Image the room."), "\(shown)")
        #expect(shown.contains("Type yes to go on: "))
        #expect(shown.contains(code))
    }
}
