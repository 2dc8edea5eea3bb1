import FogSim
import Foundation
import Testing

/// `foghorn login` without a terminal, from flags and its input.
@Suite struct LoginTests {
    /// What a run left behind, with the file that it saved; nil where it saved none.
    struct Login {
        var outcome: Program.Outcome
        var saved: String?
        var mode: Int?
    }

    static let right = "api_token: \(FogSim.Access().apiToken)\nuser_token: \(FogSim.Access().userToken)\n"

    /// Logs in with the input given as text.
    static func login(_ address: String, _ input: String = right, _ flags: [String] = []) async throws -> Login {
        let home = try Home()
        defer { home.remove() }
        let tokens = try home.write("tokens", input)
        let arguments = (["login", "lab", "--url", address] + flags).map { "'\($0)'" }.joined(separator: " ")
        let program = try Program(shell: "\"$FOGHORN\" \(arguments) < \(tokens)", environment: ["HOME": home.path])
        let outcome = await program.finish()
        let saved = home.saved("lab")
        return Login(
            outcome: outcome,
            saved: try? String(contentsOfFile: saved, encoding: .utf8),
            mode: home.mode(saved)
        )
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Proves two tokens and saves them for their owner alone`(_ dialect: FogSim.Dialect) async throws {
        try await ServedFog.run {
            $0.dialect = dialect
        } perform: { address in
            let login = try await Self.login(address)

            #expect(login.outcome.code == 0, "\(login)")
            #expect(login.outcome.output.contains("ok    the server takes the api token and the user token"))
            #expect(login.saved?.contains("user_token: \"\(FogSim.Access().userToken)\"") == true)
            #expect(login.mode == 0o600)
        }
    }

    @Test func `Takes a Bearer token, or a name and a password`() async throws {
        try await ServedFog.run {
            $0.dialect = .fog16
        } perform: { address in
            let bearer = try await Self.login(address, "bearer_token: \(FogSim.Access().bearerToken)")
            let basic = try await Self.login(
                address,
                "api_token: \(FogSim.Access().apiToken)\nuser: labadmin\npassword: labadmin"
            )

            #expect(bearer.outcome.code == 0, "\(bearer)")
            #expect(bearer.saved?.contains("bearer_token") == true)
            #expect(basic.outcome.code == 0, "\(basic)")
        }
    }

    @Test func `Takes blanks and line ends out of a pasted token`() async throws {
        try await ServedFog.run { address in
            let access = FogSim.Access()
            let login = try await Self.login(
                address,
                "api_token: \" \(access.apiToken)\\n\"\nuser_token: |\n  \(access.userToken.prefix(8))\n  "
                    + "\(access.userToken.dropFirst(8))\n"
            )

            #expect(login.outcome.code == 0, "\(login)")
            #expect(login.saved?.contains("\"\(access.userToken)\"") == true, "\(login)")
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var input = LoginTests.right
        var certificate: String?
        var flags: [String] = []
        var change: @Sendable (inout FogSim.Configuration) -> Void = { _ in }
        let says: [String]
    }

    static let refused = [
        Refused(testDescription: "no token", input: "user_token: dXNlcg==", says: ["the token of the API is missing"]),
        Refused(
            testDescription: "wrong api token",
            input: right.replacing("api_token: c2lt", with: "api_token: AAAA"),
            says: ["fog-api-token", "FOG Configuration > FOG Settings > API System"]
        ),
        Refused(
            testDescription: "wrong user token",
            input: right.replacing("user_token: c2lt", with: "user_token: AAAA"),
            says: ["fog-user-token", "User Management > (user) > API Settings"]
        ),
        Refused(
            testDescription: "not base64",
            input: "api_token: not-base64\nuser_token: dXNlcg==",
            says: ["is not base64", "fog-api-token"]
        ),
        Refused(
            testDescription: "API off",
            change: { $0.access.isAPIEnabled = false },
            says: ["the API of the server is switched off", "API ENABLED", "no token was sent"]
        ),
        Refused(
            testDescription: "API of the user off",
            change: { $0.access.isUserAllowed = false },
            says: ["refuses the user token", "User API Enabled"]
        ),
        Refused(
            testDescription: "Basic stripped",
            input: "api_token: \(FogSim.Access().apiToken)\nuser: labadmin\npassword: labadmin",
            change: { $0.access.isBasicStripped = true },
            says: ["header Authorization", "CGIPassAuth"]
        ),
        Refused(
            testDescription: "expired certificate",
            certificate: "expired",
            flags: ["--ca-file", ServedFog.file("authority.pem")],
            says: ["expired on 2020-02-01", "renew the certificate", "no token was sent"]
        ),
        Refused(
            testDescription: "wrong authority",
            certificate: "server",
            says: ["that this machine does not know", "ca_file", "pin: sha256:34:33:C6", "no token was sent"]
        ),
        Refused(
            testDescription: "wrong name",
            certificate: "elsewhere",
            flags: ["--ca-file", ServedFog.file("authority.pem")],
            says: ["for another name", "use the name in the certificate"]
        ),
        Refused(
            testDescription: "another certificate than the pinned one",
            certificate: "server",
            flags: ["--pin", "sha256:" + String(repeating: "3A", count: 32)],
            says: ["the server shows the certificate sha256:34:33:C6", "is pinned", "give nobody your tokens"]
        ),
        Refused(
            testDescription: "not a FOG server",
            change: { $0.faults = [FogSim.FaultRule(.page(status: 404), path: "/fog")] },
            says: ["this is no FOG server", "/fog/management opens", "no token was sent"]
        ),
    ]

    @Test(arguments: refused)
    func `Says what to change, sends nothing too early and saves nothing`(_ item: Refused) async throws {
        try await ServedFog.run(certificate: item.certificate, item.change) { address in
            let login = try await Self.login(address, item.input, item.flags)

            let shown = login.outcome.output + login.outcome.errors
            for words in item.says { #expect(shown.contains(words), "\(login)") }
            #expect([2, 8].contains(login.outcome.code), "\(login)")
            #expect(login.saved == nil)
            #expect(!shown.contains(FogSim.Access().apiToken) && !shown.contains(FogSim.Access().userToken))
        }
    }

    @Test func `Takes a pinned certificate that nobody else trusts`() async throws {
        try await ServedFog.run(certificate: "server") { address in
            let login = try await Self.login(address, Self.right, ["--pin", ServedFog.fingerprint("server")])

            #expect(login.outcome.code == 0, "\(login)")
            #expect(login.saved?.contains("pin: \"sha256:34:33:C6") == true)
        }
    }

    @Test func `Saves what is not proven only when told`() async throws {
        let login = try await Self.login("http://127.0.0.1:9", Self.right, ["--unproven"])

        #expect(login.outcome.code == 0, "\(login)")
        #expect(login.outcome.output.contains("cannot be reached"))
        #expect(login.saved != nil)
    }

    @Test func `Refuses to send tokens unencrypted to another machine`() async throws {
        let login = try await Self.login("http://fog.example.org")

        #expect(login.outcome.code == 2, "\(login)")
        #expect(login.outcome.errors.contains("--allow-plain-http"))
        #expect(login.saved == nil)
    }

    @Test func `Says what to do where nobody is there to answer`() async throws {
        let login = try await Self.login("https://127.0.0.1:9", "")
        let nameless = try await Program.run(["login"])
        let badName = try await Program.run(["login", "a b"])

        #expect(login.outcome.code == 2, "\(login)")
        #expect(login.outcome.errors.contains("hand it lines such as 'api_token: …'"))
        #expect(nameless.code == 2)
        #expect(badName.code == 2 && badName.errors.contains("letters, digits"), "\(badName)")
    }
}
