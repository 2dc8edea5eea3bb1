import Foundation
import Testing
import foghorn

/// What the README shows, as it stands there.
@Suite struct ReadmeTests {
    struct Block: Sendable, CustomStringConvertible {
        var language: String
        var text: String
        var description: String { text.split(separator: "\n").first.map(String.init) ?? "" }
    }

    static func blocks() throws -> [Block] {
        let text = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
        var blocks: [Block] = []
        var open: Block?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block = open { blocks.append(block) }
                open = open == nil ? Block(language: String(line.dropFirst(3)), text: "") : nil
            } else {
                open?.text += line + "\n"
            }
        }
        return blocks
    }

    static func block(holding words: String) throws -> String {
        try #require(try blocks().first { $0.text.contains(words) }).text
    }

    @Test func `Shows scripts that run`() async throws {
        let scripts = try Self.blocks().filter { $0.language == "lua" }

        #expect(scripts.count == 1)
        for script in scripts {
            let run = try await Program.run(script: script.text, ["--sim"])
            #expect(run.code == 0, "\(run)")
        }
    }

    @Test func `Says what its first script prints`() async throws {
        let run = try await Program.run(script: try Self.block(holding: "flow.each"), ["--sim"])

        #expect(run.output.split(separator: "\n").count == 8, "\(run)")
        #expect(run.output.contains("pc-021\tdone\n"), "\(run)")
    }

    @Test func `Shows commands for the simulator that run`() async throws {
        let outcome = try await Program(shell: Self.asFunction + Self.block(holding: "--help")).finish()

        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.output.contains("20 of 20 hosts done"))
    }

    @Test func `Shows the limits of a run, and how to set them`() async throws {
        let outcome = try await Program(shell: Self.asFunction + Self.block(holding: "--show-limits")).finish()

        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.output.contains("memory         256 MiB"), "\(outcome)")
        #expect(outcome.output.contains("REASONS"), "\(outcome)")
    }

    @Test func `Shows where all that scripts can use is told`() async throws {
        let outcome = try await Program(shell: Self.asFunction + Self.block(holding: "help lua")).finish()

        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.output.contains("fog.deploy(hosts[, options])\n"), "\(outcome)")
    }

    @Test func `Shows commands for a server that run against one`() async throws {
        let served = try Self.block(holding: "foghorn sim")
        let server = try Program(
            shell: Self.asFunction + "exec " + served.replacing("foghorn", with: "\"$FOGHORN\"", maxReplacements: 1)
        )
        defer {
            server.process.terminate()
            server.process.waitUntilExit()
        }
        var exports = ""
        for _ in 0..<3 { exports += try #require(await server.line { $0.hasPrefix("export ") }) + "\n" }
        let home = try Home()
        defer { home.remove() }
        let tokens = try home.write(
            "tokens.yaml",
            "api_token: $FOGHORN_API_TOKEN\nuser_token: $FOGHORN_USER_TOKEN\n",
            mode: 0o600
        )
        let commands = try Self.block(holding: "foghorn login").replacing("https://fog.example.org", with: "$url")
            .replacing("< tokens.yaml", with: "< \(tokens)").replacing("--server", with: "--yes --interval 1 --server")

        let setting = """
            \(exports)
            eval "echo \\"$(cat \(tokens))\\"" > \(tokens).new && mv \(tokens).new \(tokens)
            url=$FOGHORN_SERVER && unset FOGHORN_SERVER FOGHORN_API_TOKEN FOGHORN_USER_TOKEN

            """
        let outcome = try await Program(
            shell: Self.asFunction + setting + commands,
            environment: ["HOME": home.path]
        ).finish()

        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.output.contains("20 of 20 hosts done"))
    }

    @Test func `Shows a session at the prompt as it really runs`() async throws {
        let shown = try Self.block(holding: "foghorn repl --sim").split(separator: "\n").map(String.init).dropFirst()
        try await Tmux.run("repl --sim", columns: 110, rows: 50) { terminal in
            for line in shown where line.hasPrefix("sim ") {
                try await terminal.wait(forLast: "^sim ..:..> ?$")
                try await terminal.enter(String(line.drop { $0 != ">" }.dropFirst(2)))
            }
            let screen = try await terminal.wait(for: "ended with 0").dropLast()

            for (line, other) in zip(screen, shown) { #expect(Self.withoutNumbers(line) == Self.withoutNumbers(other)) }
            #expect(screen.count == shown.count)
        }
    }

    /// Times differ from run to run, and with them how far the columns are apart.
    private static func withoutNumbers(_ line: String) -> String {
        line.split(separator: " ").map { $0.map { $0.isNumber ? "0" : String($0) }.joined() }.joined(separator: " ")
            .replacing(/0+/, with: "0")
    }

    @Test func `Shows nothing that neither these tests nor the CI run`() throws {
        let first = try Self.blocks().map { $0.description }

        #expect(
            first == [
                "local flow = require(\"flow\")", "scripts/demo", "scripts/test",
                "swift build -c release --static-swift-stdlib --product foghorn",
                "foghorn run scripts/workflows/lab-rollout.lua --sim --group \"Lab A\" --parallel 8",
                "foghorn sim --port 0 --hosts 30 --speed 60 --seed 1",
                "foghorn login school --url https://fog.example.org < tokens.yaml", "foghorn run --show-limits",
                "$ foghorn repl --sim", "foghorn help lua",
            ]
        )
    }

    @Test func `Lists each workflow that comes with Foghorn, and no other`() throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
        let folder = Program.root.appendingPathComponent("scripts/workflows").path

        let listed = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
            $0.split(separator: "`").dropFirst().first.map(String.init)
        }.filter { $0.hasSuffix(".lua") }
        #expect(try listed.sorted() == FileManager.default.contentsOfDirectory(atPath: folder).sorted())
    }

    @Test func `Lists each exit code with its meaning`() throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)

        for code in foghorn.ExitCode.allCases {
            #expect(text.contains("| \(code.rawValue) | \(code.meaning) |"))
        }
    }

    private static let asFunction = "set -e\nfoghorn() { \"$FOGHORN\" \"$@\"; }\n"
}
