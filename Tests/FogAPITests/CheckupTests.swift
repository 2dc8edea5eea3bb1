import FogAPI
import FogModel
import FogSim
import FogSimTransport
import Foundation
import HTTPTypes
import Synchronization
import Testing

/// What a check-up finds, and what it tells people to do.
@Suite struct CheckupTests {
    static let today = Date(timeIntervalSince1970: 1_800_000_000)

    /// Runs a check-up on a simulated server.
    static func check(
        _ depth: Checkup.Depth = .login,
        credentials: FogCredentials? = nil,
        _ change: (inout FogSim.Configuration) -> Void = { _ in }
    ) async throws -> Checkup.Outcome {
        let site = Site { change(&$0) }
        let access = site.sim.configuration.access
        let right = FogCredentials(apiToken: Secret(access.apiToken), userToken: Secret(access.userToken))
        return try await check(site.transport, credentials ?? right, depth)
    }

    static func check(
        _ transport: any FogTransport,
        _ credentials: FogCredentials? = .example,
        _ depth: Checkup.Depth = .login,
        certificate: ServerCertificate? = nil
    ) async throws -> Checkup.Outcome {
        let checkup = Checkup(
            transport: transport,
            credentials: credentials,
            certificate: certificate,
            zone: TimeZone(identifier: "Europe/Berlin") ?? .gmt
        ) { today }
        return try await checkup.run(depth) { _ in }
    }

    @Test func `Finds nothing wrong with a server that works`() async throws {
        let outcome = try await Self.check(.whole)

        #expect(outcome.isGood)
        #expect(outcome.family == "1.5")
        #expect(outcome.findings.contains { $0.subject == .login && $0.level == .good })
        #expect(outcome.findings.contains { $0.message.contains("10 of 10 slots free") }, "\(outcome.findings)")
        #expect(outcome.findings.contains { $0.subject == .zone && $0.message.contains("UTC") }, "\(outcome.findings)")
        #expect(outcome.findings.contains { $0.subject == .knownFault })
    }

    // MARK: - Logins that fail

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var apiToken: String?
        var userToken: String?
        var password: String?
        var change: @Sendable (inout FogSim.Configuration) -> Void = { _ in }
        let message: String
        let advice: String
    }

    static let refused = [
        Refused(
            testDescription: "no api token",
            apiToken: "",
            message: "no api token is given (header fog-api-token)",
            advice: FogPages.apiToken
        ),
        Refused(
            testDescription: "no user token",
            userToken: "",
            message: "no user token is given (header fog-user-token)",
            advice: FogPages.userToken
        ),
        Refused(
            testDescription: "wrong api token",
            apiToken: "d3Jvbmc=",
            message: "the server refuses the api token (header fog-api-token)",
            advice: FogPages.apiToken
        ),
        Refused(
            testDescription: "wrong user token",
            userToken: "d3Jvbmc=",
            message: "refuses the user token (header fog-user-token)",
            advice: FogPages.userToken
        ),
        Refused(
            testDescription: "not base64",
            apiToken: "not-base64!",
            message: "the api token is not base64: \"-\" does not belong in it",
            advice: "copy the whole of it from \(FogPages.apiToken)"
        ),
        Refused(
            testDescription: "cut off",
            userToken: "d3Jvbmc",
            message: "the user token is not whole",
            advice: "copy the whole of it from \(FogPages.userToken)"
        ),
        Refused(
            testDescription: "token of the database",
            apiToken: String(repeating: "0a", count: 64),
            message: "the api token is the database's, not the web page's",
            advice: FogPages.apiToken
        ),
        Refused(
            testDescription: "tokens in each other's place",
            apiToken: FogSim.Access().userToken,
            userToken: FogSim.Access().apiToken,
            message: "in each other's place",
            advice: "the other way round"
        ),
        Refused(
            testDescription: "API off",
            change: { $0.access.isAPIEnabled = false },
            message: "the API of the server is switched off",
            advice: "switch on API ENABLED under \(FogPages.apiToken)"
        ),
        Refused(
            testDescription: "API of the user off",
            change: { $0.access.isUserAllowed = false },
            message: "refuses the user token",
            advice: "\"User API Enabled\" is switched on for that user"
        ),
        Refused(
            testDescription: "Basic stripped by the web server",
            password: "labadmin",
            change: { $0.access.isBasicStripped = true },
            message: "refuses \"labadmin\" with this password (header Authorization)",
            advice: "CGIPassAuth On"
        ),
    ]

    @Test(arguments: refused)
    func `Says which header is wrong and where to find it`(_ item: Refused) async throws {
        let access = FogSim.Access()
        let apiToken = Secret(item.apiToken ?? access.apiToken)
        let credentials =
            item.password.map { FogCredentials(apiToken: apiToken, user: "labadmin", password: Secret($0)) }
            ?? FogCredentials(apiToken: apiToken, userToken: Secret(item.userToken ?? access.userToken))

        let outcome = try await Self.check(credentials: credentials, item.change)

        let failures = outcome.findings.filter { $0.level == .failure }
        #expect(failures.count == 1)
        #expect(failures.first?.message.contains(item.message) == true, "\(failures)")
        #expect(failures.first?.advice?.contains(item.advice) == true, "\(failures)")
    }

    @Test func `Sends no token to what is no FOG server`() async throws {
        let page = ScriptedTransport.answer(200, type: "text/html", Array("<html>Welcome to nginx</html>".utf8))
        let transport = ScriptedTransport { _, _ in .other(page) }

        let outcome = try await Self.check(transport)

        #expect(outcome.findings.last?.message.contains("no FOG server") == true, "\(outcome.findings)")
        #expect(outcome.findings.last?.advice?.contains("/fog/management") == true)
        #expect(transport.sent.count == 1)
        #expect(transport.sent.allSatisfy { sent in !sent.fields.contains { $0.name.rawName.contains("token") } })
    }

    @Test func `Says where a redirection leads, and follows none`() async throws {
        let transport = ScriptedTransport { _, _ in
            .other(
                ScriptedTransport.answer(
                    301,
                    type: "text/html",
                    [],
                    location: "https://fog.example.org/fog/system/info"
                )
            )
        }

        let outcome = try await Self.check(transport)

        #expect(outcome.findings.last?.message.contains("https://fog.example.org/fog/system/info") == true)
        #expect(outcome.findings.last?.advice == "write https:// in its url")
        #expect(transport.sent.count == 1)
    }

    // MARK: - Certificates

    struct Untrusted: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reason: String
        let days: Int
        let message: String
        let advice: String
    }

    @Test(arguments: [
        Untrusted(
            testDescription: "expired",
            reason: "the server's certificate is not trusted: its issuer is unknown here, or it has expired",
            days: -1,
            message: "expired on 2027-01-14",
            advice: "renew the certificate"
        ),
        Untrusted(
            testDescription: "wrong CA",
            reason: "the server's certificate is not trusted: its issuer is unknown here, or it has expired",
            days: 400,
            message: "issued by an authority that this machine does not know",
            advice: "set ca_file to the authority's PEM file, or pin this certificate: pin: sha256:AB"
        ),
        Untrusted(
            testDescription: "another name",
            reason: "the server's certificate is for another name",
            days: 400,
            message: "for another name",
            advice: "use the name in the certificate for url"
        ),
    ])
    func `Says why a certificate is not trusted`(_ item: Untrusted) async throws {
        let transport = ScriptedTransport { _, _ in
            .failure(TransportError(.untrusted, item.reason, mayHaveArrived: false))
        }
        let until = Self.today + Double(item.days) * 86_400
        let certificate = ServerCertificate(fingerprint: "sha256:AB", validFrom: .distantPast, validUntil: until)

        let outcome = try await Self.check(transport, certificate: certificate)

        #expect(outcome.isUntrusted)
        #expect(outcome.findings.last?.subject == .encryption)
        #expect(outcome.findings.last?.message.contains(item.message) == true, "\(outcome.findings)")
        #expect(outcome.findings.last?.advice?.contains(item.advice) == true, "\(outcome.findings)")
        #expect(transport.sent.count == 1)
    }

    @Test func `Warns of a certificate that ends soon`() async throws {
        let transport = ScriptedTransport { _, _ in .empty(403) }
        let certificate = ServerCertificate(
            fingerprint: "sha256:AB",
            validFrom: .distantPast,
            validUntil: Self.today + 10 * 86_400
        )

        let outcome = try await Self.check(transport, nil, certificate: certificate)

        let finding = outcome.findings.first { $0.subject == .encryption }
        #expect(finding?.level == .warning)
        #expect(finding?.message.contains("10 days from now") == true)
    }
}
