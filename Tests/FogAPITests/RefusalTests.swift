import FogAPI
import FogModel
import HTTPTypes
import Testing

@Suite struct RefusalTests {
    private func error(
        _ reply: ScriptedTransport.Reply,
        credentials: FogCredentials = .example
    ) async throws -> FogError {
        let transport = ScriptedTransport { _, _ in reply }
        let server = FogServer(transport, credentials: credentials, limits: FogLimits(attempts: 1), dialect: nil)
        return try #require(await #expect(throws: FogError.self) { try await server.info() })
    }

    private func redirect(_ location: String) -> ScriptedTransport.Reply {
        .other(ScriptedTransport.answer(302, type: "text/html", [], location: location))
    }

    @Test func `Tells a wrong api token from a wrong user token`() async throws {
        let api = try await error(.empty(403))
        let user = try await error(.empty(401))

        #expect(api.code == .auth && api.status == 403)
        #expect(api.message == "http://fog.example.org refused the api token")
        #expect(
            api.hint
                == "set FOGHORN_API_TOKEN to the one that FOG shows under FOG Configuration > FOG Settings > API System"
        )
        #expect(user.code == .auth && user.status == 401)
        #expect(user.message == "http://fog.example.org took the api token and refused the user token")
        #expect(user.hint?.contains("FOGHORN_USER_TOKEN") == true)
    }

    @Test func `Says that a token is missing, or is as the database keeps it`() async throws {
        let stored = Secret(String(repeating: "0a", count: 64))
        let missing = try await error(.empty(403), credentials: .init(apiToken: Secret(""), userToken: Secret("x")))
        let plain = try await error(.empty(403), credentials: .init(apiToken: stored, userToken: Secret("x")))
        let plainUser = try await error(.empty(401), credentials: .init(apiToken: Secret("x"), userToken: stored))

        #expect(missing.hint?.hasPrefix("none was given") == true)
        #expect(plain.hint?.hasPrefix("this is the token as the database keeps it") == true)
        #expect(plainUser.hint?.hasPrefix("this is the token as the database keeps it") == true)
    }

    @Test func `Says why a password may be refused`() async throws {
        let credentials = FogCredentials(apiToken: Secret("YQ=="), user: "ann", password: Secret("hunter2"))

        let error = try await error(.empty(401), credentials: credentials)

        #expect(error.message.contains("user \"ann\""))
        #expect(error.hint?.contains("CGIPassAuth") == true)
        #expect(!"\(error)".contains("hunter2"))
    }

    @Test func `Says that the API is switched off`() async throws {
        let error = try await error(redirect("http://fog.example.org/fog/management/index.php"))

        #expect(error.code == .unavailable)
        #expect(error.message == "the API of http://fog.example.org is switched off")
        #expect(error.hint?.contains("API ENABLED") == true)
    }

    @Test func `Follows no redirect to another host`() async throws {
        let reply = redirect("https://elsewhere.example.org/fog/system/info")
        let transport = ScriptedTransport { _, _ in reply }

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).info() }

        #expect(error?.code == .unavailable)
        #expect(
            error?.message.contains("on to https://elsewhere.example.org/fog/system/info; the tokens were not") == true
        )
        #expect(transport.sent.count == 1)
    }

    @Test(arguments: [
        ScriptedTransport.Reply.other(ScriptedTransport.answer(200, type: "text/html", Array("<html>Hi".utf8))),
        .other(ScriptedTransport.answer(404, type: "text/html", Array("<html>Not Found".utf8))),
        .empty(404), .empty(501), .json(#""hello""#),
    ])
    func `Says that this is no FOG server`(reply: ScriptedTransport.Reply) async throws {
        let error = try await error(reply)

        #expect(error.code == .unavailable)
        #expect(error.message.contains("no FOG server") || error.message.contains("does not answer like a FOG server"))
    }

    @Test func `Says that data was a web page`() async throws {
        let page = ScriptedTransport.answer(200, type: "text/html", Array("<br />\n<b>Warning</b>\u{1B}[31m: x".utf8))
        let transport = ScriptedTransport { _, _ in .other(page) }

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).taskTypes() }

        #expect(error?.code == .server)
        #expect(error?.message.hasSuffix("with a web page instead of data") == true)
    }

    @Test func `Shows no control characters of a server's page`() async throws {
        let page = ScriptedTransport.answer(503, type: "text/html", Array("<b>\u{1B}[31m\u{202E}down</b>".utf8))

        let error = try await error(.other(page))

        #expect(error.code == .unavailable)
        #expect(!"\(error) \(error.cause ?? "")".unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test(arguments: [
        ("Already created", 500, FogError.Code.conflict), ("Image is not enabled", 500, .refused),
        ("Image is not valid", 500, .refused), ("Host is already a member of an active task", 500, .conflict),
        ("Invalid tasking type passed", 501, .refused),
        ("Required database field is empty: name", 417, .invalidArgument),
        ("No hosts to task", 500, .refused), ("Something new", 500, .server),
    ])
    func `Keeps the server's own words`(text: String, status: Int, code: FogError.Code) async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"error":"\#(text)"}"#, status: status) }
        let request = FogRequest.change(.post, "/fog/host/1/task", .null, subject: "host 1")

        let error = await #expect(throws: FogError.self) { try await FogServer(transport).send(request) }

        #expect(error?.code == code && error?.status == status && error?.cause == text)
        #expect(error?.message == "host 1: the server says \"\(text)\"")
    }

    @Test func `Words what keeps an answer from coming`() async throws {
        let unreachable = try await error(.failure(.init(.unreachable, "connection refused", mayHaveArrived: false)))
        let slow = try await error(.failure(.init(.timedOut, "no answer", mayHaveArrived: true)))
        let untrusted = try await error(.failure(.init(.untrusted, "expired", mayHaveArrived: false)))
        let strange = try await error(.failure(.init(.malformed, "no HTTP", mayHaveArrived: true)))

        #expect(unreachable.message == "http://fog.example.org cannot be reached: connection refused")
        #expect(unreachable.code == .unavailable && slow.code == .timeout && untrusted.code == .unavailable)
        #expect(slow.message == "no answer from http://fog.example.org to GET /fog/system/info within 30.0 seconds")
        #expect(strange.code == .unavailable)
    }
}

@Suite struct CredentialsTests {
    @Test func `Sends tokens as they are given, without the line end of a file`() async throws {
        let transport = ScriptedTransport { _, _ in .json("[]") }
        let credentials = FogCredentials(apiToken: Secret(" YXBp\n"), userToken: Secret("dXNlcg=="))

        _ = try await FogServer(transport, credentials: credentials).send(.list("host"))

        let fields = try #require(transport.sent.first).fields
        #expect(fields[try #require(HTTPField.Name("fog-api-token"))] == "YXBp")
        #expect(fields[try #require(HTTPField.Name("fog-user-token"))] == "dXNlcg==")
        #expect(fields[.authorization] == nil)
    }

    @Test(arguments: [("ann", "pw", "YW5uOnB3"), ("a", "b", "YTpi"), ("admin", "pässword", "YWRtaW46cMOkc3N3b3Jk")])
    func `Sends name and password as HTTP Basic`(user: String, password: String, encoded: String) async throws {
        let transport = ScriptedTransport { _, _ in .json("[]") }
        let credentials = FogCredentials(apiToken: Secret("YXBp"), user: user, password: Secret(password))

        _ = try await FogServer(transport, credentials: credentials).send(.list("host"))

        let fields = try #require(transport.sent.first).fields
        #expect(fields[.authorization] == "Basic " + encoded)
        #expect(fields[try #require(HTTPField.Name("fog-user-token"))] == nil)
    }

    @Test func `Prints no secret in any way`() {
        let credentials = FogCredentials(apiToken: Secret("hunter2"), user: "ann", password: Secret("hunter2"))
        var dumped = ""
        dump(credentials, to: &dumped)

        #expect(!"\(credentials) \(String(reflecting: credentials)) \(dumped)".contains("hunter2"))
    }
}
