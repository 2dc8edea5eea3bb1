import FogAPI
import FogModel
import Foundation
import HTTPTypes
import Testing

/// A check-up of a FOG 1.6 server, and of clocks.
@Suite struct CheckupSixTests {
    /// Answers like FOG 1.6 to a user who may not read some classes.
    static func transport(
        denied: Set<String> = [],
        refused: Int? = nil,
        skew: Int = 0,
        node: String? = nil
    ) -> ScriptedTransport {
        ScriptedTransport { sent, _ in
            if sent.path == "/fog/system/info" {
                return .other(greeting(skew))
            }
            if let refused { return .empty(refused) }
            if denied.contains(where: { sent.path.hasPrefix("/fog/" + $0) }) {
                return .json(#"{"error":"You do not have permission to perform this action."}"#, status: 403)
            }
            if sent.path.hasPrefix("/fog/setting?filter") {
                return .json(#"{"data":[{"id":"1","name":"FOG_TZ_INFO","value":"America/New_York"}]}"#)
            }
            if sent.path == "/fog/storagenode" {
                if let node { return .json(#"{"recordsTotal":1,"data":[\#(node)]}"#) }
                let rows =
                    #"{"id":1,"name":"main","isEnabled":"1","online":true,"maxClients":10,"clientload":1.2,"pass":"x"},"#
                    + #"{"id":2,"name":"annexe","isEnabled":"1","online":false,"maxClients":10}"#
                return .json(#"{"recordsTotal":2,"data":[\#(rows)]}"#)
            }
            return .json(#"{"recordsTotal":0,"data":[]}"#)
        }
    }

    private static func greeting(_ skew: Int) -> TransportAnswer {
        var answer = ScriptedTransport.answer(
            200,
            type: "application/json",
            Array(#"{"version":"1.6.0-beta.5257","msg":"ok"}"#.utf8)
        )
        // The instant of CheckupTests.today.
        let seconds = 8 * 3600 + skew
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        answer.response.headerFields[.date] = "Fri, 15 Jan 2027 \(parts.joined(separator: ":")) GMT"
        return answer
    }

    static let bearer = FogCredentials(bearerToken: Secret("fog_0123"))

    @Test func `Tells version, rights, zone and storage`() async throws {
        let outcome = try await CheckupTests.check(Self.transport(), Self.bearer, .whole)

        let messages = outcome.findings.map(\.message)
        #expect(outcome.version == "1.6.0-beta.5257")
        #expect(messages.contains("FOG 1.6.0-beta.5257"))
        #expect(messages.contains("the server takes the Bearer token"))
        #expect(messages.contains { $0.contains("may read hosts") }, "\(messages)")
        #expect(messages.contains { $0.contains("America/New_York, 6 h from this machine's Europe/Berlin") })
        #expect(messages.contains("the server's clock agrees with this machine's"))
        #expect(messages.contains("storage node main is online, 0 of 10 slots free"))
        #expect(messages.contains("storage node annexe does not answer the server"))
        #expect(messages.contains { $0.contains("waking a host") })
        #expect(!messages.contains { $0.contains("3,250") })
        #expect(!outcome.isGood)
    }

    @Test func `Names each right that is missing`() async throws {
        let outcome = try await CheckupTests.check(Self.transport(denied: ["setting", "snapin"]), Self.bearer)

        let finding = outcome.findings.first { $0.subject == .rights }
        #expect(finding?.level == .warning)
        #expect(finding?.message == "the user lacks the right snapin.view, settings.view")
        #expect(outcome.isGood)
    }

    @Test func `Tells a user without any right from a wrong token`() async throws {
        let none = try await CheckupTests.check(Self.transport(refused: 403), Self.bearer)
        let wrong = try await CheckupTests.check(Self.transport(refused: 401), Self.bearer)

        #expect(none.findings.last?.message == "the user has no rights")
        #expect(wrong.findings.last?.message == "the server refuses the Bearer token (header Authorization)")
        #expect(wrong.findings.last?.advice?.contains(FogPages.bearerToken) == true)
    }

    @Test func `Takes the empty 403 of a beta for a refused api token`() async throws {
        let outcome = try await CheckupTests.check(Self.transport(refused: 403))

        #expect(!outcome.isGood)
        #expect(outcome.findings.last?.message == "the server refuses the api token (header fog-api-token)")
    }

    @Test(arguments: [
        #""maxClients":9223372036854775807,"clientload":1e300"#, #""maxClients":-5,"clientload":0.5"#,
        #""maxClients":10,"clientload":"nan""#, #""maxClients":10,"clientload":-1e300"#,
    ])
    func `Reckons with no number of a storage node that cannot be`(_ numbers: String) async throws {
        let node = #"{"id":1,"name":"main","isEnabled":"1","online":true,\#(numbers)}"#

        let outcome = try await CheckupTests.check(Self.transport(node: node), Self.bearer, .whole)

        #expect(outcome.findings.contains { $0.message.hasPrefix("storage node main is online") })
    }

    @Test func `Says that both tokens may be wrong where the server does not tell`() async throws {
        let outcome = try await CheckupTests.check(Self.transport(refused: 401))

        #expect(outcome.findings.last?.message.contains("it does not say which") == true, "\(outcome.findings)")
    }

    @Test func `Offers a Bearer token to no 1.5 server`() async throws {
        let outcome = try await CheckupTests.check(credentials: Self.bearer)

        #expect(outcome.findings.last?.message.contains("FOG 1.5, which takes no Bearer tokens") == true)
    }

    @Test(arguments: [
        (3, Finding.Level.good, "agrees"), (-40, .good, "40 s behind"), (600, .warning, "10 min ahead of"),
    ])
    func `Compares the clocks`(_ skew: Int, _ level: Finding.Level, _ words: String) async throws {
        let outcome = try await CheckupTests.check(Self.transport(skew: skew), Self.bearer, .whole)

        let finding = try #require(outcome.findings.first { $0.subject == .clock })
        #expect(finding.level == level)
        #expect(finding.message.contains(words), "\(finding)")
    }

    @Test func `Keeps the passwords of storage nodes out of what it finds`() async throws {
        let outcome = try await CheckupTests.check(Self.transport(), Self.bearer, .whole)

        #expect(!outcome.findings.contains { $0.message.contains("\"x\"") })
    }

    @Test(arguments: [
        ("1.5.9.239", "1.5", true), ("1.6.0-beta.5257", "1.6", false), ("1.50", "1.5", false),
    ])
    func `Knows which version has a fault`(_ version: String, _ family: String, _ hasIt: Bool) throws {
        let fault = try #require(KnownFault.all.first { $0.text.contains("3,250") })

        #expect(fault.concerns(version: version, family: family) == hasIt)
    }
}
