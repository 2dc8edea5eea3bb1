import FogSim
import Foundation
import Testing

/// `foghorn login` at a terminal.
@Suite struct LoginDialogueTests {
    /// Types lines, each after its question, and gives all that appeared on the terminal.
    static func talk(_ arguments: String, home: Home, typing lines: [String]) async throws -> String {
        // What is typed waits in the terminal until it is asked for; a secret is asked for with an emptied terminal.
        let typed = lines.map { "sleep 0.5; printf '%s\\n' '\($0)'" }.joined(separator: "; ")
        let command = "\\\"$FOGHORN\\\" login \(arguments); echo code \\$?"
        let program = try Program(
            shell: "(sleep 1; \(typed); sleep 1) | script -qefc \"\(command)\" /dev/null",
            environment: ["HOME": home.path]
        )
        return await program.finish().output
    }

    @Test func `Asks, checks step by step, shows no token and saves`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run { address in
            let access = FogSim.Access()

            let shown = try await Self.talk(
                "lab",
                home: home,
                typing: [address, "1", access.apiToken, access.userToken]
            )

            #expect(shown.contains("Address of the server"), "\(shown)")
            #expect(shown.contains("Api token, from FOG Configuration > FOG Settings > API System (not shown): "))
            #expect(shown.contains("ok    the server takes the api token and the user token"))
            #expect(!shown.contains(access.apiToken) && !shown.contains(access.userToken), "\(shown)")
            #expect(shown.contains("code 0"))
            #expect(home.mode(home.saved("lab")) == 0o600)
        }
    }

    @Test func `Offers to pin a certificate that is not trusted`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run(certificate: "server") { address in
            let access = FogSim.Access()

            let shown = try await Self.talk(
                "lab --url \(address)",
                home: home,
                typing: ["yes", "1", access.apiToken, access.userToken]
            )

            #expect(shown.contains("The server shows the certificate sha256:34:33:C6"), "\(shown)")
            #expect(shown.contains("code 0"))
            let saved = try String(contentsOfFile: home.saved("lab"), encoding: .utf8)
            #expect(saved.contains("pin: \"sha256:34:33:C6"))
        }
    }

    @Test func `Offers to encode a token of the database, and saves nothing that is refused`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run { address in
            let raw = String(repeating: "0a", count: 64)

            let shown = try await Self.talk(
                "lab --url \(address)",
                home: home,
                typing: ["1", raw, "yes", "dXNlcg==", "no"]
            )

            #expect(shown.contains("This looks like the token as the database keeps it"), "\(shown)")
            #expect(shown.contains("fail  the server refuses the api token (header fog-api-token)"))
            #expect(shown.contains("nothing was saved"))
            #expect(shown.contains("code 8"))
            #expect(home.mode(home.saved("lab")) == nil)
        }
    }
}
