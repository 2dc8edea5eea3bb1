import FogSim
import Foundation
import Testing

/// `foghorn login` at a terminal.
@Suite struct LoginDialogueTests {
    @Test func `Asks, checks step by step, shows no token and saves`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run { address in
            let access = FogSim.Access()

            let run = try await Dialogue.talk(
                "login lab",
                home: home,
                [
                    ("Address of the server", "\(address)\\n"), ("Kind [1]: ", "1\\n"),
                    ("Api token, from", "\(access.apiToken)\\n"), ("User token, from", "\(access.userToken)\\n"),
                ]
            )
            let shown = run.output

            #expect(shown.contains("Address of the server"), "\(shown)")
            #expect(shown.contains("Api token, from FOG Configuration > FOG Settings > API System (not shown): "))
            #expect(shown.contains("ok    the server takes the api token and the user token"))
            #expect(!shown.contains(access.apiToken) && !shown.contains(access.userToken), "\(shown)")
            #expect(run.code == 0)
            #expect(home.mode(home.saved("lab")) == 0o600)
        }
    }

    @Test func `Offers to pin a certificate that is not trusted`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run(certificate: "server") { address in
            let access = FogSim.Access()

            let run = try await Dialogue.talk(
                "login lab --url \(address)",
                home: home,
                [
                    ("Type yes to agree: ", "yes\\n"), ("Kind [1]: ", "1\\n"),
                    ("Api token, from", "\(access.apiToken)\\n"), ("User token, from", "\(access.userToken)\\n"),
                ]
            )
            let shown = run.output

            #expect(shown.contains("The server shows the certificate sha256:34:33:C6"), "\(shown)")
            #expect(run.code == 0)
            let saved = try String(contentsOfFile: home.saved("lab"), encoding: .utf8)
            #expect(saved.contains("pin: \"sha256:34:33:C6"))
        }
    }

    @Test func `Offers to encode a token of the database, and saves nothing that is refused`() async throws {
        let home = try Home()
        defer { home.remove() }
        try await ServedFog.run { address in
            let raw = String(repeating: "0a", count: 64)

            let run = try await Dialogue.talk(
                "login lab --url \(address)",
                home: home,
                [
                    ("Kind [1]: ", "1\\n"), ("Api token, from", "\(raw)\\n"), ("Encode it?", "yes\\n"),
                    ("User token, from", "dXNlcg==\\n"), ("Save it all the same?", "no\\n"),
                ]
            )
            let shown = run.output

            #expect(shown.contains("This looks like the token as the database keeps it"), "\(shown)")
            #expect(shown.contains("fail  the server refuses the api token (header fog-api-token)"))
            #expect(shown.contains("nothing was saved"))
            #expect(run.code == 8)
            #expect(home.mode(home.saved("lab")) == nil)
        }
    }
}
